package ru.mos.clusters.assessment.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.assessment.criteria.SmeSize.ABOVE_MEDIUM;
import static ru.mos.clusters.assessment.criteria.SmeSize.MEDIUM;
import static ru.mos.clusters.assessment.criteria.SmeSize.MICRO;
import static ru.mos.clusters.assessment.criteria.SmeSize.SMALL;
import static ru.mos.clusters.assessment.criteria.SubjectBuilder.company;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.assessment.criteria.Finding.Criterion;
import ru.mos.clusters.registry.FactKind;
import ru.mos.clusters.registry.SmeCategory;
import ru.mos.clusters.registry.SmeStatus;

class SizeCriteriaTest {

    private static SizeRange exactly(SmeSize size) {
        return new SizeRange(size, size);
    }

    @ParameterizedTest(name = "{0} heads are {1}")
    @CsvSource({"0,MICRO", "15,MICRO", "16,SMALL", "100,SMALL", "101,MEDIUM", "250,MEDIUM", "251,ABOVE_MEDIUM"})
    void a_headcount_limit_belongs_to_the_smaller_category(String heads, SmeSize size) {
        for (var day : new String[] {"2010-05-05", "2015-06-30", "2016-08-01", "2026-01-01"}) {
            int year = Integer.parseInt(day.substring(0, 4)) - 1;

            assertThat(company()
                            .year(year, heads, "1")
                            .on(day, Criterion.HEADCOUNT)
                            .size())
                    .as(day)
                    .isEqualTo(exactly(size));
        }
    }

    @ParameterizedTest(name = "on {0} {1} of {2} are {3}")
    @CsvSource({
        "2008-01-01,REVENUE,60000000.00,MICRO",
        "2008-01-01,REVENUE,60000000.01,SMALL",
        "2013-02-09,REVENUE,400000000.00,SMALL",
        "2013-02-09,REVENUE,400000000.01,MEDIUM",
        "2015-07-24,REVENUE,60000000.01,SMALL",
        "2015-07-25,REVENUE,60000000.01,MICRO",
        "2015-07-24,REVENUE,1000000000.00,MEDIUM",
        "2015-07-24,REVENUE,1000000000.01,ABOVE_MEDIUM",
        "2015-07-25,REVENUE,1000000000.01,MEDIUM",
        "2015-07-25,REVENUE,120000000.00,MICRO",
        "2015-07-25,REVENUE,120000000.01,SMALL",
        "2015-07-25,REVENUE,800000000.00,SMALL",
        "2015-07-25,REVENUE,800000000.01,MEDIUM",
        "2016-07-31,REVENUE,2000000000.00,MEDIUM",
        "2016-07-31,REVENUE,2000000000.01,ABOVE_MEDIUM",
        "2016-08-01,INCOME,2000000000.00,MEDIUM",
        "2016-08-01,INCOME,2000000000.01,ABOVE_MEDIUM",
        "2026-01-01,INCOME,120000000.00,MICRO"
    })
    void a_turnover_limit_is_counted_to_the_last_kopeck_and_changes_on_its_day(
            String day, FactKind measure, String roubles, SmeSize size) {
        int year = Integer.parseInt(day.substring(0, 4)) - 1;

        assertThat(company()
                        .figure(measure, year, roubles)
                        .on(day, Criterion.TURNOVER)
                        .size())
                .isEqualTo(exactly(size));
    }

    @Test
    void revenue_counts_to_31_07_2016_and_income_from_01_08_2016() {
        var revenue = company().figure(FactKind.REVENUE, 2015, "1.00");
        assertThat(revenue.on("2016-07-31", Criterion.TURNOVER).size()).isEqualTo(exactly(MICRO));
        assertThat(revenue.on("2016-08-01", Criterion.TURNOVER).missing())
                .contains(new Finding.Gap(GapCode.INCOME, 2015, null));

        var income = company().figure(FactKind.INCOME, 2015, "1.00");
        assertThat(income.on("2016-08-01", Criterion.TURNOVER).size()).isEqualTo(exactly(MICRO));
        assertThat(income.on("2016-07-31", Criterion.TURNOVER).missing())
                .contains(new Finding.Gap(GapCode.REVENUE, 2015, null));
    }

    @Test
    void all_who_worked_count_to_the_end_of_2015_and_the_payroll_since() {
        var all = company().figure(FactKind.HEADCOUNT_ALL, 2014, "101");
        assertThat(all.on("2015-12-31", Criterion.HEADCOUNT).size()).isEqualTo(exactly(MEDIUM));

        var payroll = company().figure(FactKind.HEADCOUNT, 2015, "101");
        assertThat(payroll.on("2016-01-01", Criterion.HEADCOUNT).size()).isEqualTo(exactly(MEDIUM));
    }

    @Test
    void the_other_headcount_only_bounds_the_one_the_law_asks() {
        var payroll = company().figure(FactKind.HEADCOUNT, 2013, "101");
        assertThat(payroll.on("2014-06-01", Criterion.HEADCOUNT).size()).isEqualTo(new SizeRange(MEDIUM, ABOVE_MEDIUM));

        var all = company().figure(FactKind.HEADCOUNT_ALL, 2018, "100");
        assertThat(all.on("2019-06-01", Criterion.HEADCOUNT).size()).isEqualTo(new SizeRange(MICRO, SMALL));
    }

    @ParameterizedTest(name = "on {0} {1} heads of activity {2} bringing {3} per cent are {4}")
    @CsvSource({
        "2017-12-01,1000,14.13,90.00,ABOVE_MEDIUM",
        "2017-12-02,1000,14.13,70.00,MEDIUM",
        "2017-12-02,1000,14.13,69.99,ABOVE_MEDIUM",
        "2017-12-02,1001,14.13,90.00,ABOVE_MEDIUM",
        "2020-06-01,1000,56.10,90.00,ABOVE_MEDIUM",
        "2021-07-01,1500,56.10,90.00,ABOVE_MEDIUM",
        "2021-07-02,1500,56.10,70.00,MEDIUM",
        "2021-07-02,1501,56.10,90.00,ABOVE_MEDIUM",
        "2021-07-02,1000,62.01,90.00,ABOVE_MEDIUM"
    })
    void light_industry_and_catering_have_a_limit_of_their_own(
            String day, String heads, String activity, String share, SmeSize size) {
        int year = Integer.parseInt(day.substring(0, 4)) - 1;
        var company = company()
                .activity(activity)
                .figure(FactKind.HEADCOUNT, year, heads)
                .figure(FactKind.MAIN_ACTIVITY_SHARE, year, share);

        assertThat(company.on(day, Criterion.HEADCOUNT).size()).isEqualTo(exactly(size));
    }

    @Test
    void without_the_share_of_the_activity_its_limit_may_hold_or_not() {
        var sewing = company().activity("14.13").figure(FactKind.HEADCOUNT, 2018, "900");
        var finding = sewing.on("2019-06-01", Criterion.HEADCOUNT);
        assertThat(finding.size()).isEqualTo(new SizeRange(MEDIUM, ABOVE_MEDIUM));
        assertThat(finding.missing()).contains(new Finding.Gap(GapCode.MAIN_ACTIVITY_SHARE, 2018, null));

        assertThat(company()
                        .activity(null)
                        .figure(FactKind.HEADCOUNT, 2018, "250")
                        .on("2019-06-01", Criterion.HEADCOUNT)
                        .size())
                .as("below the usual limit nobody asks what it does")
                .isEqualTo(exactly(MEDIUM));
    }

    @Test
    void the_category_is_the_larger_of_both() {
        var company = company();
        for (int year = 2019; year <= 2021; year++) {
            company.year(year, "101", "1");
        }
        assertThat(company.on("2022-03-01").category()).isEqualTo(SmeCategory.MEDIUM);
    }

    @Test
    void two_years_move_the_category_to_29_06_2015_and_three_from_30_06_2015() {
        var company = company().sizes(2010, MICRO, MICRO, MICRO, SMALL, SMALL);

        assertThat(company.on("2014-12-31").category()).as("one year").isEqualTo(SmeCategory.MICRO);
        assertThat(company.on("2015-06-29").category()).as("two of two").isEqualTo(SmeCategory.SMALL);
        assertThat(company.on("2015-06-30").category()).as("two of three").isEqualTo(SmeCategory.MICRO);
    }

    @Test
    void three_years_in_a_row_move_it_up_and_down() {
        var grows = company().sizes(2017, MICRO, MICRO, MICRO, SMALL, SMALL, SMALL);
        assertThat(grows.on("2022-06-01").category()).isEqualTo(SmeCategory.MICRO);
        assertThat(grows.on("2023-06-01").category()).isEqualTo(SmeCategory.SMALL);

        var shrinks = company().sizes(2017, SMALL, SMALL, SMALL, MICRO, MICRO, MICRO);
        assertThat(shrinks.on("2022-06-01").category()).isEqualTo(SmeCategory.SMALL);
        assertThat(shrinks.on("2023-06-01").category()).isEqualTo(SmeCategory.MICRO);
    }

    @Test
    void years_that_do_not_follow_each_other_move_nothing() {
        var company = company().sizes(2016, MICRO, MICRO, MICRO, SMALL, SMALL, MICRO, SMALL, SMALL);
        assertThat(company.on("2024-06-01").category()).isEqualTo(SmeCategory.MICRO);
    }

    @Test
    void it_moves_only_as_far_as_every_one_of_the_years_lies() {
        var company = company().sizes(2017, MICRO, MICRO, MICRO, SMALL, MEDIUM, MEDIUM);
        assertThat(company.on("2023-06-01").category()).isEqualTo(SmeCategory.SMALL);
    }

    @Test
    void above_medium_is_left_only_after_three_years_and_reached_no_sooner() {
        var company = company().sizes(2017, MEDIUM, MEDIUM, MEDIUM, ABOVE_MEDIUM, ABOVE_MEDIUM, ABOVE_MEDIUM);
        assertThat(company.on("2022-06-01").status()).isEqualTo(SmeStatus.IN);
        var out = company.on("2023-06-01");
        assertThat(out.status()).isEqualTo(SmeStatus.OUT);
        assertThat(out.ground()).isEqualTo(Criterion.CATEGORY);
    }

    @Test
    void a_missing_year_is_unknown_and_not_zero() {
        var company = company().sizes(2020, MICRO, MICRO);
        var missing = company.on("2023-06-01");
        assertThat(missing.status()).isEqualTo(SmeStatus.UNKNOWN);
        assertThat(missing.missing())
                .contains(new Finding.Gap(GapCode.HEADCOUNT, 2022, null), new Finding.Gap(GapCode.INCOME, 2022, null));
    }

    @Test
    void a_missing_year_that_could_move_nothing_does_not_matter() {
        var company = company().sizes(2018, MICRO, MICRO, MICRO, MICRO);
        assertThat(company.on("2023-06-01").category()).as("2022 is missing").isEqualTo(SmeCategory.MICRO);
    }

    @Test
    void sources_that_differ_leave_open_only_what_they_differ_about() {
        var agree = company()
                .sizes(2019, MICRO, MICRO)
                .figure(FactKind.INCOME, 2021, "1.00")
                .filed(FactKind.HEADCOUNT, 2021, "7")
                .filed(FactKind.HEADCOUNT, 2021, "9");
        assertThat(agree.on("2022-06-01").category()).isEqualTo(SmeCategory.MICRO);

        var differ = company().filed(FactKind.HEADCOUNT, 2021, "7").filed(FactKind.HEADCOUNT, 2021, "16");
        assertThat(differ.on("2022-06-01", Criterion.HEADCOUNT).missing())
                .contains(new Finding.Gap(GapCode.SOURCES_DISAGREE, 2021, null));

        var document = differ.figure(FactKind.HEADCOUNT, 2021, "16");
        assertThat(document.on("2022-06-01", Criterion.HEADCOUNT).size())
                .as("a confirmed document is believed before files")
                .isEqualTo(exactly(SMALL));
    }

    @Test
    void who_is_in_its_first_year_is_micro_since_01_08_2016_and_judged_by_its_period_before() {
        assertThat(company().createdIn(2023).on("2023-06-01").category()).isEqualTo(SmeCategory.MICRO);
        assertThat(company().createdIn(2016).on("2016-08-01").category()).isEqualTo(SmeCategory.MICRO);
        assertThat(company().createdIn(2016).on("2016-07-31").status()).isEqualTo(SmeStatus.UNKNOWN);
        assertThat(company()
                        .createdIn(2010)
                        .year(2010, "5", "70")
                        .on("2010-11-01")
                        .status())
                .isEqualTo(SmeStatus.IN);
    }

    @Test
    void a_young_enterprise_keeps_the_category_of_its_first_year_until_three_lie_behind_it() {
        var company = company().createdIn(2020).sizes(2020, MICRO, SMALL, SMALL, SMALL);
        assertThat(company.on("2021-06-01").category()).isEqualTo(SmeCategory.MICRO);
        assertThat(company.on("2022-06-01").category()).isEqualTo(SmeCategory.MICRO);
        assertThat(company.on("2023-06-01").category())
                .as("2020–2022: micro, small, small")
                .isEqualTo(SmeCategory.MICRO);
        assertThat(company.on("2024-06-01").category()).isEqualTo(SmeCategory.SMALL);
    }

    @Test
    void an_entrepreneur_without_employees_is_judged_by_turnover_only() {
        var one = company().form(SmeForm.ENTREPRENEUR).createdIn(2021).year(2021, "0", "300");
        assertThat(one.on("2022-06-01").category()).isEqualTo(SmeCategory.SMALL);
        assertThat(one.on("2022-06-01", Criterion.HEADCOUNT).lines())
                .extracting(Finding.Line::code)
                .containsExactly(Finding.Line.Code.NO_EMPLOYEES);

        var silent = company().form(SmeForm.ENTREPRENEUR).createdIn(2021).figure(FactKind.INCOME, 2021, "1.00");
        assertThat(silent.on("2022-06-01").status())
                .as("that nobody says how many work for it is not that nobody does")
                .isEqualTo(SmeStatus.UNKNOWN);
    }

    @Test
    void before_the_law_nothing_can_be_said() {
        var before = company().on("2007-12-31");
        assertThat(before.status()).isEqualTo(SmeStatus.UNKNOWN);
        assertThat(before.missing()).extracting(Finding.Gap::code).containsExactly(GapCode.NO_LAW);
    }
}
