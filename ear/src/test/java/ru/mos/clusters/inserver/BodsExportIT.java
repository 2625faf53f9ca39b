package ru.mos.clusters.inserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.inserver.OwnershipDoor.ask;
import static ru.mos.clusters.inserver.OwnershipDoor.codes;
import static ru.mos.clusters.inserver.OwnershipDoor.holding;
import static ru.mos.clusters.inserver.OwnershipDoor.inForce;
import static ru.mos.clusters.inserver.OwnershipDoor.send;
import static ru.mos.clusters.inserver.OwnershipDoor.stake;
import static ru.mos.clusters.inserver.OwnershipDoor.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ownership leaves as statements of BODS 0.4 that the product itself takes in again. */
@RunAsClient
class BodsExportIT extends InServer {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final String P = Egrul.person(1);
    private static final String Q = Egrul.person(2);
    private static final String R = Egrul.person(3);
    private static final String A = Register.inn(901);
    private static final String B = Register.inn(902);
    private static final String C = Register.inn(903);
    private static final String D = Register.inn(904);
    private static final String ALL = "ownership/bods?entity=inn:" + A + "&entity=inn:" + B + "&asOf=" + DAY;

    @BeforeAll
    static void users() throws Exception {
        OwnershipDoor.users("department", "commission", "auditor");
    }

    /** Thirds, votes that differ, a ring, a managing company, a board, a person without a number. */
    @BeforeEach
    void a_world_of_all_kinds() throws Exception {
        OwnershipDoor.empty();
        inForce(
                "world.xml",
                Egrul.file(
                        Egrul.of(A, DAY)
                                .holder(P, "1/3")
                                .holder(Q, "1/3")
                                .holder(C, "1/3")
                                .managedBy(D),
                        Egrul.of(B, DAY)
                                .holder(A, "2/7")
                                .holder(R, "4/7")
                                .founder("<УчрФЛ><СвФЛ Фамилия=\"БЕЗНОМЕРНЫЙ\" Имя=\"ПЁТР\""
                                        + " Отчество=\"ИВАНОВИЧ\"/><ДоляУстКап"
                                        + " НоминСтоим=\"100\"><РазмерДоли><ДробПрост Числит=\"1\""
                                        + " Знаменат=\"7\"/></РазмерДоли></ДоляУстКап></УчрФЛ>")
                                .head(R),
                        Egrul.of(C, DAY).holder(B, "1/10").holder(Q, "9/10").head(Q),
                        Egrul.of(D, DAY).holder(P, "1/1").head(P)));
        stake(Q, A, "BOARD", null, LONG_AGO);
        OwnershipDoor.done(
                "department",
                "POST",
                "ownership/stakes",
                "{\"owner\": {\"inn\": \"" + R + "\"}, \"subject\": {\"inn\": \"" + D + "\"}, \"kind\": \"BOARD\","
                        + " \"from\": \"2020-01-01\","
                        + " \"document\": {\"title\":"
                        + " \"Протокол\", \"number\":"
                        + " \"1\", \"date\":"
                        + " \"2020-01-01\"}}");
    }

    private static List<String> answers() throws Exception {
        var answers = new ArrayList<String>();
        for (var owner : List.of(P, Q, R, A, B, C, D)) {
            for (var subject : List.of(A, B, C, D)) {
                if (!owner.equals(subject)) {
                    answers.add(owner + " " + subject + " " + holding(owner, subject, DAY));
                }
            }
        }
        for (var other : List.of(B, C, D)) {
            answers.add(A + " " + other + " " + verdict(A, other, DAY));
        }
        return answers;
    }

    @Test
    void what_leaves_is_valid_and_taken_into_an_empty_system_gives_the_same_holdings() throws Exception {
        var before = answers();
        var exported = ask(ALL, "ru");
        assertThat(exported.statusCode()).as(exported.body()).isEqualTo(200);
        assertThat(exported.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"ownership-bods-" + DAY + ".json\"");

        OwnershipDoor.empty();
        var found = inForce("again.json", exported.body().getBytes(UTF_8));

        assertThat(codes(found)).as("nothing is wrong with it").isEmpty();
        assertThat(answers()).isEqualTo(before);
    }

    @Test
    void the_same_fact_has_the_same_id_in_every_export() throws Exception {
        var ids = ids(ask(ALL, "ru").body());

        assertThat(ids).doesNotHaveDuplicates().isNotEmpty();
        assertThat(ids(ask(ALL, "en").body())).isEqualTo(ids);
        assertThat(ids)
                .containsAll(ids(ask("ownership/bods?entity=inn:" + A + "&asOf=" + DAY, "ru")
                        .body()));
    }

    private static List<String> ids(String statements) throws Exception {
        return StreamSupport.stream(OwnershipDoor.JSON.readTree(statements).spliterator(), false)
                .map(statement -> statement.get("statementId").asText())
                .toList();
    }

    @Test
    void a_statement_tells_its_source_and_no_full_name() throws Exception {
        var exported = ask(ALL, "ru").body();

        assertThat(exported).contains("БЕЗНОМЕРНЫЙ П. И.").doesNotContain("БЕЗНОМЕРНЫЙ ПЁТР");
        for (JsonNode statement : OwnershipDoor.JSON.readTree(exported)) {
            if (statement.get("recordType").asText().equals("relationship")) {
                assertThat(statement.at("/source/type/0").asText())
                        .isIn("officialRegister", "primaryResearch", "thirdParty");
                assertThat(statement.at("/source/description").asText()).isNotBlank();
            }
        }
    }

    @Test
    void of_whom_no_source_names_there_is_no_statement_and_nobody_else_may_ask() throws Exception {
        assertThat(ask("ownership/bods?entity=inn:" + Register.inn(999), "ru").body())
                .isEqualTo("[]");
        assertThat(ask("ownership/bods", "ru").statusCode()).isEqualTo(400);
        assertThat(ask("ownership/bods?entity=7700000017", "ru").statusCode()).isEqualTo(400);
        assertThat(send("commission", "GET", ALL, null).statusCode()).isEqualTo(403);
        assertThat(send("auditor", "GET", ALL, null).statusCode()).isEqualTo(200);
    }

    @Test
    void a_cluster_leaves_with_everyone_above_its_members() throws Exception {
        var cluster = OwnershipDoor.done(
                "department",
                "POST",
                "clusters",
                "{\"sector\": \"IT\", \"name\": \"Выгрузка\", \"organisation\": {\"inn\": \"7707083893\"}, \"from\":"
                        + " \"2020-01-01\"}");
        OwnershipDoor.done(
                "department",
                "POST",
                "clusters/" + cluster.get("id").asText() + "/members",
                "{\"inn\": \"" + B + "\", \"name\": \"ООО\", \"roles\": [\"OTHER\"], \"from\": \"2020-01-01\"}");

        var exported = ask("ownership/bods?cluster=" + cluster.get("code").asText() + "&asOf=" + DAY, "ru");

        assertThat(exported.statusCode()).as(exported.body()).isEqualTo(200);
        assertThat(exported.body())
                .contains("\"recordId\":\"ru-inn-" + B + "\"")
                .contains("\"recordId\":\"ru-inn-" + P + "~ru-inn-" + A + "\"");
    }
}
