package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ClusterDocumentsIT extends InServer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHARTER =
            "/documents?kind=CHARTER&title=%D0%A3%D1%81%D1%82%D0%B0%D0%B2&date=2011-02-01";

    @Test
    void a_paper_is_filed_with_its_file_which_is_given_back_safely() throws Exception {
        var path = cluster();

        var filed = ClustersRestIT.send("gckr", "POST", path + CHARTER + "&fileName=charter.exe", "%PDF-1.7 text");

        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
        var document = JSON.readTree(filed.body());
        assertThat(document.at("/file/name").asText()).isEqualTo("charter.exe.pdf");
        assertThat(document.at("/from").asText()).isEqualTo("2011-02-01");
        var file = ClustersRestIT.send(
                "auditor", "GET", path + "/documents/" + document.get("id").asText() + "/file", null);
        assertThat(file.body()).isEqualTo("%PDF-1.7 text");
        assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(how -> assertThat(how).startsWith("attachment;"));
    }

    @Test
    void a_file_is_what_its_content_says_whatever_its_name_and_label() throws Exception {
        var path = cluster();

        ClustersRestIT.assertProblem(
                422,
                "document-type-refused",
                ClustersRestIT.send("gckr", "POST", path + CHARTER + "&fileName=charter.pdf", "<html>"));
        ClustersRestIT.assertProblem(
                422, "document-empty", ClustersRestIT.send("gckr", "POST", path + CHARTER + "&fileName=a.pdf", ""));
        assertThat(JSON.readTree(ClustersRestIT.send("gckr", "GET", path + "/documents", null)
                                .body())
                        .get("items"))
                .isEmpty();
    }

    @Test
    void a_paper_known_only_by_its_reference_has_no_file() throws Exception {
        var path = cluster();

        var filed = ClustersRestIT.send("gckr", "POST", path + CHARTER + "&number=7", null);

        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
        var document = JSON.readTree(filed.body());
        assertThat(document.get("file").isNull()).isTrue();
        ClustersRestIT.assertProblem(
                404,
                "document-without-file",
                ClustersRestIT.send(
                        "gckr", "GET", path + "/documents/" + document.get("id").asText() + "/file", null));
    }

    @Test
    void a_withdrawn_paper_was_in_force_until_the_day() throws Exception {
        var path = cluster();
        var filed = ClustersRestIT.send("gckr", "POST", path + CHARTER, null);
        var id = JSON.readTree(filed.body()).get("id").asText();

        var withdrawn = ClustersRestIT.send("gckr", "DELETE", path + "/documents/" + id + "?from=2011-03-01", null);

        assertThat(withdrawn.statusCode()).isEqualTo(204);
        assertThat(inForce(path, LocalDate.of(2011, 2, 28))).isEqualTo(1);
        assertThat(inForce(path, LocalDate.of(2011, 3, 1))).isZero();
        ClustersRestIT.assertProblem(
                404,
                "cluster-document-unknown",
                ClustersRestIT.send("gckr", "DELETE", path + "/documents/" + id + "?from=2011-03-01", null));
        ClustersRestIT.assertProblem(
                403,
                "forbidden-role",
                ClustersRestIT.send("auditor", "DELETE", path + "/documents/" + id + "?from=2011-02-15", null));
    }

    private static int inForce(String path, LocalDate day) throws Exception {
        var card = ClustersRestIT.send("auditor", "GET", path + "?asOf=" + day, null);
        return JSON.readTree(card.body()).get("documents").size();
    }

    private static String cluster() throws Exception {
        var made = ClustersRestIT.send("gckr", "POST", "clusters", """
                {"sector": "IT", "name": "Бумажный", "organisation": {"inn": "7707083893"}, "from": "2011-01-01"}""");
        return "clusters/" + JSON.readTree(made.body()).get("id").asText();
    }
}
