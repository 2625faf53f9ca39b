package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.opendata.FindingKind;
import ru.mos.clusters.opendata.OpenData;
import ru.mos.clusters.opendata.PublicationState;
import ru.mos.clusters.opendata.PublicationView;
import ru.mos.clusters.opendata.Publications;
import ru.mos.clusters.platform.PageRequest;

/** What leaves as open data: whole, equal to the books to the kopeck, and nobody in it unnoticed. */
class OpenDataIT extends InServer {

    private static final String NAMED = "Станок Образцова Ивана Петровича";

    @Inject
    Granting grant;

    @Inject
    Publications publications;

    @Inject
    OpenData open;

    @BeforeEach
    void an_agreement_in_force() throws Exception {
        gone();
        grant.inForce("1000000.00");
    }

    @AfterEach
    void gone() throws Exception {
        grant.awarding().own("""
                truncate opendata.publication cascade;
                truncate opendata.public_title;
                delete from opendata.setting where valid_from > '2010-01-01';
                delete from platform.task where subject_kind = 'OPEN_DATA'""");
        grant.awarding().nothingLeft();
    }

    private PublicationView prepared() throws Exception {
        return as("department", () -> publications.prepare(null));
    }

    private JsonNode grants(PublicationView publication) throws Exception {
        var path = as("auditor", () -> publications.file(publication.id(), "grants-360.json"))
                .path();
        return new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(Files.readAllBytes(path));
    }

    private UUID titled(String title) throws Exception {
        grant.awarding().own("""
                alter table project.edition disable trigger user;
                update project.edition e set content = content || jsonb_build_object('title', '%s')
                  from agreement.agreement g where (e.project_id, e.number) = (g.project_id, g.project_edition);
                alter table project.edition enable trigger user""".formatted(title));
        return grant.id();
    }

    @Test
    void grants_are_told_as_the_agreements_and_the_ledger_have_them_to_the_kopeck() throws Exception {
        grant.evidenced(1, "600000.00", "11");
        grant.account(Granting.ACCOUNT);
        grant.paid(1);

        var publication = prepared();

        assertThat(as("auditor", () -> publications.findings(publication.id(), PageRequest.first(10)))
                        .items())
                .isEmpty();
        assertThat(publication.state()).isEqualTo(PublicationState.PREPARED);
        assertThat(publication.awarded())
                .isEqualTo(
                        new BigDecimal(
                                one(
                                        "select sum(n.amount) from agreement.agreement g join agreement.edition n on (n.agreement_id, n.number) = (g.id, g.edition)")));
        assertThat(publication.disbursed())
                .isEqualTo(new BigDecimal(
                        one("select sum(balance) from ledger.account where stage in ('PAID', 'ACCEPTED')")))
                .isPositive();
        var told = grants(publication);
        assertThat(told.at("/grants")).hasSize(1);
        assertThat(told.at("/grants/0/amountAwarded").decimalValue()).isEqualByComparingTo(publication.awarded());
        assertThat(told.at("/grants/0/amountDisbursed").decimalValue()).isEqualByComparingTo(publication.disbursed());
        assertThat(told.at("/grants/0/recipientOrganization/0/id").asText())
                .isEqualTo("RU-INN-" + Granting.PARTY.digits());
        assertThat(told.at("/license").asText()).startsWith("https://");
        var flat = Files.readString(as("chief", () -> publications.file(publication.id(), "grants-360.csv"))
                .path());
        assertThat(flat).contains(",RUB," + publication.awarded() + "," + publication.disbursed() + ",2026-06-01,");
        assertThat(publication.files())
                .extracting(file -> file.name())
                .contains(
                        "ownership-bods.json",
                        "clusters.csv",
                        "clusters.csv-metadata.json",
                        "entrepreneurs.csv",
                        "grants-360/meta.csv",
                        "clusters/meta.csv");
        var clusters = Files.readString(as("chief", () -> publications.file(publication.id(), "clusters.csv"))
                .path());
        assertThat(clusters).contains("," + Granting.PARTY.digits() + ",");
    }

    @Test
    void what_is_told_otherwise_than_the_ledger_has_it_stops_the_publication() throws Exception {
        grant.awarding().own(LedgerFixture.limits(2026, Awarding.KBK, "1000"));
        grant.awarding().own("""
                select ledger.post(platform.today(), 'fixture', array['stray'], array['PAID'], array['fixture'], array[null], array[null],
                                   array[null]::bigint[], array[1, 1], array['PAID', 'LIMIT'], array[2026, 2026], array['%1$s', '%1$s'],
                                   array['X-1', ''], array[0.01, -0.01]::numeric[])""".formatted(Awarding.KBK));

        var publication = prepared();

        assertThat(publication.state()).isEqualTo(PublicationState.FAULTY);
        var found = as("auditor", () -> publications.findings(publication.id(), PageRequest.first(10)))
                .items()
                .get(0);
        assertThat(found.kind()).isEqualTo(FindingKind.LEDGER_DIFFERS);
        assertThat(found.excerpt()).isEqualTo("0.00 / 0.01");
    }

    @Test
    void a_fault_stops_the_publication_and_says_where() throws Exception {
        grant.awarding()
                .own("insert into opendata.setting values ('LICENCE_URL', '2026-01-01', 'no address', 'fixture')");

        var publication = prepared();

        assertThat(publication.state()).isEqualTo(PublicationState.FAULTY);
        var found = as("department", () -> publications.findings(publication.id(), PageRequest.first(10)))
                .items()
                .get(0);
        assertThat(found.kind()).isEqualTo(FindingKind.FORMAT);
        assertThat(found.file() + found.pointer() + " " + found.excerpt())
                .isEqualTo("grants-360.json/license no address");
        assertProblem(
                "transition-not-allowed",
                () -> as("chief", () -> publications.publish(publication.id(), "всё равно", null)));
        assertThat(one("select count(*) from platform.task where kind = 'OPEN_DATA_TO_PUBLISH' and closed_by is null"))
                .isEqualTo("0");
        var given = as("department", () -> publications.discard(publication.id(), "Лицензия", null));
        assertThat(given.state()).isEqualTo(PublicationState.DISCARDED);
    }

    @Test
    void a_person_in_a_title_needs_an_answer_or_another_title() throws Exception {
        var agreement = titled(NAMED);

        var publication = prepared();

        assertThat(publication.state()).isEqualTo(PublicationState.PREPARED);
        var findings = as("chief", () -> publications.findings(publication.id(), PageRequest.first(10)))
                .items();
        assertThat(findings)
                .extracting(found -> found.kind() + " " + found.pointer())
                .containsExactly("NAME /grants/0/title", "NAME /grants/0/description");
        assertThat(findings).allMatch(found -> agreement.equals(found.agreement()));
        assertProblem(
                "publication-persons-unanswered",
                () -> as("chief", () -> publications.publish(publication.id(), " ", null)));
        assertProblem(
                "public-title-names-person", () -> as("chief", () -> publications.title(agreement, "И. П. Образцов")));

        as("department", () -> publications.title(agreement, "Станок"));
        var anew = prepared();

        assertThat(anew.persons()).isZero();
        assertThat(grants(anew).toString()).doesNotContain("Образцов").contains("«Станок»");
        var answered = as("chief", () -> publications.publish(publication.id(), "Имя завода", null));
        assertThat(answered.acknowledgement()).isEqualTo("Имя завода");
        var overtaken = prepared();
        var published = as("chief", () -> publications.publish(anew.id(), null, anew.version()));
        assertThat(published.state()).isEqualTo(PublicationState.PUBLISHED);
        assertThat(open.find(null).orElseThrow().number()).isEqualTo(anew.number());
        var latest = prepared();
        as("chief", () -> publications.publish(latest.id(), null, null));
        assertProblem(
                "publication-overtaken", () -> as("chief", () -> publications.publish(overtaken.id(), null, null)));
        as("chief", () -> publications.withdraw(latest.id(), "Ошибка", null));
        assertThat(open.find(null).orElseThrow().number()).isEqualTo(anew.number());
        as("chief", () -> publications.withdraw(publication.id(), "Ошибка", null));
        assertThat(open.isWithdrawn(publication.number())).isTrue();
    }

    @Test
    void the_database_lets_nobody_publish_what_nobody_answered_for_nor_what_they_prepared() throws Exception {
        titled(NAMED);
        var publication = prepared();
        var forced =
                "update opendata.publication set state = 'PUBLISHED', published_at = now(), published_by = '%s' where id = '"
                        + publication.id() + "'";

        assertProblem("publication-persons-unanswered", () -> grant.awarding().own(forced.formatted("chief")));
        assertProblem(
                "second-person-required",
                () -> grant.awarding()
                        .own(forced.formatted("department").replace("where", ", acknowledgement = 'x' where")));
        as("chief", () -> publications.discard(publication.id(), "Не нужен", null));
        assertProblem("publication-stays", () -> grant.awarding().own(forced.formatted("chief")));
    }
}
