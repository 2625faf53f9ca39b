package ru.mos.clusters.inserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.inserver.OwnershipDoor.codes;
import static ru.mos.clusters.inserver.OwnershipDoor.done;
import static ru.mos.clusters.inserver.OwnershipDoor.ended;
import static ru.mos.clusters.inserver.OwnershipDoor.get;
import static ru.mos.clusters.inserver.OwnershipDoor.holding;
import static ru.mos.clusters.inserver.OwnershipDoor.imported;
import static ru.mos.clusters.inserver.OwnershipDoor.inForce;
import static ru.mos.clusters.inserver.OwnershipDoor.pair;
import static ru.mos.clusters.inserver.OwnershipDoor.rows;
import static ru.mos.clusters.inserver.OwnershipDoor.send;
import static ru.mos.clusters.inserver.OwnershipDoor.stake;
import static ru.mos.clusters.inserver.OwnershipDoor.upload;
import static ru.mos.clusters.inserver.OwnershipDoor.verdict;
import static ru.mos.clusters.inserver.OwnershipDoor.withdraw;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ownership as a program outside takes it in and asks about it. */
@RunAsClient
class OwnershipRestIT extends InServer {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final String P = Egrul.person(1);
    private static final String Q = Egrul.person(2);
    private static final String A = Register.inn(901);
    private static final String B = Register.inn(902);
    private static final String C = Register.inn(903);
    private static final Path SAMPLES =
            Path.of("..", "ejb", "src", "test", "resources", "ru", "mos", "clusters", "ownership", "source");

    @BeforeAll
    static void users() throws Exception {
        OwnershipDoor.users("department", "department2");
    }

    @BeforeEach
    void nobody_owns_anything() throws Exception {
        OwnershipDoor.empty();
    }

    private static void holds(String owner, String subject, String share) throws Exception {
        stake(owner, subject, "SHAREHOLDING", share, LONG_AGO);
    }

    private static void directs(String person, String subject) throws Exception {
        stake(person, subject, "EXECUTIVE", null, LONG_AGO);
    }

    /** The nine vectors of domain.md §5.4. */
    @Test
    void t1_a_controlled_company_votes_whole_with_its_owner_and_counts_in_proportion() throws Exception {
        holds(P, A, "60/100");
        holds(A, B, "40/100");
        holds(P, B, "5/100");

        assertThat(holding(P, B, DAY)).isEqualTo("1/20 29/100 9/20 false");
        assertThat(holding(P, A, DAY)).isEqualTo("3/5 3/5 3/5 true");
    }

    @Test
    void t2_control_down_a_chain_makes_a_group_though_the_product_is_small() throws Exception {
        holds(P, A, "51/100");
        holds(A, B, "51/100");
        holds(B, C, "51/100");

        assertThat(holding(P, C, DAY)).isEqualTo("0/1 132651/1000000 51/100 true");
        var found = pair(P, C, DAY, "");
        assertThat(found.get("verdict").asText()).isEqualTo("AFFILIATED");
        assertThat(found.get("reason").asText()).isEqualTo("GROUP");
        assertThat(found.at("/proof/paths/0/edges")).hasSize(3);
    }

    @Test
    void t3_many_small_stakes_make_interdependent_but_not_affiliated() throws Exception {
        holds(P, A, "30/100");
        holds(P, B, "30/100");
        holds(A, C, "50/100");
        holds(B, C, "50/100");

        assertThat(holding(P, C, DAY)).isEqualTo("0/1 3/10 0/1 false");
        assertThat(verdict(P, C, DAY)).isNotEqualTo("AFFILIATED");
        var tax = pair(P, C, DAY, "&profile=INTERDEP_105");
        assertThat(tax.get("verdict").asText()).isEqualTo("AFFILIATED");
        assertThat(OwnershipDoor.shown(tax.at("/proof/sum"))).isEqualTo("3/10");
        assertThat(OwnershipDoor.shown(tax.at("/proof/threshold"))).isEqualTo("1/4");
    }

    @Test
    void t4_through_a_ring_shares_are_solved_and_an_owner_owns_nothing_of_itself() throws Exception {
        holds(P, A, "40/100");
        holds(B, A, "20/100");
        holds(A, B, "50/100");

        assertThat(holding(P, A, DAY)).isEqualTo("2/5 4/9 2/5 false");
        assertThat(holding(P, B, DAY)).isEqualTo("0/1 2/9 0/1 false");
        assertThat(holding(A, B, DAY)).isEqualTo("1/2 1/2 1/2 false");
    }

    @Test
    void t5_stakes_below_the_threshold_add_up_over_a_group() throws Exception {
        holds(P, A, "60/100");
        holds(A, B, "15/100");
        holds(P, B, "10/100");

        assertThat(holding(P, B, DAY)).isEqualTo("1/10 19/100 1/4 false");
        var found = pair(P, B, DAY, "");
        assertThat(found.get("verdict").asText()).isEqualTo("AFFILIATED");
        assertThat(found.get("reason").asText()).isEqualTo("HOLDING");
        assertThat(OwnershipDoor.shown(found.at("/proof/sum"))).isEqualTo("1/4");
        assertThat(OwnershipDoor.shown(found.at("/proof/threshold"))).isEqualTo("1/5");
    }

    @Test
    void t6_exactly_a_fifth_is_no_link_and_a_trillionth_more_is() throws Exception {
        holds(P, A, "1/5");
        holds(Q, A, "4/5");
        directs(Egrul.person(3), A);
        holds(P, B, "200000000001/1000000000000");

        assertThat(verdict(P, A, DAY)).isNotEqualTo("AFFILIATED");
        assertThat(verdict(P, B, DAY)).isEqualTo("AFFILIATED");
    }

    @Test
    void t7_founders_of_one_organisation_are_not_linked_by_it() throws Exception {
        var organisation = Register.inn(904);
        for (var founder : List.of(A, B, C)) {
            holds(founder, organisation, "1/3");
        }
        assertThat(verdict(A, B, DAY)).isNotEqualTo("AFFILIATED");
    }

    @Test
    void t8_one_sole_executive_makes_a_group() throws Exception {
        directs(P, A);
        directs(P, B);

        var found = pair(A, B, DAY, "");
        assertThat(found.get("verdict").asText()).isEqualTo("AFFILIATED");
        assertThat(found.get("reason").asText()).isEqualTo("GROUP");
    }

    @Test
    void t9_a_joint_stock_company_without_its_register_is_unknown() throws Exception {
        inForce(
                "ao.xml",
                Egrul.file(
                        Egrul.of(A, DAY).holder(P, "1/1").head(P),
                        Egrul.of(B, DAY).form("12267").head(Q)));

        var found = pair(A, B, DAY, "");
        assertThat(found.get("verdict").asText()).isEqualTo("UNKNOWN");
        assertThat(found.get("missing")).anySatisfy(gap -> {
            assertThat(gap.get("party").asText()).isEqualTo("inn:" + B);
            assertThat(gap.get("what").asText()).isEqualTo("SHAREHOLDERS_OF_AO");
            assertThat(gap.get("supplier").asText()).isNotBlank();
        });
    }

    @Test
    void two_companies_of_different_people_are_certified_with_what_was_examined() throws Exception {
        inForce(
                "two.xml",
                Egrul.file(
                        Egrul.of(A, DAY).holder(P, "1/1").head(P),
                        Egrul.of(B, DAY).holder(Q, "1/1").head(Q)));

        var found = pair(A, B, DAY, "");
        assertThat(found.get("verdict").asText()).isEqualTo("NOT_AFFILIATED");
        assertThat(found.get("proof").isNull()).isTrue();
        assertThat(found.get("missing")).isEmpty();
        assertThat(found.get("examined").size()).isGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest(name = "of format {0}")
    @ValueSource(strings = {"4.07", "4.08"})
    void samples_with_every_kind_of_founder_give_the_table_written_by_hand(String version) throws Exception {
        var found = inForce("sample.xml", Files.readAllBytes(SAMPLES.resolve("egrul-" + version + ".xml")));

        assertThat(stored()).isEqualTo(expected(version));
        assertThat(found.get("records").asInt()).isEqualTo(6);
        assertThat(found.get("rejected").asInt()).isZero();
        assertThat(found.get("edges").asLong())
                .isEqualTo(expected(version).stream()
                        .filter(line -> line.matches("  [A-Z_]+ [A-Z_]+ .*"))
                        .count());
    }

    private static List<String> expected(String version) throws Exception {
        return Files.readAllLines(SAMPLES.resolve("egrul-expected.txt")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank() && !line.startsWith("  remark"))
                .map(line -> line.replace(" complete", "").replaceAll(" \\[[0-9a-f-]{36}]", ""))
                .map(line -> !line.endsWith(" 4.08")
                        ? line
                        : line.replace(version.equals("4.08") ? " 4.08" : " ARREST 4.08", ""))
                .toList();
    }

    /** What the database holds, in the words of that table. */
    private static List<String> stored() throws Exception {
        return rows("""
                select line
                  from (select e.id, 0 as part, 0 as position,
                               concat_ws(' ', p.inn || '/' || p.ogrn, e.short_name, e.legal_form, e.shown_on,
                                   trim_scale(e.capital),
                                   'treasury ' || e.treasury_numerator || '/' || e.treasury_denominator,
                                   case when e.joint_stock then 'joint-stock' end,
                                   case when e.owners_withheld then 'withheld' end,
                                   'ceased ' || e.ceased_on) as line
                          from ownership.extract e
                          join ownership.party p on p.id = e.party_id
                         union all
                        select e.id, 1, 0, '  at ' || e.region || ': ' || e.address
                          from ownership.extract e
                         union all
                        select e.id, 2, 0, '  succeeded by ' || p.inn || '/' || p.ogrn
                          from ownership.extract e
                          join ownership.party p on p.id = e.successor_id
                         union all
                        select s.extract_id, 3, s.position,
                               concat_ws(' ', ' ', s.kind, o.kind,
                                   coalesce(nullif(concat_ws('/', o.inn, o.ogrn, o.record), ''), '?'), o.country,
                                   coalesce(s.share_numerator || '/' || s.share_denominator, '-'),
                                   coalesce(s.votes_numerator || '/' || s.votes_denominator, '-'),
                                   coalesce(cast(s.valid_from as text), '-'), s.encumbrance,
                                   case when s.withheld then 'withheld' end,
                                   case when s.doubtful then 'doubtful' end)
                          from ownership.shown s
                          join ownership.party o on o.id = s.owner_id) found
                 order by id, part, position""").stream().map(line -> line.replaceFirst("^   ", "  ")).toList();
    }

    @Test
    void the_same_again_in_the_same_or_other_bytes_changes_nothing() throws Exception {
        var file = Egrul.file(Egrul.of(A, DAY).holder(P, "1/1").head(P));
        inForce("one.xml", file);
        var before = state();

        var same = inForce("again.xml", file);
        var repacked = inForce("again.zip", Egrul.zip("a.xml", file));

        assertThat(same.get("unchanged").asInt()).isEqualTo(1);
        assertThat(repacked.get("unchanged").asInt()).isEqualTo(1);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void one_broken_file_never_stops_the_others() throws Exception {
        var good = Egrul.xml(Egrul.of(A, DAY).holder(P, "1/1").head(P));
        var found = inForce(
                "three.zip",
                Egrul.zip(
                        "a.xml",
                        Egrul.file(Egrul.of(B, DAY).holder(Q, "1/1").head(Q)),
                        "cut.xml",
                        good.substring(0, good.length() - 9).getBytes(UTF_8),
                        "z.xml",
                        Egrul.file(Egrul.of(C, DAY).holder(A, "1/1").head(Q))));

        assertThat(found.get("records").asInt()).isEqualTo(3);
        assertThat(found.get("rejected").asInt()).isEqualTo(1);
        assertThat(codes(found)).containsExactly("xml-malformed");
        assertThat(rows("select p.inn from ownership.extract e join ownership.party p on p.id = e.party_id"))
                .containsExactlyInAnyOrder(B, C);
    }

    @Test
    void where_all_files_are_broken_nothing_is_taken() throws Exception {
        var good = Egrul.xml(Egrul.of(A, DAY).holder(P, "1/1"));
        var found = imported(
                "all.zip", Egrul.zip("a.xml", good.substring(0, 200).getBytes(UTF_8), "b.xml", "<x/>".getBytes(UTF_8)));

        assertThat(found.get("state").asText()).isEqualTo("REFUSED");
        assertThat(found.at("/refusal/code").asText()).isEqualTo("xml-malformed");
        assertNothing();
    }

    @Test
    void a_founder_named_twice_holds_both_shares_also_between_two_extracts() throws Exception {
        var later = DAY.plusMonths(2);
        inForce(
                "twice.xml",
                Egrul.file(
                        Egrul.of(A, DAY)
                                .holder(P, "15/100")
                                .holder(P, "10/100")
                                .holder(Q, "75/100")
                                .head(Q),
                        Egrul.of(A, later)
                                .holder(P, "15/100")
                                .holder(P, "10/100")
                                .holder(Q, "75/100")
                                .head(Q)));

        for (var day : List.of(DAY, DAY.plusMonths(1), later)) {
            assertThat(holding(P, A, day)).as(day.toString()).isEqualTo("1/4 1/4 1/4 false");
            assertThat(verdict(P, A, day)).isEqualTo("AFFILIATED");
        }
    }

    @Test
    void a_joint_subsidiary_run_by_another_joins_their_groups() throws Exception {
        var d = Register.inn(905);
        var e = Register.inn(906);
        inForce(
                "joint.xml",
                Egrul.file(
                        Egrul.of(A, DAY).holder(P, "1/1").head(P),
                        Egrul.of(B, DAY).holder(Q, "1/1").head(Q),
                        Egrul.of(C, DAY).holder(A, "1/1").head(P),
                        Egrul.of(d, DAY)
                                .holder(A, "3/10")
                                .holder(C, "3/10")
                                .holder(Egrul.person(5), "4/10")
                                .managedBy(B),
                        Egrul.of(e, DAY).holder(Egrul.person(6), "1/1").head(Egrul.person(6))));

        assertThat(verdict(A, B, DAY))
                .as("A with its C holds 60 % of what B directs")
                .isEqualTo("AFFILIATED");
        assertThat(verdict(A, e, DAY)).isEqualTo("NOT_AFFILIATED");
    }

    @Test
    void whoever_took_the_place_of_a_company_has_its_stakes_and_of_two_nobody_can_tell() throws Exception {
        var whole = Register.inn(907);
        var split = Register.inn(908);
        inForce(
                "successors.xml",
                Egrul.file(
                        Egrul.of(A, DAY).holder(P, "1/1").head(P),
                        Egrul.of(B, DAY).holder(Q, "1/1").head(Q),
                        Egrul.of(C, DAY)
                                .holder(whole, "6/10")
                                .holder(split, "4/10")
                                .head(Egrul.person(4)),
                        Egrul.of(whole, DAY).ceased(DAY.minusDays(9), A),
                        Egrul.of(split, DAY).ceased(DAY.minusDays(9), A, B)));

        assertThat(verdict(A, C, DAY)).isEqualTo("AFFILIATED");
        assertThat(verdict(B, C, DAY))
                .as("which of two successors got the 40 %")
                .isEqualTo("UNKNOWN");
    }

    /** How much is said by whichever imports. */
    private static List<String> state() throws Exception {
        return rows(
                "select count(distinct (party_id, content)), (select count(distinct (owner_id, position, e.content))"
                        + " from ownership.shown s join ownership.extract e on e.id = s.extract_id),"
                        + " (select count(*) from ownership.party),"
                        + " (select count(distinct statement) from ownership.stake where superseded_by is null)"
                        + " from ownership.extract where superseded_by is null");
    }

    private static void assertNothing() throws Exception {
        assertThat(state()).containsExactly("0|0|0|0");
    }

    private static final String PEOPLE =
            Bods.person("anna", P) + "," + Bods.person("boris", Q) + "," + Bods.company("alfa", A);

    @Test
    void a_file_that_breaks_the_schema_is_refused_whole_and_each_fault_named() throws Exception {
        var found = imported(
                "bad.json",
                Bods.file(
                        PEOPLE,
                        Bods.holds("r1", "2020-01-01", "r1", "new", "anna", "alfa", 60, "2020-01-01"),
                        Bods.holds("r2", "2020-02-30", "r2", "new", "anna", "alfa", 60, "2020-01-01"),
                        Bods.holds("r3", "2020-01-01", "r3", "young", "anna", "alfa", 60, "2020-01-01"),
                        Bods.holds("r4", "2020-01-01", "r4", "new", "anna", "alfa", 160, "2020-01-01"),
                        Bods.company("beta", B).replace("\"name\"", "\"nome\"")));

        assertThat(found.get("state").asText()).isEqualTo("REFUSED");
        assertThat(found.at("/refusal/code").asText()).isEqualTo("bods-invalid");
        var faults = OwnershipDoor.all("ownership/imports/" + found.get("id").asText() + "/problems").stream()
                .filter(problem -> !problem.get("code").asText().equals("bods-invalid"))
                .toList();
        assertThat(faults).hasSize(4).allSatisfy(fault -> {
            assertThat(fault.get("code").asText()).startsWith("bods-");
            assertThat(fault.get("field").asText()).startsWith("/");
            assertThat(fault.get("rejected").asBoolean()).isTrue();
        });
        assertThat(faults.stream().map(fault -> fault.get("line").asInt()).collect(Collectors.toSet()))
                .as("the fifth, sixth and seventh statement")
                .contains(5, 6, 7);
        assertNothing();
    }

    @Test
    void changes_over_time_never_show_more_than_the_whole() throws Exception {
        inForce(
                "time.json",
                Bods.file(
                        PEOPLE,
                        Bods.holds("r1", "2020-01-01", "r1", "new", "anna", "alfa", 100, "2020-01-01"),
                        Bods.holds("r2", "2021-06-01", "r2", "new", "boris", "alfa", 60, "2021-06-01"),
                        Bods.holds("r1b", "2021-06-10", "r1", "updated", "anna", "alfa", 40, "2021-06-01"),
                        Bods.holds("r3", "2022-01-01", "r2", "closed", "boris", "alfa", 60, "2021-06-01")));

        assertThat(holding(P, A, LocalDate.of(2021, 5, 31))).startsWith("1/1");
        assertThat(holding(P, A, LocalDate.of(2021, 6, 1))).startsWith("2/5");
        assertThat(holding(Q, A, LocalDate.of(2021, 6, 1))).startsWith("3/5");
        assertThat(holding(Q, A, LocalDate.of(2021, 12, 31))).startsWith("3/5");
        assertThat(holding(Q, A, LocalDate.of(2022, 1, 1))).startsWith("0/1");
        assertThat(holding(P, A, LocalDate.of(2022, 1, 1))).startsWith("2/5");
    }

    @Test
    void news_of_a_record_end_what_an_earlier_file_said_and_a_withdrawal_brings_it_back() throws Exception {
        inForce(
                "first.json",
                Bods.file(PEOPLE, Bods.holds("r1", "2020-01-01", "r1", "new", "anna", "alfa", 90, "2020-01-01")));
        var before = overTime();

        var second = inForce(
                "second.json",
                Bods.file(PEOPLE, Bods.holds("r1b", "2022-01-01", "r1", "updated", "anna", "alfa", 30, "2022-01-01")));
        assertThat(overTime()).containsExactly("9/10", "9/10", "3/10", "3/10");
        var late = inForce(
                "late.json",
                Bods.file(PEOPLE, Bods.holds("r1c", "2021-01-01", "r1", "updated", "anna", "alfa", 50, "2021-01-01")));
        assertThat(overTime()).containsExactly("9/10", "1/2", "3/10", "3/10");

        withdraw(second);
        assertThat(overTime()).as("as if it had never come").containsExactly("9/10", "1/2", "1/2", "1/2");
        withdraw(late);
        assertThat(overTime()).isEqualTo(before);
    }

    @Test
    void what_was_withdrawn_does_not_come_back_by_another_withdrawal() throws Exception {
        var first = inForce(
                "first.json",
                Bods.file(PEOPLE, Bods.holds("r1", "2020-01-01", "r1", "new", "anna", "alfa", 90, "2020-01-01")));
        var second = inForce(
                "second.json",
                Bods.file(PEOPLE, Bods.holds("r1b", "2022-01-01", "r1", "updated", "anna", "alfa", 30, "2022-01-01")));
        withdraw(first);
        assertThat(overTime()).containsExactly("0/1", "0/1", "3/10", "3/10");
        withdraw(second);
        assertThat(overTime()).containsExactly("0/1", "0/1", "0/1", "0/1");
    }

    @Test
    void a_later_file_that_closes_a_record_ends_it() throws Exception {
        inForce(
                "first.json",
                Bods.file(PEOPLE, Bods.holds("r1", "2020-01-01", "r1", "new", "anna", "alfa", 90, "2020-01-01")));
        var closing = inForce(
                "closing.json",
                Bods.file(PEOPLE, Bods.holds("r1z", "2022-01-01", "r1", "closed", "anna", "alfa", 90, "2020-01-01")));
        assertThat(overTime()).containsExactly("9/10", "9/10", "0/1", "0/1");
        withdraw(closing);
        assertThat(overTime()).containsExactly("9/10", "9/10", "9/10", "9/10");
    }

    private static List<String> overTime() throws Exception {
        var shares = new java.util.ArrayList<String>();
        for (var day : List.of("2020-06-01", "2021-06-01", "2022-01-01", "2023-06-01")) {
            shares.add(holding(P, A, LocalDate.parse(day)).split(" ")[0]);
        }
        return shares;
    }

    @Test
    void two_persons_take_an_import_back_and_the_answer_is_as_before() throws Exception {
        inForce(
                "march.xml",
                Egrul.file(
                        Egrul.of(A, DAY).holder(P, "1/1").head(P),
                        Egrul.of(B, DAY).holder(Q, "1/1").head(Q)));
        var before = pair(A, B, DAY, "");
        var wrong = inForce(
                "wrong.xml", Egrul.file(Egrul.of(B, DAY).holder(P, "1/1").head(P)));
        assertThat(verdict(A, B, DAY)).isNotEqualTo("NOT_AFFILIATED");

        var place = "ownership/imports/" + wrong.get("id").asText() + "/withdraw";
        assertThat(send("department", "POST", place, "{}").statusCode()).isEqualTo(422);
        done("department", "POST", place, "{\"reason\": \"не та дата\"}");
        var alone = send("department", "POST", place, "{\"reason\": \"ещё раз\"}");
        assertThat(alone.statusCode()).isBetween(400, 499);
        assertThat(alone.body()).contains("second-person-required");
        var done = done("department2", "POST", place, "{\"reason\": \"да\"}");

        assertThat(done.get("state").asText()).isEqualTo("WITHDRAWN");
        var after = pair(A, B, DAY, "");
        assertThat(after.get("verdict")).isEqualTo(before.get("verdict"));
        assertThat(after.get("examined")).isEqualTo(before.get("examined"));
    }

    @Test
    void what_another_import_shows_too_stays_when_one_is_withdrawn() throws Exception {
        var extract = Egrul.of(A, DAY).holder(P, "1/1").head(P);
        var first = inForce("first.xml", Egrul.file(extract));
        inForce(
                "both.xml",
                Egrul.file(extract, Egrul.of(B, DAY).holder(Q, "1/1").head(Q)));

        withdraw(first);

        assertThat(holding(P, A, DAY)).isEqualTo("1/1 1/1 1/1 true");
        assertThat(verdict(A, B, DAY)).isEqualTo("NOT_AFFILIATED");
    }

    @Test
    void withdrawn_bytes_can_be_taken_in_again() throws Exception {
        var file = Egrul.file(Egrul.of(A, DAY).holder(P, "1/1").head(P));
        withdraw(inForce("a.xml", file));
        assertThat(holding(P, A, DAY)).startsWith("0/1");

        var again = inForce("a.xml", file);

        assertThat(again.get("unchanged").asInt()).isZero();
        assertThat(holding(P, A, DAY)).startsWith("1/1");
    }

    @Test
    void an_import_that_is_stopped_leaves_nothing_and_comes_whole_when_it_begins_again() throws Exception {
        var files = IntStream.range(0, 600)
                .boxed()
                .flatMap(n -> java.util.stream.Stream.of(
                        String.format("f%04d.xml", n),
                        Egrul.file(IntStream.range(0, 10)
                                .mapToObj(i -> Egrul.of(Register.inn(2000 + 10 * n + i), DAY)
                                        .holder(Egrul.person(100 + n), "1/1")
                                        .head(Egrul.person(100 + n)))
                                .toArray(Egrul[]::new))))
                .toArray();
        var accepted = upload("ownership/imports?fileName=many.zip", Egrul.zip(files));
        var place = "ownership/imports/"
                + OwnershipDoor.JSON.readTree(accepted.body()).get("id").asText();
        var stopped = send("department", "POST", place + "/stop", null);
        assertThat(stopped.statusCode()).as(stopped.body()).isEqualTo(200);

        assertThat(ended(place).get("state").asText()).isEqualTo("STOPPED");
        assertNothing();

        done("department", "POST", place + "/restart", null);
        var found = ended(place);
        assertThat(found.get("state").asText()).isEqualTo("COMPLETED");
        assertThat(found.get("records").asInt()).isEqualTo(6000);
        assertThat(state().get(0)).startsWith("6000|12000|");
        assertThat(send("department", "POST", place + "/stop", null).statusCode())
                .isEqualTo(409);
        assertThat(send("department", "POST", place + "/restart", null).statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_failure_in_the_middle_of_taking_effect_leaves_nothing_and_a_restart_completes() throws Exception {
        OwnershipDoor.sql("alter table ownership.shown add constraint trial check (kind <> 'EXECUTIVE')");
        var place = "ownership/imports/"
                + OwnershipDoor.JSON
                        .readTree(upload(
                                        "ownership/imports?fileName=a.xml",
                                        Egrul.file(Egrul.of(A, DAY)
                                                .holder(P, "1/1")
                                                .head(P)))
                                .body())
                        .get("id")
                        .asText();
        try {
            assertThat(ended(place).get("state").asText()).isEqualTo("FAILED");
            assertNothing();
            assertThat(rows("select count(*) from platform.change where subject_kind = 'OWNERSHIP_IMPORT' and action ="
                            + " 'OWNERSHIP_IMPORTED' and subject = '" + place.replaceAll("\\D", "") + "'"))
                    .containsExactly("0");
        } finally {
            OwnershipDoor.sql("alter table ownership.shown drop constraint trial");
        }

        done("department", "POST", place + "/restart", null);

        assertThat(ended(place).get("state").asText()).isEqualTo("COMPLETED");
        assertThat(get("ownership/imports/" + place.replaceAll("\\D", ""))
                        .get("refusal")
                        .isNull())
                .isTrue();
        assertThat(holding(P, A, DAY)).startsWith("1/1");
    }
}
