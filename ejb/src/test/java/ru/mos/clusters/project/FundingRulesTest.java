package ru.mos.clusters.project;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.project.ProjectBuilder.LEAD;
import static ru.mos.clusters.project.ProjectBuilder.project;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.ProblemTexts;

class FundingRulesTest {

    private static final FundingLimits EVERY = FundingLimits.ofEvery(Fraction.of(1, 5));

    private static List<String> faults(ProjectContent content, FundingLimits limits) {
        return FundingRules.faults(content, LEAD.digits(), limits).stream()
                .map(fault -> fault.code().slug() + " " + fault.field())
                .toList();
    }

    private static FundingLimits shares(@Nullable Fraction target, Fraction... shares) {
        return new FundingLimits(List.of(shares), List.of(), target, null, null, null, null);
    }

    /** Moves a kopeck between the budget and others, and what participants receive with it. */
    private static ProjectContent kopeckMore(int stage) {
        var amounts = List.of("225.01", "74.99", "150.01", "149.99", "75.01", "224.99");
        int at = 2 * (stage - 1);
        return project(
                "/funding/" + at + "/amount",
                amounts.get(at),
                "/funding/" + (at + 1) + "/amount",
                amounts.get(at + 1),
                "/participants/0/receives",
                "250.01");
    }

    @Test
    void the_path_tells_exact_shares_of_each_stage_and_of_all_up_to_it() {
        var path = FundingPath.of(project(), shares(null, Fraction.of(3, 4), Fraction.of(1, 2), Fraction.of(1, 4)));

        assertThat(path.stages())
                .extracting(FundingPath.Stage::share)
                .containsExactly(Fraction.of(3, 4), Fraction.of(1, 2), Fraction.of(1, 4));
        assertThat(path.stages())
                .extracting(FundingPath.Stage::cumulative)
                .containsExactly(Fraction.of(3, 4), Fraction.of(5, 8), Fraction.of(1, 2));
        assertThat(path.stages())
                .extracting(FundingPath.Stage::cumulativeMost)
                .containsExactly(Fraction.of(3, 4), Fraction.of(5, 8), Fraction.of(1, 2));
        assertThat(path.asked()).isEqualTo(new BigDecimal("450.00"));
        assertThat(path.total()).isEqualTo(new BigDecimal("900.00"));
    }

    @Test
    void a_share_equal_to_its_limit_passes_and_one_kopeck_more_does_not() {
        var limits = shares(Fraction.of(1, 4), Fraction.of(3, 4), Fraction.of(1, 2), Fraction.of(1, 4));

        assertThat(faults(project(), limits)).isEmpty();
        assertThat(faults(kopeckMore(1), limits))
                .containsExactly(
                        "project-share-too-large /stages/0",
                        "project-share-cumulative /stages/0",
                        "project-share-cumulative /stages/1",
                        "project-share-cumulative /stages/2");
        assertThat(faults(kopeckMore(3), limits))
                .containsExactly(
                        "project-share-too-large /stages/2",
                        "project-share-cumulative /stages/2",
                        "project-target-missed /stages/2");
    }

    @Test
    void later_stages_obey_the_last_limit_named() {
        assertThat(faults(project(), shares(null, Fraction.of(3, 4), Fraction.of(1, 2))))
                .isEmpty();
        assertThat(faults(project(), shares(null, Fraction.of(3, 4), Fraction.of(49, 100))))
                .containsExactly("project-share-too-large /stages/1", "project-share-cumulative /stages/1");
    }

    @Test
    void a_limit_on_all_stages_up_to_one_may_be_stricter_than_those_of_the_stages() {
        var limits = new FundingLimits(
                List.of(), List.of(Fraction.ONE, Fraction.of(5, 8), Fraction.of(1, 2)), null, null, null, null, null);

        assertThat(faults(project(), limits)).isEmpty();
        assertThat(faults(kopeckMore(2), limits))
                .containsExactly("project-share-cumulative /stages/1", "project-share-cumulative /stages/2");
    }

    @Test
    void the_share_may_stay_but_never_rise() {
        var flat = project(
                "/funding/2/amount", "225.00", "/funding/3/amount", "75.00", "/participants/0/receives", "325.00");
        var risen = project(
                "/funding/2/amount", "225.01", "/funding/3/amount", "74.99", "/participants/0/receives", "325.01");

        assertThat(faults(flat, EVERY)).isEmpty();
        assertThat(faults(risen, EVERY)).containsExactly("project-share-rises /stages/1");
    }

    @Test
    void other_budgets_count_as_budget_but_are_not_asked_of_the_city() {
        var other = project("/funding/1/source", "\"OTHER_BUDGET\"");

        assertThat(FundingPath.of(other, EVERY).stages().get(0).share()).isEqualTo(Fraction.ONE);
        assertThat(FundingPath.of(other, EVERY).asked()).isEqualTo(new BigDecimal("450.00"));
        assertThat(faults(other, shares(null, Fraction.of(3, 4), Fraction.of(1, 2), Fraction.of(1, 4))))
                .contains("project-share-too-large /stages/0");
    }

    @Test
    void what_comes_in_kind_is_valued_by_a_document_and_capped() {
        var valued = ", \"valuation\": {\"title\": \"Отчёт об оценке\", \"number\": \"3\", \"date\": \"2025-12-01\"}}";

        assertThat(faults(
                        project("/funding/5", "{\"stage\": 3, \"source\": \"IN_KIND\", \"amount\": 225.00" + valued),
                        EVERY))
                .containsExactly("project-in-kind-too-much /funding");
        assertThat(faults(
                        project(
                                "/funding/5",
                                "{\"stage\": 3, \"source\": \"IN_KIND\", \"amount\": 180.00" + valued,
                                "/funding/-",
                                "{\"stage\": 3, \"source\": \"OWN\", \"amount\": 45.00}"),
                        EVERY))
                .isEmpty();
        assertThat(faults(
                        project(
                                "/funding/5",
                                "{\"stage\": 3, \"source\": \"IN_KIND\", \"amount\": 180.01" + valued,
                                "/funding/-",
                                "{\"stage\": 3, \"source\": \"OWN\", \"amount\": 44.99}"),
                        EVERY))
                .containsExactly("project-in-kind-too-much /funding");
        assertThat(faults(
                        project(
                                "/funding/5",
                                "{\"stage\": 3, \"source\": \"IN_KIND\", \"amount\": 180.00}",
                                "/funding/-",
                                "{\"stage\": 3, \"source\": \"OWN\", \"amount\": 45.00}"),
                        EVERY))
                .containsExactly("project-in-kind-unvalued /funding/5/valuation");
    }

    @ParameterizedTest(name = "{0} and {1} of 450.00: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            250.00, 200.00, -
            250.01, 200.00, project-distribution-differs /participants
            249.99, 200.00, project-distribution-differs /participants
            250.001, 199.999, project-receives-malformed /participants/0/receives
            -1, 451.00, project-receives-malformed /participants/0/receives
            0, 450.00, -
            """)
    void what_participants_receive_is_what_the_city_is_asked_for(String one, String other, String fault) {
        var found = faults(project("/participants/0/receives", one, "/participants/1/receives", other), EVERY);

        if (fault == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).contains(fault);
        }
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            450.00, 450.00, -
            450.01, 500.00, project-asks-too-little /funding
            400.00, 449.99, project-asks-too-much /funding
            """)
    void what_is_asked_lies_within_what_the_call_gives_one_project(String least, String most, String fault) {
        var limits =
                new FundingLimits(List.of(), List.of(), null, new BigDecimal(least), new BigDecimal(most), null, null);

        assertThat(faults(project(), limits)).isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @Test
    void where_only_the_applicant_may_be_paid_nobody_else_receives() {
        var limits = new FundingLimits(List.of(), List.of(), null, null, null, null, RecipientRoute.APPLICANT_ONLY);
        var lead = "{\"inn\": \"7700000111\", \"tasks\": \"Ведёт\", \"receives\": 450.00}";

        assertThat(faults(project(), limits))
                .containsExactly(
                        "project-route-applicant-only /participants/0/receives",
                        "project-route-applicant-only /participants/1/receives");
        assertThat(faults(
                        project(
                                "/participants/0/receives", "null",
                                "/participants/1/receives", "0.00",
                                "/participants/-", lead),
                        limits))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            /funding          | []                                                  | project-funding-missing /funding
            /funding/1/stage  | 4                                                   | project-funding-incomplete /funding/1
            /funding/1/source | null                                                | project-funding-incomplete /funding/1
            /funding/1/amount | 75.001                                              | project-funding-not-positive /funding/1/amount
            /funding/1/amount | -75                                                 | project-funding-not-positive /funding/1/amount
            /funding/1/amount | 99999999999999999                                   | project-funding-not-positive /funding/1/amount
            /funding/-        | {"stage": 1, "source": "OWN", "amount": 1}          | project-funding-twice /funding/6
            /stages/-         | {"name": "4", "from": "2028-01-01", "to": "2028-02-01"} | project-stage-unfunded /stages/3
            """)
    void a_line_that_is_no_money_is_told(String pointer, String value, String fault) {
        assertThat(faults(project(pointer, value), EVERY)).contains(fault);
    }

    @Test
    void shares_that_differ_by_little_are_shown_with_so_many_places_that_they_differ() {
        var fault = FundingRules.faults(kopeckMore(1), LEAD.digits(), shares(null, Fraction.of(3, 4)))
                .get(0);

        assertThat(ProblemTexts.text(fault, ProblemTexts.RUSSIAN)).contains("75.003 %", "75 %");
    }
}
