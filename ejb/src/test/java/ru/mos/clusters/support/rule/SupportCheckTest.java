package ru.mos.clusters.support.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.support.rule.SupportOutcome.MANUAL;
import static ru.mos.clusters.support.rule.SupportOutcome.MET;
import static ru.mos.clusters.support.rule.SupportOutcome.NOT_MET;
import static ru.mos.clusters.support.rule.SupportOutcome.UNKNOWN;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.support.rule.BanTerms.JudgedBy;

class SupportCheckTest {

    private static final LocalDate FIRST = day("2008-01-01");
    private static final LocalDate BOUNDARY = day("2022-12-26");
    private static final LocalDate ON = day("2024-06-10");
    private static final Citation REPEATED = citation("ст. 14, ч. 5, п. 3");
    private static final Citation BANNED = citation("ст. 14, ч. 5, п. 4");
    private static final SupportSource OWN = SupportSource.own("1", new Paper("Решение", "1", day("2024-01-10")));
    private static final RegisterStanding FRESH =
            new RegisterStanding(RegisterStanding.State.FRESH, 7L, day("2024-05-15"), day("2024-06-29"));
    private static final SupportDraft GRANT = draft("Оснащение лаборатории");

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Citation citation(String paragraph) {
        return new Citation("209-ФЗ от 24.07.2007", day("2022-06-28"), paragraph, Citation.Status.IN_FORCE);
    }

    private static SupportDraft draft(String purpose) {
        return new SupportDraft("FINANCIAL", "0100", "GRANT", "0103", purpose);
    }

    private static NavigableMap<LocalDate, Integer> months(int before, int since) {
        return new TreeMap<>(java.util.Map.of(FIRST, before, BOUNDARY, since));
    }

    private static SupportCheck check(JudgedBy judgedBy) {
        return new SupportCheck(
                new BanTerms(
                        new TreeMap<>(java.util.Map.of(FIRST, 36)),
                        months(36, 12),
                        months(36, 0),
                        new TreeMap<>(java.util.Map.of(FIRST, judgedBy))),
                REPEATED,
                BANNED);
    }

    private static SupportCheck.Result result(
            LocalDate on,
            SupportDraft draft,
            RegisterStanding register,
            List<GivenSupport> supports,
            List<RecognisedViolation> violations) {
        return check(JudgedBy.APPLICATION).check(new SupportFacts(on, draft, register, supports, violations));
    }

    private static List<SupportReason> reasons(SupportCheck.Result result) {
        return result.findings().stream().map(SupportFinding::reason).toList();
    }

    private static GivenSupport given(String purpose, String decided, String ends, String stopped) {
        return new GivenSupport(
                "77-1",
                "7700000016",
                null,
                "FINANCIAL",
                "0100",
                "GRANT",
                "0103",
                purpose,
                decided == null ? null : day(decided),
                ends == null ? null : day(ends),
                stopped == null ? null : day(stopped),
                OWN);
    }

    private static GivenSupport shown(String form, String registerForm, String kind, String registerKind) {
        return new GivenSupport(
                "77-2",
                "7700000016",
                null,
                form,
                registerForm,
                kind,
                registerKind,
                null,
                day("2024-01-10"),
                day("2024-12-31"),
                null,
                SupportSource.taxService(7, day("2024-05-15")));
    }

    @Test
    void without_support_and_violations_both_bans_are_met_by_the_register_and_its_paragraphs() {
        var result = result(ON, GRANT, FRESH, List.of(), List.of());

        assertThat(result.outcome()).isEqualTo(MET);
        assertThat(reasons(result)).containsExactly(SupportReason.NO_LIKE_SUPPORT, SupportReason.NO_VIOLATION);
        assertThat(result.findings()).extracting(SupportFinding::citation).containsExactly(REPEATED, BANNED);
        assertThat(result.findings())
                .extracting(finding -> finding.source().kind())
                .containsOnly(SupportSource.Kind.TAX_SERVICE);
    }

    @Nested
    class Repeated_support {

        @ParameterizedTest(name = "asked for {0}: {1}")
        @CsvSource({
            "2024-01-09, MET", // the day before the decision
            "2024-01-10, NOT_MET",
            "2024-12-31, NOT_MET", // the last day is of the term
            "2025-01-01, MET"
        })
        void the_same_support_refuses_from_its_decision_through_its_last_day(String on, SupportOutcome outcome) {
            var result = result(
                    day(on),
                    GRANT,
                    FRESH,
                    List.of(given("Оснащение лаборатории", "2024-01-10", "2024-12-31", null)),
                    List.of());

            assertThat(result.outcome()).isEqualTo(outcome);
        }

        @ParameterizedTest(name = "asked for {0}: {1}")
        @CsvSource({"2024-05-31, NOT_MET", "2024-06-01, MET"})
        void a_stopped_one_refuses_until_the_day_before_it_was_stopped(String on, SupportOutcome outcome) {
            var stopped = given("Оснащение лаборатории", "2024-01-10", "2024-12-31", "2024-06-01");

            var result = result(day(on), GRANT, FRESH, List.of(stopped), List.of());

            assertThat(result.outcome()).isEqualTo(outcome);
            if (outcome == NOT_MET) {
                assertThat(result.findings().get(0).until()).isEqualTo(day("2024-06-01"));
            }
        }

        @Test
        void the_finding_names_the_support_its_source_the_paragraph_and_the_first_free_day() {
            var support = given("Оснащение лаборатории", "2024-01-10", "2024-12-31", null);

            var finding = result(ON, GRANT, FRESH, List.of(support), List.of())
                    .findings()
                    .get(0);

            assertThat(finding.reason()).isEqualTo(SupportReason.SAME_SUPPORT);
            assertThat(finding.support()).isEqualTo(support);
            assertThat(finding.source()).isEqualTo(OWN);
            assertThat(finding.citation()).isEqualTo(REPEATED);
            assertThat(finding.until()).isEqualTo(day("2025-01-01"));
        }

        @ParameterizedTest(name = "«{0}»")
        @CsvSource({"оснащение  лаборатории.", "«Оснащение» лаборатории", "ОСНАЩЕНИЕ ЛАБОРАТОРИИ"})
        void neither_case_nor_punctuation_makes_another_purpose(String purpose) {
            var result = result(ON, GRANT, FRESH, List.of(given(purpose, "2024-01-10", "2024-12-31", null)), List.of());

            assertThat(result.outcome()).isEqualTo(NOT_MET);
        }

        @Test
        void another_purpose_is_named_and_stops_nothing() {
            var result =
                    result(ON, GRANT, FRESH, List.of(given("Обучение", "2024-01-10", "2024-12-31", null)), List.of());

            assertThat(result.outcome()).isEqualTo(MET);
            assertThat(reasons(result)).contains(SupportReason.OTHER_PURPOSE);
        }

        @Test
        void a_purpose_that_nobody_says_is_for_a_person_on_either_side() {
            var running = given("Оснащение лаборатории", "2024-01-10", "2024-12-31", null);

            assertThat(result(ON, GRANT, FRESH, List.of(shown("FINANCIAL", "0100", "GRANT", "0103")), List.of())
                            .outcome())
                    .isEqualTo(MANUAL);
            assertThat(result(ON, draft(null), FRESH, List.of(running), List.of())
                            .outcome())
                    .isEqualTo(MANUAL);
        }

        @Test
        void another_form_or_kind_is_none_of_its_business() {
            assertThat(result(ON, GRANT, FRESH, List.of(shown("PROPERTY", "0200", null, "0201")), List.of())
                            .outcome())
                    .isEqualTo(MET);
            assertThat(result(ON, GRANT, FRESH, List.of(shown("FINANCIAL", "0100", null, "0104")), List.of())
                            .outcome())
                    .isEqualTo(MET);
            // not in our directory, yet its code is not that of the planned one
            assertThat(result(ON, GRANT, FRESH, List.of(shown(null, "0500", null, "0501")), List.of())
                            .outcome())
                    .isEqualTo(MET);
        }

        @Test
        void a_kind_that_cannot_be_matched_is_for_a_person() {
            var premises = new SupportDraft("PROPERTY", null, "PREMISES", null, "Цех");

            var result = result(ON, premises, FRESH, List.of(shown("PROPERTY", "0200", null, "0201")), List.of());

            assertThat(result.outcome()).isEqualTo(MANUAL);
            assertThat(reasons(result)).contains(SupportReason.KIND_UNCERTAIN);
        }

        @Test
        void dates_that_cannot_be_read_are_for_a_person_unless_others_decide() {
            var endless = given("Оснащение лаборатории", "2024-01-10", null, null);
            var beginningless = given("Оснащение лаборатории", null, "2024-06-09", null);

            assertThat(reasons(result(ON, GRANT, FRESH, List.of(endless), List.of())))
                    .contains(SupportReason.TERM_UNKNOWN);
            assertThat(result(ON, GRANT, FRESH, List.of(endless), List.of()).outcome())
                    .isEqualTo(MANUAL);
            assertThat(result(ON, GRANT, FRESH, List.of(beginningless), List.of())
                            .outcome())
                    .isEqualTo(MET);
        }
    }

    @Nested
    class Ban_after_a_violation {

        private static RecognisedViolation violation(ViolationKind kind, String recognised, String due, String fixed) {
            return new RecognisedViolation(
                    kind,
                    recognised == null ? null : day(recognised),
                    due == null ? null : day(due),
                    fixed == null ? null : day(fixed),
                    "77-1",
                    OWN);
        }

        private static SupportOutcome outcome(String on, RecognisedViolation violation) {
            return result(day(on), GRANT, FRESH, List.of(), List.of(violation)).outcome();
        }

        @ParameterizedTest
        @EnumSource(
                value = ViolationKind.class,
                names = {"MISUSE", "FALSE_DATA", "MISUSE_OR_FALSE_DATA"})
        void misuse_and_false_data_ban_for_three_years_to_the_day_even_if_corrected(ViolationKind kind) {
            for (var corrected : new String[] {null, "2023-04-01"}) {
                var violation = violation(kind, "2023-03-10", "2023-05-01", corrected);

                assertThat(outcome("2023-03-09", violation)).isEqualTo(MET);
                assertThat(outcome("2023-03-10", violation)).isEqualTo(NOT_MET);
                assertThat(outcome("2026-03-09", violation)).isEqualTo(NOT_MET);
                assertThat(outcome("2026-03-10", violation)).isEqualTo(MET);
            }
        }

        @Test
        void three_years_from_a_leap_day_end_on_the_last_of_february() {
            var violation = violation(ViolationKind.MISUSE, "2024-02-29", null, null);

            assertThat(outcome("2027-02-27", violation)).isEqualTo(NOT_MET);
            assertThat(outcome("2027-02-28", violation)).isEqualTo(MET);
        }

        @Test
        void any_other_violation_bans_for_one_year_to_the_day() {
            var violation = violation(ViolationKind.OTHER, "2023-03-10", null, null);

            assertThat(outcome("2024-03-09", violation)).isEqualTo(NOT_MET);
            assertThat(outcome("2024-03-10", violation)).isEqualTo(MET);
        }

        @ParameterizedTest(name = "corrected on {0}, asked for {1}: {2}")
        @CsvSource({
            "2023-05-01, 2023-06-01, MET", // on the last day of its term
            "2023-05-02, 2023-06-01, NOT_MET",
            "2023-05-01, 2023-04-30, NOT_MET", // not corrected yet
            "2023-05-01, 2023-05-01, MET"
        })
        void correction_lifts_the_ban_if_it_came_within_its_term_and_from_its_day(
                String corrected, String on, SupportOutcome outcome) {
            assertThat(outcome(on, violation(ViolationKind.OTHER, "2023-03-10", "2023-05-01", corrected)))
                    .isEqualTo(outcome);
        }

        @Test
        void correction_for_which_no_term_was_given_lifts_nothing() {
            assertThat(outcome("2023-06-01", violation(ViolationKind.OTHER, "2023-03-10", null, "2023-03-11")))
                    .isEqualTo(NOT_MET);
        }

        @ParameterizedTest(name = "recognised {0}, asked for {1}, judged by {2}: {3}")
        @CsvSource({
            // by the day of application: the old periods until 25.12.2022, the new ones from 26.12.2022 for all
            "2021-12-20, 2022-12-25, APPLICATION, NOT_MET",
            "2021-12-20, 2022-12-26, APPLICATION, MET",
            "2022-12-25, 2023-12-24, APPLICATION, NOT_MET",
            "2022-12-25, 2023-12-25, APPLICATION, MET",
            "2022-12-26, 2023-12-25, APPLICATION, NOT_MET",
            "2022-12-26, 2023-12-26, APPLICATION, MET",
            // by the day of recognition: three years for what was recognised the day before
            "2022-12-25, 2023-12-25, RECOGNITION, NOT_MET",
            "2022-12-25, 2025-12-24, RECOGNITION, NOT_MET",
            "2022-12-25, 2025-12-25, RECOGNITION, MET",
            "2022-12-26, 2023-12-25, RECOGNITION, NOT_MET",
            "2022-12-26, 2023-12-26, RECOGNITION, MET"
        })
        void the_edition_of_26_12_2022_shortens_the_ban(
                String recognised, String on, JudgedBy judgedBy, SupportOutcome outcome) {
            var facts = new SupportFacts(
                    day(on), GRANT, FRESH, List.of(), List.of(violation(ViolationKind.OTHER, recognised, null, null)));

            assertThat(check(judgedBy).check(facts).outcome()).isEqualTo(outcome);
        }

        @ParameterizedTest(name = "asked for {0}: {1}")
        @CsvSource({"2022-12-25, NOT_MET", "2022-12-26, MET"})
        void before_the_boundary_even_correction_in_time_does_not_lift_it(String on, SupportOutcome outcome) {
            assertThat(outcome(on, violation(ViolationKind.OTHER, "2022-03-10", "2022-05-01", "2022-04-01")))
                    .isEqualTo(outcome);
        }

        @Test
        void a_violation_whose_day_nobody_says_leaves_it_open() {
            var result =
                    result(ON, GRANT, FRESH, List.of(), List.of(violation(ViolationKind.UNTOLD, null, null, null)));

            assertThat(result.outcome()).isEqualTo(UNKNOWN);
            assertThat(reasons(result)).contains(SupportReason.VIOLATION_UNDATED);
        }

        @Test
        void the_finding_says_until_when_and_by_which_paragraph() {
            var finding = result(
                            ON,
                            GRANT,
                            FRESH,
                            List.of(),
                            List.of(violation(ViolationKind.MISUSE, "2024-01-15", null, null)))
                    .findings()
                    .get(1);

            assertThat(finding.reason()).isEqualTo(SupportReason.BANNED);
            assertThat(finding.until()).isEqualTo(day("2027-01-15"));
            assertThat(finding.citation()).isEqualTo(BANNED);
        }
    }

    @Nested
    class The_register {

        @ParameterizedTest
        @EnumSource(
                value = RegisterStanding.State.class,
                names = {"STALE", "ABSENT", "UNREAD"})
        void without_it_nothing_is_known_and_each_ban_says_so(RegisterStanding.State state) {
            var register = state == RegisterStanding.State.ABSENT
                    ? RegisterStanding.ABSENT
                    : new RegisterStanding(state, 7L, day("2024-01-15"), day("2024-02-29"));

            var result = result(ON, GRANT, register, List.of(), List.of());

            assertThat(result.outcome()).isEqualTo(UNKNOWN);
            assertThat(result.findings())
                    .extracting(SupportFinding::rule)
                    .containsExactly(SupportRule.REPEATED_SUPPORT, SupportRule.VIOLATION_BAN);
        }

        @Test
        void what_refuses_refuses_whatever_else_is_not_known() {
            var running = given("Оснащение лаборатории", "2024-01-10", "2024-12-31", null);

            assertThat(result(ON, GRANT, RegisterStanding.ABSENT, List.of(running), List.of())
                            .outcome())
                    .isEqualTo(NOT_MET);
        }
    }
}
