package ru.mos.clusters.assessment.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.assessment.criteria.SubjectBuilder.company;
import static ru.mos.clusters.assessment.criteria.SubjectBuilder.inn;

import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.assessment.criteria.Finding.Criterion;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.registry.FactKind;
import ru.mos.clusters.registry.SmeStatus;

class OwnershipCriterionTest {

    /** A billionth of a thousandth more than the limit. */
    private static final String ABOVE_25 = "250000000001/1000000000000";

    private static final String ABOVE_49 = "490000000001/1000000000000";

    @ParameterizedTest(name = "on {0} {1} with {2} is {3}")
    @CsvSource({
        "2010-01-01,PUBLIC_BODY,1/4,MET",
        "2010-01-01,PUBLIC_BODY," + ABOVE_25 + ",NOT_MET",
        "2010-01-01,NON_SME_ENTITY,1/4,MET",
        "2010-01-01,NON_SME_ENTITY," + ABOVE_25 + ",NOT_MET",
        "2015-06-29,NON_SME_ENTITY," + ABOVE_25 + ",NOT_MET",
        "2015-06-30,NON_SME_ENTITY," + ABOVE_25 + ",MET",
        "2015-06-30,NON_SME_ENTITY,49/100,MET",
        "2015-06-30,NON_SME_ENTITY," + ABOVE_49 + ",NOT_MET",
        "2015-06-29,FOREIGN_ENTITY,49/100,NOT_MET",
        "2015-06-30,FOREIGN_ENTITY,49/100,MET",
        "2016-08-01,FOREIGN_ENTITY,49/100,MET",
        "2016-08-01,FOREIGN_ENTITY," + ABOVE_49 + ",NOT_MET",
        "2018-12-01,FOREIGN_ENTITY,49/100,MET",
        "2018-12-01,FOREIGN_ENTITY," + ABOVE_49 + ",NOT_MET",
        "2018-12-01,FUND_OR_NGO,1/4,MET",
        "2018-12-01,FUND_OR_NGO," + ABOVE_25 + ",NOT_MET",
        "2018-12-01,PUBLIC_BODY," + ABOVE_25 + ",NOT_MET",
        "2012-12-31,FOREIGN_CITIZEN," + ABOVE_25 + ",NOT_MET",
        "2013-01-01,FOREIGN_CITIZEN," + ABOVE_25 + ",MET",
        "2018-12-01,PERSON,1/1,MET",
        "2018-12-01,SME_ENTITY,1/1,MET",
        "2018-12-01,INVESTMENT_FUND,1/1,MET"
    })
    void a_limit_is_within_the_law_and_changes_on_its_day(String day, Holder holder, String share, Outcome outcome) {
        var company = company().held(holder, share);

        assertThat(company.on(day, Criterion.OWNERSHIP).outcome()).isEqualTo(outcome);
    }

    @Test
    void which_shares_are_added_up_changes_with_the_law() {
        var mixed = company()
                .held(Holder.FOREIGN_ENTITY, "30/100")
                .held(Holder.NON_SME_ENTITY, "30/100")
                .held(Holder.PERSON, "40/100");
        assertThat(mixed.on("2015-06-30", Criterion.OWNERSHIP).outcome())
                .as("each by itself")
                .isEqualTo(Outcome.MET);
        assertThat(mixed.on("2016-07-31", Criterion.OWNERSHIP).outcome()).isEqualTo(Outcome.MET);
        assertThat(mixed.on("2016-08-01", Criterion.OWNERSHIP).outcome())
                .as("together")
                .isEqualTo(Outcome.NOT_MET);

        var early = company()
                .held(Holder.PUBLIC_BODY, "20/100")
                .held(Holder.FOREIGN_ENTITY, "20/100")
                .held(Holder.PERSON, "60/100");
        assertThat(early.on("2015-06-29", Criterion.OWNERSHIP).outcome())
                .as("together")
                .isEqualTo(Outcome.NOT_MET);
        assertThat(early.on("2015-06-30", Criterion.OWNERSHIP).outcome())
                .as("each by itself")
                .isEqualTo(Outcome.MET);
    }

    @Test
    void an_unknown_share_matters_only_where_it_could_pass_a_limit() {
        assertThat(company()
                        .missing(GapCode.OWNERS)
                        .held(Holder.PERSON, "3/4")
                        .on("2020-01-01", Criterion.OWNERSHIP)
                        .outcome())
                .as("the rest is a quarter, whoever has it")
                .isEqualTo(Outcome.MET);
        assertThat(company()
                        .missing(GapCode.OWNERS)
                        .held(Holder.PERSON, "749/1000")
                        .on("2020-01-01", Criterion.OWNERSHIP)
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(company()
                        .missing(GapCode.SHARE)
                        .heldByUnknownShare(Holder.PERSON)
                        .heldByUnknownShare(Holder.PERSON)
                        .on("2020-01-01", Criterion.OWNERSHIP)
                        .outcome())
                .as("all who hold it are named, and all are persons")
                .isEqualTo(Outcome.MET);
        assertThat(company()
                        .missing(GapCode.SHARE)
                        .heldByUnknownShare(Holder.PERSON)
                        .heldByUnknownShare(Holder.FOREIGN_ENTITY)
                        .on("2020-01-01", Criterion.OWNERSHIP)
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
        var nobody = company().missing(GapCode.NO_EXTRACT).on("2020-01-01", Criterion.OWNERSHIP);
        assertThat(nobody.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(nobody.missing()).extracting(Finding.Gap::code).containsOnly(GapCode.NO_EXTRACT);
    }

    @Test
    void what_surely_passes_a_limit_is_not_saved_by_what_is_unknown() {
        var company = company().missing(GapCode.OWNERS).held(Holder.PUBLIC_BODY, "26/100");
        assertThat(company.on("2020-01-01", Criterion.OWNERSHIP).outcome()).isEqualTo(Outcome.NOT_MET);
    }

    @Test
    void owners_that_are_smes_are_not_counted_and_of_unknown_owners_it_has_to_matter() {
        var owner = inn(50);
        var company = company().heldBy(owner, "1/1");
        assertThat(company.standing(owner, SmeStatus.IN)
                        .on("2017-01-01", Criterion.OWNERSHIP)
                        .outcome())
                .isEqualTo(Outcome.MET);
        assertThat(company.standing(owner, SmeStatus.OUT)
                        .on("2017-01-01", Criterion.OWNERSHIP)
                        .outcome())
                .isEqualTo(Outcome.NOT_MET);
        var unknown = company.standing(owner, SmeStatus.UNKNOWN).on("2017-01-01", Criterion.OWNERSHIP);
        assertThat(unknown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(unknown.missing()).extracting(Finding.Gap::code).containsOnly(GapCode.OWNER_STANDING);
        assertThat(company()
                        .heldBy(owner, "49/100")
                        .held(Holder.PERSON, "51/100")
                        .on("2017-01-01", Criterion.OWNERSHIP)
                        .outcome())
                .as("even if it were none")
                .isEqualTo(Outcome.MET);
    }

    @Test
    void votes_count_for_joint_stock_companies_since_01_12_2018() {
        var company = company()
                .form(SmeForm.JOINT_STOCK_COMPANY)
                .held("10/100", "30/100", true, Holder.PUBLIC_BODY)
                .held("90/100", "70/100", true, Holder.PERSON);
        assertThat(company.on("2015-01-01", Criterion.OWNERSHIP).outcome()).isEqualTo(Outcome.MET);
        assertThat(company.on("2018-12-01", Criterion.OWNERSHIP).outcome()).isEqualTo(Outcome.NOT_MET);
    }

    @Test
    void a_flag_stands_for_the_shares_on_its_days_only() {
        var company = company().held(Holder.PUBLIC_BODY, "1/1").flag(FactKind.SKOLKOVO);
        assertThat(company.on("2015-06-29", Criterion.OWNERSHIP).outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(company.on("2015-06-30", Criterion.OWNERSHIP).outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void a_foreign_holder_within_the_limits_is_harmless_since_01_12_2018() {
        var company = company().held(Holder.FOREIGN_ENTITY, "1/1").flag(FactKind.FOREIGN_OWNERS_WITHIN_LIMITS);
        assertThat(company.on("2018-11-30", Criterion.OWNERSHIP).outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(company.on("2018-12-01", Criterion.OWNERSHIP).outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void an_owner_is_put_to_the_same_criteria_before_01_12_2018_and_looked_up_in_the_register_since() {
        var owner = company(50)
                .sizes(2013, SmeSize.MICRO, SmeSize.MICRO)
                .year(2015, "5", "1")
                .year(2016, "5", "1")
                .facts();
        var owned = company(51).heldBy(owner.inn(), "1/1").facts();
        var large =
                company(52).registered(SmeStatus.OUT, null).year(2015, "5", "1").facts();
        var held = company(53).heldBy(large.inn(), "1/1").facts();

        assertThat(ownership("2017-05-01", owner, owned)).isEqualTo(Outcome.MET);
        assertThat(ownership("2019-05-01", large, held)).isEqualTo(Outcome.NOT_MET);
        assertThat(ownership("2017-05-01", large, held)).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void the_register_that_shows_an_owner_speaks_where_the_criteria_are_silent() {
        var owner = company(50).registered(SmeStatus.IN, null).facts();
        var owned = company(51).heldBy(owner.inn(), "1/1").facts();

        assertThat(ownership("2017-05-01", owner, owned)).isEqualTo(Outcome.MET);
    }

    @Test
    void companies_that_own_each_other_settle_nothing_about_each_other() {
        var one = company(50).heldBy(inn(51), "1/1").facts();
        var other = company(51).heldBy(inn(50), "1/1").facts();
        assertThat(ownership("2017-05-01", one, other)).isEqualTo(Outcome.UNKNOWN);

        var large = company(52)
                .heldBy(inn(53), "1/1")
                .sizes(
                        2010,
                        SmeSize.ABOVE_MEDIUM,
                        SmeSize.ABOVE_MEDIUM,
                        SmeSize.ABOVE_MEDIUM,
                        SmeSize.ABOVE_MEDIUM,
                        SmeSize.ABOVE_MEDIUM,
                        SmeSize.ABOVE_MEDIUM,
                        SmeSize.ABOVE_MEDIUM)
                .facts();
        var small = company(53).heldBy(inn(52), "1/1").facts();
        assertThat(ownership("2017-05-01", large, small))
                .as("the first is out by its size alone")
                .isEqualTo(Outcome.NOT_MET);
    }

    /** Of the last of them. */
    private static Outcome ownership(String day, SubjectFacts... subjects) {
        var all = new TreeMap<Inn, SubjectFacts>();
        for (var subject : subjects) {
            all.put(subject.inn(), subject);
        }
        var answer =
                new Criteria(LawOnRecord.LAWS, LocalDate.parse(day)).of(all).get(subjects[subjects.length - 1].inn());
        return answer.findings().stream()
                .filter(finding -> finding.criterion() == Criterion.OWNERSHIP)
                .findFirst()
                .orElseThrow()
                .outcome();
    }
}
