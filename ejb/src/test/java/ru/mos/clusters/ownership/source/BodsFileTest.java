package ru.mos.clusters.ownership.source;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.ownership.source.Statements.entity;
import static ru.mos.clusters.ownership.source.Statements.entityDetails;
import static ru.mos.clusters.ownership.source.Statements.interest;
import static ru.mos.clusters.ownership.source.Statements.person;
import static ru.mos.clusters.ownership.source.Statements.read;
import static ru.mos.clusters.ownership.source.Statements.readText;
import static ru.mos.clusters.ownership.source.Statements.relationship;
import static ru.mos.clusters.ownership.source.Statements.shares;
import static ru.mos.clusters.ownership.source.Statements.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.platform.Fraction;

class BodsFileTest {

    private static final String ALFA = entity("alfa", "7700001002");
    private static final String ANNA = person("anna");
    private static final String BORIS = person("boris");

    private static String held(String id, String date, String status, String owner, String... interests) {
        return statement(id, date, "alfa-" + owner, "relationship", status, relationship("alfa", owner, interests));
    }

    private static Statements story(String... statements) {
        var all = new ArrayList<>(List.of(ALFA, ANNA, BORIS));
        all.addAll(List.of(statements));
        return read(all.toArray(String[]::new));
    }

    @Nested
    class An_interest {

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "shareholding, SHAREHOLDING, 1/4, 1/4",
            "votingRights, SHAREHOLDING, 0/1, 1/4",
            "boardMember, BOARD, ,",
            "boardChair, BOARD, ,",
            "seniorManagingOfficial, EXECUTIVE, ,",
            "appointmentOfBoard, , ,",
            "otherInfluenceOrControl, , ,",
            "settlor, , ,",
            "trustee, , ,",
            "protector, , ,",
            "beneficiaryOfLegalArrangement, , ,",
            "rightsToSurplusAssetsOnDissolution, , ,",
            "rightsToProfitOrIncome, , ,",
            "rightsGrantedByContract, , ,",
            "conditionalRightsGrantedByContract, , ,",
            "controlViaCompanyRulesOrArticles, , ,",
            "controlByLegalFramework, , ,",
            "unknownInterest, , ,",
            "unpublishedInterest, , ,",
            "enjoymentAndUseOfAssets, , ,",
            "rightToProfitOrIncomeFromAssets, , ,",
            "nominee, , ,",
            "nominator, , ,",
        })
        void of_each_type_is_a_link_in_law_or_is_carried(String type, String kind, String share, String votes) {
            var read = story(held("1", "2021-01-01", "new", "anna", interest(type, "25", "2020-05-05", null)));

            assertThat(read.refusal).isEqualTo("none");
            assertThat(read.shown()).containsExactly("anna " + kind + " " + share + " " + votes + " 2020-05-05 null");
            assertThat(read.taken.get(0).interest()).isEqualTo(type);
            assertThat(read.remarked()).hasSize(kind == null ? 1 : 0);
        }

        @Test
        void of_an_entity_that_manages_is_that_of_a_managing_company() {
            var read = read(
                    ALFA,
                    entity("beta", "7700001010"),
                    held("1", "2021-01-01", "new", "beta", interest("seniorManagingOfficial", null, null, null)));

            assertThat(read.taken.get(0).kind()).isEqualTo(EdgeKind.MANAGING_COMPANY);
        }

        @Test
        void without_a_start_begins_with_its_statement() {
            assertThat(story(held("1", "2021-01-01T10:00:00Z", "new", "anna", shares("50", null)))
                            .shown())
                    .containsExactly("anna SHAREHOLDING 1/2 1/2 2021-01-01 null");
        }

        @Test
        void named_as_a_range_is_not_exact_unless_the_range_is_a_point() {
            var range = "{\"type\":\"shareholding\",\"share\":{\"minimum\":25,\"maximum\":50}}";
            var point = "{\"type\":\"shareholding\",\"share\":{\"minimum\":12.5,\"maximum\":12.5}}";
            var read = story(
                    held("1", "2021-01-01", "new", "anna", range), held("2", "2021-01-01", "new", "boris", point));

            assertThat(read.taken.get(0).share()).isNull();
            assertThat(read.taken.get(0).atLeast()).isEqualTo(Fraction.of(1, 4));
            assertThat(read.taken.get(0).atMost()).isEqualTo(Fraction.of(1, 2));
            assertThat(read.taken.get(1).share()).isEqualTo(Fraction.of(1, 8));
        }

        @Test
        void of_votes_named_apart_takes_the_place_of_the_shares_own_votes() {
            var read = story(held(
                    "1", "2021-01-01", "new", "anna", shares("60", null), interest("votingRights", "10", null, null)));

            assertThat(read.shown())
                    .containsExactly(
                            "anna SHAREHOLDING 3/5 0/1 2021-01-01 null", "anna SHAREHOLDING 0/1 1/10 2021-01-01 null");
        }

        @Test
        void held_indirectly_is_never_added_to_direct_ones() {
            var indirect = interest("shareholding", "100", null, null).replace("\"direct\"", "\"indirect\"");
            var read = story(
                    held("1", "2021-01-01", "new", "boris", shares("100", null)),
                    held("2", "2021-01-01", "new", "anna", indirect));

            assertThat(read.shown())
                    .containsExactly(
                            "boris SHAREHOLDING 1/1 1/1 2021-01-01 null",
                            "anna SHAREHOLDING 1/1 1/1 2021-01-01 null indirect");
            assertThat(read.remarks).isEmpty();
        }

        @Test
        void of_a_relationship_with_components_is_indirect_whatever_it_says() {
            var primary = held("2", "2021-01-01", "new", "anna", shares("60", null))
                    .replace("\"subject\"", "\"componentRecords\":[\"alfa-boris\"],\"subject\"");

            assertThat(story(held("1", "2021-01-01", "new", "boris", shares("60", null)), primary)
                            .shown())
                    .containsExactly(
                            "boris SHAREHOLDING 3/5 3/5 2021-01-01 null",
                            "anna SHAREHOLDING 3/5 3/5 2021-01-01 null indirect");
        }

        @Test
        void of_unknown_directness_is_doubtful() {
            var unknown = shares("10", null).replace("\"direct\"", "\"unknown\"");

            assertThat(story(held("1", "2021-01-01", "new", "anna", unknown)).shown())
                    .containsExactly("anna SHAREHOLDING 1/10 1/10 2021-01-01 null doubtful");
        }

        @Test
        void with_impossible_dates_is_left_out_alone() {
            var read = story(held(
                    "1",
                    "2021-01-01",
                    "new",
                    "anna",
                    interest("shareholding", "10", "2020-02-02", "2020-02-01"),
                    interest("boardMember", null, "2020-02-02", "2020-02-02"),
                    shares("20", Statements.TODAY.plusDays(1).toString()),
                    shares("30", "2020-02-02")));

            assertThat(read.shown()).containsExactly("anna SHAREHOLDING 3/10 3/10 2020-02-02 null");
            assertThat(read.remarked())
                    .containsExactly(
                            "bods-dates-impossible [4, 2020-02-02, 2020-02-01]",
                            "bods-dates-impossible [4, 2024-04-02, null]");
        }

        @Test
        void with_an_immense_number_stays_unknown() {
            var read = story(held("1", "2021-01-01", "new", "anna", shares("1e-99999999", null)));

            assertThat(read.shown()).containsExactly("anna SHAREHOLDING null null 2021-01-01 null");
            assertThat(read.remarked()).containsExactly("bods-number-impossible [4, …]");
        }

        @Test
        void that_is_not_named_is_some_interest() {
            assertThat(story(held("1", "2021-01-01", "new", "anna")).shown())
                    .containsExactly("anna null null null 2021-01-01 null doubtful");
        }
    }

    @Nested
    class Over_time {

        @Test
        void an_update_ends_what_was_said_before_from_the_start_of_what_it_says() {
            assertThat(story(
                                    held("1", "2021-01-01", "new", "anna", shares("60", "2010-01-01")),
                                    held("2", "2022-03-01", "updated", "anna", shares("40", "2022-02-01")))
                            .shown())
                    .containsExactly(
                            "anna SHAREHOLDING 3/5 3/5 2010-01-01 2022-02-01",
                            "anna SHAREHOLDING 2/5 2/5 2022-02-01 null");
        }

        @Test
        void an_update_that_restates_the_past_takes_its_place() {
            assertThat(story(
                                    held("1", "2021-01-01", "new", "anna", shares("60", "2010-01-01")),
                                    held(
                                            "2",
                                            "2022-03-01",
                                            "updated",
                                            "anna",
                                            interest("shareholding", "55", "2010-01-01", "2022-02-01"),
                                            shares("40", "2022-02-01")))
                            .shown())
                    .containsExactly(
                            "anna SHAREHOLDING 11/20 11/20 2010-01-01 2022-02-01",
                            "anna SHAREHOLDING 2/5 2/5 2022-02-01 null");
        }

        @Test
        void a_third_statement_that_reaches_back_beyond_the_second_also_ends_the_first() {
            var read = story(
                    held("1", "2021-01-01", "new", "anna", shares("60", "2010-01-01")),
                    held("2", "2022-03-01", "updated", "anna", shares("70", "2015-01-01")),
                    held("3", "2023-03-01", "updated", "anna", shares("80", "2012-01-01")));

            assertThat(read.shown())
                    .containsExactly(
                            "anna SHAREHOLDING 3/5 3/5 2010-01-01 2012-01-01",
                            "anna SHAREHOLDING 4/5 4/5 2012-01-01 null");
        }

        @Test
        void an_update_leaves_other_sorts_of_interest_as_they_began() {
            assertThat(story(
                                    held(
                                            "1",
                                            "2021-01-01",
                                            "new",
                                            "anna",
                                            shares("60", "2010-01-01"),
                                            interest("boardMember", null, "2012-01-01", null)),
                                    held("2", "2022-03-01", "updated", "anna", shares("40", "2022-02-01")))
                            .shown())
                    .containsExactly(
                            "anna SHAREHOLDING 3/5 3/5 2010-01-01 2022-02-01",
                            "anna BOARD null null 2012-01-01 2022-03-01",
                            "anna SHAREHOLDING 2/5 2/5 2022-02-01 null");
        }

        @Test
        void a_closed_record_ended_on_its_end_date_or_else_on_its_statements() {
            assertThat(story(
                                    held("1", "2021-01-01", "new", "anna", shares("60", "2010-01-01")),
                                    held(
                                            "2",
                                            "2022-03-01",
                                            "closed",
                                            "anna",
                                            interest("shareholding", "60", "2010-01-01", "2022-02-01")),
                                    held("3", "2021-01-01", "new", "boris", shares("40", "2010-01-01")),
                                    held("4", "2022-03-05", "closed", "boris"))
                            .shown())
                    .containsExactly(
                            "anna SHAREHOLDING 3/5 3/5 2010-01-01 2022-02-01",
                            "boris SHAREHOLDING 2/5 2/5 2010-01-01 2022-03-05");
        }

        @Test
        void the_order_in_the_file_does_not_matter() {
            assertThat(story(
                                    held("2", "2022-03-01", "updated", "anna", shares("40", "2022-02-01")),
                                    held("1", "2021-01-01", "new", "anna", shares("60", "2010-01-01")))
                            .shown())
                    .containsExactlyInAnyOrder(
                            "anna SHAREHOLDING 3/5 3/5 2010-01-01 2022-02-01",
                            "anna SHAREHOLDING 2/5 2/5 2022-02-01 null");
        }

        @Test
        void a_sale_that_is_told_late_never_shows_more_than_the_whole() {
            var read = story(
                    held("1", "2021-01-01", "new", "anna", shares("100", "2010-01-01")),
                    held("2", "2022-02-01", "new", "boris", shares("100", "2022-02-01")),
                    held("3", "2022-03-01", "closed", "anna"));

            assertThat(read.shown())
                    .containsExactly(
                            "anna SHAREHOLDING 1/1 1/1 2010-01-01 2022-02-01",
                            "boris SHAREHOLDING 1/1 1/1 2022-02-01 null");
            assertThat(read.remarked()).containsExactly("bods-shares-exceed [alfa, 2022-02-01, 200 %]");
        }

        @Test
        void statements_of_one_day_that_contradict_each_other_leave_the_amounts_unknown() {
            var read = story(
                    held("1", "2021-01-01", "new", "anna", shares("60", "2010-01-01")),
                    held("2", "2021-01-01", "new", "boris", shares("60", "2010-01-01")));

            assertThat(read.shown())
                    .containsExactly(
                            "anna SHAREHOLDING null null 2010-01-01 null doubtful",
                            "boris SHAREHOLDING null null 2010-01-01 null doubtful");
        }

        /** Stories of up to four holders, each with up to five statements in any order. */
        @Test
        void no_story_ever_shows_more_than_the_whole_of_a_company() {
            long seed = 20240401;
            var random = new Random(seed);
            for (int run = 0; run < 3000; run++) {
                var read = read(randomStory(random).toArray(String[]::new));
                assertThat(read.refusal).isEqualTo("none");
                for (LocalDate day = LocalDate.of(2009, 12, 1);
                        day.isBefore(LocalDate.of(2013, 1, 1));
                        day = day.plusDays(23)) {
                    assertThat(read.sum("alfa", day))
                            .as("seed " + seed + ", run " + run + ", " + day + ": " + read.shown())
                            .isLessThanOrEqualTo(Fraction.ONE);
                }
            }
        }

        private static List<String> randomStory(Random random) {
            var statements = new ArrayList<>(List.of(ALFA));
            int id = 0;
            for (int holder = 0; holder <= random.nextInt(4); holder++) {
                for (int i = 0; i <= random.nextInt(5); i++) {
                    var interests = new ArrayList<String>();
                    for (int j = 0; j < random.nextInt(3); j++) {
                        String start = random.nextInt(3) == 0 ? null : randomDay(random, 2010);
                        String end = start == null || random.nextInt(3) > 0 ? null : randomDay(random, 2012);
                        String type = random.nextInt(3) == 0 ? "votingRights" : "shareholding";
                        interests.add(interest(type, Integer.toString(random.nextInt(101)), start, end));
                    }
                    String status = List.of("new", "updated", "closed").get(random.nextInt(3));
                    statements.add(held(
                            "s" + id++,
                            randomDay(random, 2011),
                            status,
                            "p" + holder,
                            interests.toArray(String[]::new)));
                }
            }
            Collections.shuffle(statements, random);
            return statements;
        }

        private static String randomDay(Random random, int year) {
            return LocalDate.of(year, 1, 1).plusDays(random.nextInt(365)).toString();
        }
    }

    @Nested
    class A_file {

        @Test
        void that_breaks_the_schema_anywhere_is_refused_whole_and_each_fault_is_named() {
            var read = story(
                    held("1", "2021-02-30", "new", "anna", shares("50", null)),
                    held("2", "2021-01-01", "renewed", "anna", shares("101", null)),
                    held("3", "2021-01-01", "new", "anna", shares("1", null)).replace("\"recordId\"", "\"record\""),
                    held("4", "2021-01-01", "new", "anna", interest("ownership", "1", null, "soon")),
                    held("5", "2021-01-01", "new", "anna", shares("\"half\"", null)),
                    statement(
                            "6",
                            "2021-01-01",
                            "x",
                            "entity",
                            "new",
                            entityDetails("x", "1").replace("\"name\":\"x\"", "\"uri\":\"no uri\"")));

            assertThat(read.refusal).isEqualTo("bods-invalid");
            assertThat(read.taken).isEmpty();
            assertThat(read.parties).isEmpty();
            assertThat(read.remarked())
                    .contains(
                            "bods-format-wrong [4, /statementDate, 2021-02-30]",
                            "bods-value-not-listed [5, /recordStatus, renewed]",
                            "bods-rule-broken [5, /recordDetails/interests/0/share/exact, maximum]",
                            "bods-property-missing [6, /, recordId]",
                            "bods-value-not-listed [7, /recordDetails/interests/0/type, ownership]",
                            "bods-format-wrong [7, /recordDetails/interests/0/endDate, soon]",
                            "bods-type-wrong [8, /recordDetails/interests/0/share/exact, half]",
                            "bods-format-wrong [9, /recordDetails/uri, no uri]");
        }

        @Test
        void names_each_fault_once_even_where_it_breaks_two_alternatives() {
            assertThat(story(held("1", "yesterday", "new", "anna", shares("50", null)))
                            .remarked())
                    .containsExactly("bods-format-wrong [4, /statementDate, yesterday]");
        }

        @Test
        void names_no_more_than_a_hundred_faults() {
            var many = Collections.nCopies(150, "{}").toArray(String[]::new);

            assertThat(read(many).remarks).hasSize(100);
        }

        @Test
        void in_which_a_statement_id_repeats_is_refused() {
            var read = story(
                    held("1", "2021-01-01", "new", "anna", shares("50", null)),
                    held("1", "2021-01-01", "new", "boris", shares("50", null)));

            assertThat(read.refusal).isEqualTo("bods-invalid");
            assertThat(read.remarked()).singleElement().asString().startsWith("bods-statement-twice [5, 1---");
        }

        @Test
        void may_refer_to_what_it_does_not_hold_and_says_so_once() {
            var read = read(
                    held("1", "2021-01-01", "new", "anna", shares("50", null)),
                    held("2", "2021-01-01", "new", "boris", shares("50", null)));

            assertThat(read.refusal).isEqualTo("none");
            assertThat(read.shown()).hasSize(2);
            assertThat(read.remarked())
                    .containsExactlyInAnyOrder(
                            "bods-reference-absent [1, anna]",
                            "bods-reference-absent [1, alfa]",
                            "bods-reference-absent [2, boris]");
        }

        @Test
        void that_closes_a_record_without_naming_interests_says_when() {
            var read = Statements.read(
                    Statements.entity("alfa", "7700001002"),
                    Statements.person("anna"),
                    Statements.statement(
                            "r1",
                            "2024-02-01",
                            "r",
                            "relationship",
                            "closed",
                            Statements.relationship("alfa", "anna")));

            assertThat(read.taken).isEmpty();
            assertThat(read.closings).containsExactly("r 2024-02-01");
        }

        @Test
        void may_close_what_it_never_opened_and_says_so() {
            var read = story(held(
                    "1", "2021-01-01", "closed", "anna", interest("shareholding", "50", "2010-01-01", "2020-01-01")));

            assertThat(read.shown()).containsExactly("anna SHAREHOLDING 1/2 1/2 2010-01-01 2020-01-01");
            assertThat(read.remarked()).containsExactly("bods-predecessor-absent [4, alfa-anna]");
        }

        @Test
        void with_a_statement_of_tomorrow_is_taken_without_it() {
            var read = story(
                    held("1", Statements.TODAY.toString(), "new", "anna", shares("50", null)),
                    held("2", Statements.TODAY.plusDays(1).toString(), "new", "boris", shares("50", null)));

            assertThat(read.shown()).hasSize(1);
            assertThat(read.remarked()).containsExactly("bods-dates-impossible [5, 2024-04-02, 2024-04-01]");
        }

        @Test
        void may_leave_open_who_the_owner_is_but_not_whose_owners_are_meant() {
            var unknown = "{\"reason\":\"unknown\"}";
            var read = story(
                    held("1", "2021-01-01", "new", "anna", shares("50", null)).replace("\"anna\"", unknown),
                    held("2", "2021-01-01", "new", "anna", shares("50", null))
                            .replace("\"subject\":\"alfa\"", "\"subject\":" + unknown));

            assertThat(read.shown()).containsExactly("? SHAREHOLDING 1/2 1/2 2021-01-01 null");
            assertThat(read.taken.get(0).withheld()).isTrue();
            assertThat(read.remarked()).containsExactly("bods-subject-unknown [5, unknown]");
        }

        @ParameterizedTest(name = "{1}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "{} | bods-not-a-list",
                    "[{] | bods-malformed",
                    "[ | bods-malformed",
                    "[] [] | bods-not-a-list",
                    "[{\"a\":1,\"a\":2}] | bods-malformed",
                    "[1] | bods-invalid",
                })
        void that_is_nothing_of_the_kind_is_refused(String json, String code) {
            assertThat(readText(json).refusal).isEqualTo(code);
        }

        @Test
        void cut_off_anywhere_is_refused() {
            var whole = "[" + ALFA + "," + held("1", "2021-01-01", "new", "anna", shares("50", null)) + "]";
            for (int length = 0; length < whole.length(); length += 13) {
                assertThat(readText(whole.substring(0, length)).refusal)
                        .as("cut to " + length)
                        .isNotEqualTo("none");
            }
        }

        @Test
        void with_a_statement_of_immense_size_is_refused() {
            assertThat(readText("[{\"a\":[" + "1,".repeat(100_001) + "1]}]").refusal)
                    .isEqualTo("bods-limit");
            assertThat(readText("[" + "[".repeat(60) + "]".repeat(60) + "]").refusal)
                    .isEqualTo("bods-malformed");
        }
    }

    @Nested
    class A_party {

        @Test
        void is_known_by_its_record_and_by_numbers_with_right_check_digits() {
            var read = read(ALFA, entity("beta", "7700001003"), ANNA);

            assertThat(read.parties)
                    .containsExactly(
                            new PartyRef(PartyKind.LEGAL_ENTITY, "7700001002", null, "alfa", "alfa", "RU", null),
                            new PartyRef(PartyKind.LEGAL_ENTITY, null, null, "beta", "beta", "RU", null),
                            new PartyRef(PartyKind.PERSON, null, null, "anna", "anna", null, null));
            assertThat(read.remarked()).containsExactly("party-number-wrong [7700001003, beta]");
        }

        @Test
        void is_as_its_latest_statement_has_it() {
            var later =
                    statement("z", "2022-01-01", "alfa", "entity", "updated", entityDetails("renamed", "7700001002"));

            assertThat(read(later, ALFA).parties).extracting(PartyRef::name).containsExactly("renamed");
        }

        @ParameterizedTest(name = "{0} of {1} is {2}")
        @CsvSource({
            "registeredEntity, RU, LEGAL_ENTITY",
            "registeredEntity, CY, FOREIGN_ENTITY",
            "legalEntity, RU, LEGAL_ENTITY",
            "arrangement, RU, OTHER",
            "anonymousEntity, RU, LEGAL_ENTITY",
            "unknownEntity, RU, LEGAL_ENTITY",
            "state, RU, PUBLIC_BODY",
            "stateBody, RU, PUBLIC_BODY",
        })
        void is_of_a_kind(String type, String country, PartyKind kind) {
            var entity = ALFA.replace("registeredEntity", type).replace("\"RU\"", "\"" + country + "\"");

            assertThat(read(entity).parties).extracting(PartyRef::kind).containsExactly(kind);
        }
    }
}
