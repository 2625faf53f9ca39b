package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.inserver.OwnershipDoor.get;
import static ru.mos.clusters.inserver.OwnershipDoor.holding;
import static ru.mos.clusters.inserver.OwnershipDoor.inForce;
import static ru.mos.clusters.inserver.OwnershipDoor.pair;
import static ru.mos.clusters.inserver.OwnershipDoor.stake;
import static ru.mos.clusters.inserver.OwnershipDoor.verdict;
import static ru.mos.clusters.inserver.OwnershipDoor.withdraw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ownership over time: what holds when, what is not known, and what was known when. */
@RunAsClient
class OwnershipTimeIT extends InServer {

    private static final int TRUSTED_DAYS = 180;
    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 10);
    private static final LocalDate MARCH = LocalDate.of(2024, 3, 10);
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 10);
    private static final String P = Egrul.person(1);
    private static final String Q = Egrul.person(2);
    private static final String A = Register.inn(901);
    private static final String B = Register.inn(902);

    @BeforeAll
    static void users() throws Exception {
        OwnershipDoor.users("department", "department2");
    }

    @BeforeEach
    void nobody_owns_anything() throws Exception {
        OwnershipDoor.empty();
    }

    private static Egrul owned(String company, String owner, LocalDate on) {
        return Egrul.of(company, on).holder(owner, "1/1").head(owner);
    }

    @Test
    void an_extract_certifies_to_the_last_day_it_is_trusted_and_no_longer() throws Exception {
        inForce("a.xml", Egrul.file(owned(A, P, MARCH), owned(B, Q, MARCH)));

        assertThat(verdict(A, B, MARCH)).isEqualTo("NOT_AFFILIATED");
        assertThat(verdict(A, B, MARCH.plusDays(TRUSTED_DAYS))).isEqualTo("NOT_AFFILIATED");
        var stale = pair(A, B, MARCH.plusDays(TRUSTED_DAYS + 1), "");
        assertThat(stale.get("verdict").asText()).isEqualTo("UNKNOWN");
        assertThat(stale.findValuesAsText("what")).containsOnly("EXTRACT_TOO_OLD");
    }

    @Test
    void a_fact_begins_at_its_own_record_date() throws Exception {
        inForce(
                "a.xml",
                Egrul.file(
                        owned(B, Q, JUNE),
                        Egrul.of(A, JUNE)
                                .holder(P, "79/100")
                                .holder(Q, "21/100", MARCH)
                                .head(P)));

        assertThat(holding(Q, A, MARCH.minusDays(1))).startsWith("0/1");
        assertThat(holding(Q, A, MARCH)).startsWith("21/100");
        assertThat(verdict(A, B, MARCH)).isEqualTo("AFFILIATED");
        assertThat(verdict(A, B, MARCH.minusDays(1)))
                .as("who had the 21 % before")
                .isEqualTo("UNKNOWN");
    }

    @Test
    void a_late_extract_under_a_past_date_fills_the_past() throws Exception {
        inForce(
                "june.xml",
                Egrul.file(
                        owned(B, Q, JUNE),
                        Egrul.of(A, JUNE).holder(P, "1/1", MARCH).head(P)));
        assertThat(verdict(A, B, JANUARY)).isEqualTo("UNKNOWN");

        inForce("january.xml", Egrul.file(Egrul.of(A, JANUARY).holder(Q, "1/1").head(P)));

        assertThat(verdict(A, B, JANUARY)).isEqualTo("AFFILIATED");
        assertThat(verdict(A, B, MARCH.minusDays(1)))
                .as("between the two: may have ended")
                .isEqualTo("UNKNOWN");
        assertThat(verdict(A, B, MARCH)).isEqualTo("NOT_AFFILIATED");
        assertThat(verdict(A, B, JUNE)).isEqualTo("NOT_AFFILIATED");
    }

    @Test
    void what_a_newer_extract_does_not_show_ended_between_and_the_gap_is_unknown() throws Exception {
        inForce(
                "march.xml",
                Egrul.file(
                        owned(B, Q, MARCH),
                        Egrul.of(A, MARCH)
                                .holder(P, "70/100")
                                .holder(Q, "30/100")
                                .head(P)));
        inForce(
                "june.xml",
                Egrul.file(
                        owned(B, Q, JUNE),
                        Egrul.of(A, JUNE)
                                .holder(P, "70/100")
                                .holder(Egrul.person(3), "30/100", JUNE)
                                .head(P)));

        assertThat(verdict(A, B, MARCH)).isEqualTo("AFFILIATED");
        var gap = pair(A, B, JUNE.minusDays(1), "");
        assertThat(gap.get("verdict").asText()).isEqualTo("UNKNOWN");
        assertThat(gap.findValuesAsText("what")).contains("BETWEEN_EXTRACTS");
        assertThat(verdict(A, B, JUNE)).isEqualTo("NOT_AFFILIATED");
    }

    @Test
    void sources_that_disagree_leave_it_open_and_never_make_more_than_the_whole() throws Exception {
        inForce("a.xml", Egrul.file(owned(A, P, MARCH), owned(B, Q, MARCH)));
        inForce(
                "a.json",
                Bods.file(
                        Bods.person("anna", Q),
                        Bods.company("alfa", A),
                        Bods.holds("r1", "2024-01-01", "r1", "new", "anna", "alfa", 60, "2024-01-01")));

        assertThat(holding(P, A, MARCH)).startsWith("1/1");
        assertThat(holding(Q, A, MARCH)).startsWith("0/1");
        var open = pair(A, B, MARCH, "");
        assertThat(open.get("verdict").asText()).isEqualTo("UNKNOWN");
        assertThat(open.findValuesAsText("what")).contains("SOURCES_DISAGREE");
    }

    @Test
    void an_answer_replays_as_it_was_known_whatever_came_later() throws Exception {
        var first = inForce("a.xml", Egrul.file(owned(A, P, MARCH), owned(B, Q, MARCH)));
        var given = pair(A, B, MARCH, "");
        assertThat(given.get("verdict").asText()).isEqualTo("NOT_AFFILIATED");
        var replay = "&knownOn=" + given.get("knownOn").asText();

        inForce("b.xml", Egrul.file(owned(B, P, MARCH.minusDays(10)), owned(B, P, MARCH.plusDays(10))));
        stake(P, B, "SHAREHOLDING", "1/100", MARCH);
        stake(P, B, "EXECUTIVE", null, MARCH);
        assertThat(verdict(A, B, MARCH)).isEqualTo("AFFILIATED");
        assertThat(pair(A, B, MARCH, replay)).isEqualTo(given);
        withdraw(first);
        assertThat(pair(A, B, MARCH, replay)).isEqualTo(given);

        assertThat(pair(A, B, MARCH, "&knownOn=2020-01-01").get("verdict").asText())
                .as("nothing was known then")
                .isEqualTo("UNKNOWN");
        assertThat(pair(A, B, MARCH, "&knownOn=2999-01-01").get("verdict"))
                .isEqualTo(pair(A, B, MARCH, "").get("verdict"));
    }

    @Test
    void a_statement_that_closes_a_record_without_naming_interests_ends_what_an_earlier_file_opened() throws Exception {
        var opened = Bods.file(
                Bods.person("q", Q),
                Bods.company("beta", B),
                Bods.holds("r1", "2023-01-01", "r1", "new", "q", "beta", 60, "2023-01-01"));
        var closed = Bods.file(
                Bods.person("q", Q),
                Bods.company("beta", B),
                Bods.statement(
                        "r2",
                        MARCH.toString(),
                        "r1",
                        "relationship",
                        "closed",
                        "{\"isComponent\": false, \"subject\": \"beta\", \"interestedParty\": \"q\","
                                + " \"interests\": []}"));
        for (var order : List.of(List.of(opened, closed), List.of(closed, opened))) {
            nobody_owns_anything();
            var first = inForce("one.json", order.get(0));
            var second = inForce("two.json", order.get(1));
            assertThat(holding(Q, B, MARCH.minusDays(1))).isEqualTo("3/5 3/5 3/5 true");
            assertThat(holding(Q, B, MARCH)).isEqualTo("0/1 0/1 0/1 false");

            withdraw(order.get(1) == closed ? second : first);
            assertThat(holding(Q, B, MARCH)).as("open again").isEqualTo("3/5 3/5 3/5 true");
        }
    }

    @Test
    void a_closed_record_that_a_later_statement_opens_anew_holds_again() throws Exception {
        var parties = List.of(Bods.person("q", Q), Bods.company("beta", B));
        inForce(
                "one.json",
                Bods.file(
                        parties.get(0),
                        parties.get(1),
                        Bods.holds("r1", "2023-01-01", "r1", "new", "q", "beta", 60, "2023-01-01")));
        inForce(
                "two.json",
                Bods.file(
                        parties.get(0),
                        parties.get(1),
                        Bods.statement(
                                "r2",
                                "2023-06-01",
                                "r1",
                                "relationship",
                                "closed",
                                "{\"isComponent\": false, \"subject\": \"beta\", \"interestedParty\": \"q\"}")));
        inForce(
                "three.json",
                Bods.file(
                        parties.get(0),
                        parties.get(1),
                        Bods.holds("r3", "2024-01-01", "r1", "updated", "q", "beta", 51, "2024-01-01")));

        assertThat(holding(Q, B, LocalDate.of(2023, 5, 31))).isEqualTo("3/5 3/5 3/5 true");
        assertThat(holding(Q, B, LocalDate.of(2023, 7, 1))).isEqualTo("0/1 0/1 0/1 false");
        assertThat(holding(Q, B, MARCH)).isEqualTo("51/100 51/100 51/100 true");
    }

    @Test
    void a_person_bears_the_latest_name_whatever_the_order_of_imports() throws Exception {
        var maiden = Egrul.file(Egrul.of(B, JANUARY).founder(named("СТАРОВА")).head(Q));
        var married = Egrul.file(
                Egrul.of(B, MARCH.minusDays(3)).founder(named("НОВИКОВА")).head(Q));
        for (var order : List.of(List.of(maiden, married), List.of(married, maiden))) {
            nobody_owns_anything();
            inForce("one.xml", order.get(0));
            inForce("two.xml", order.get(1));

            assertThat(pair(P, B, MARCH, "").at("/a/name").asText()).isEqualTo("НОВИКОВА А.");
        }
    }

    private static String named(String surname) {
        return "<УчрФЛ><СвФЛ Фамилия=\"" + surname + "\" Имя=\"АННА\" ИННФЛ=\"" + P + "\"/><ДоляУстКап"
                + " НоминСтоим=\"100\"><РазмерДоли><Процент>100</Процент></РазмерДоли>"
                + Egrul.record(JANUARY.minusDays(9))
                + "</ДоляУстКап></УчрФЛ>";
    }

    /** Four extracts, two of them of one day, and two files of statements on one record. */
    @Test
    void the_order_of_imports_never_matters() throws Exception {
        long seed = Long.getLong("clusters.order.seed", System.nanoTime());
        System.out.println("order of imports: seed " + seed);
        var random = new Random(seed);
        var q = Bods.person("q", Q).replace("\"fullName\": \"q\"", "\"fullName\": \"ЛИЦО" + Q + " ИВАН\"");
        var files = new ArrayList<byte[]>(List.of(
                Egrul.file(any(A, JANUARY, random)),
                Egrul.file(any(A, MARCH, random)),
                Egrul.file(any(A, MARCH, random)),
                Egrul.file(any(B, MARCH.minusDays(20), random)),
                Bods.file(
                        q,
                        Bods.company("beta", B),
                        Bods.holds("r1", "2023-01-01", "r1", "new", "q", "beta", 1 + random.nextInt(60), "2023-01-01")),
                Bods.file(
                        q,
                        Bods.company("beta", B),
                        Bods.holds(
                                "r2",
                                "2024-02-01",
                                "r1",
                                "updated",
                                "q",
                                "beta",
                                1 + random.nextInt(60),
                                "2024-02-01"))));
        List<String> expected = null;
        for (int order = 0; order < 12; order++) {
            nobody_owns_anything();
            for (var file : files) {
                inForce("file", file);
            }
            var answers = answers();
            expected = expected == null ? answers : expected;
            assertThat(answers).as("seed %d, order %d", seed, order).isEqualTo(expected);
            Collections.shuffle(files, random);
        }
    }

    private static Egrul any(String company, LocalDate on, Random random) {
        var extract = Egrul.of(company, on);
        int left = 100;
        for (var owner : List.of(P, Q, Egrul.person(3))) {
            int share = random.nextInt(left + 1);
            if (share > 0) {
                extract.holder(owner, share + "/100", on.minusDays(random.nextInt(90)));
            }
            left -= share;
        }
        return extract.head(random.nextBoolean() ? P : Q, on.minusDays(random.nextInt(90)));
    }

    private static List<String> answers() throws Exception {
        var answers = new ArrayList<String>();
        for (var day = JANUARY.minusDays(80); day.isBefore(JUNE); day = day.plusDays(23)) {
            for (var two : List.of(List.of(A, B), List.of(P, A), List.of(Q, B))) {
                answers.add(day + " " + two + " " + withoutImports(pair(two.get(0), two.get(1), day, "")) + " "
                        + holding(two.get(0), two.get(1), day));
            }
        }
        return answers;
    }

    /** Numbers of imports and instants differ with the order, nothing else may. */
    private static JsonNode withoutImports(JsonNode answer) {
        if (answer instanceof ObjectNode object) {
            object.remove(List.of("importId", "knownOn", "import"));
        }
        answer.forEach(OwnershipTimeIT::withoutImports);
        return answer;
    }

    @Test
    void a_day_is_today_in_moscow_unless_it_is_asked_for() throws Exception {
        assertThat(get("ownership/affiliation?a=inn:" + A + "&b=inn:" + B)
                        .get("asOf")
                        .asText())
                .isEqualTo(OwnershipDoor.rows("select platform.today()").get(0));
    }
}
