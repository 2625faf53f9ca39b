package ru.mos.clusters.assessment.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.assessment.criteria.SubjectBuilder.company;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.assessment.criteria.Finding.Criterion;
import ru.mos.clusters.registry.FactKind;
import ru.mos.clusters.registry.SmeStatus;

class LegalFormCriterionTest {

    @ParameterizedTest(name = "on {0} {1} is {2}")
    @CsvSource({
        "2010-01-01,LIMITED_LIABILITY_COMPANY,MET",
        "2010-01-01,JOINT_STOCK_COMPANY,MET",
        "2016-07-31,JOINT_STOCK_COMPANY,MET",
        "2016-08-01,JOINT_STOCK_COMPANY,NOT_MET",
        "2018-11-30,JOINT_STOCK_COMPANY,NOT_MET",
        "2018-12-01,JOINT_STOCK_COMPANY,MET",
        "2016-07-31,BUSINESS_PARTNERSHIP,MET",
        "2016-08-01,BUSINESS_PARTNERSHIP,NOT_MET",
        "2018-11-30,BUSINESS_PARTNERSHIP,NOT_MET",
        "2018-12-01,BUSINESS_PARTNERSHIP,MET",
        "2016-07-31,CONSUMER_COOPERATIVE,MET",
        "2016-08-01,CONSUMER_COOPERATIVE,NOT_MET",
        "2016-08-01,AGRICULTURAL_CONSUMER_COOPERATIVE,MET",
        "2010-01-01,UNITARY_ENTERPRISE,NOT_MET",
        "2026-01-01,UNITARY_ENTERPRISE,NOT_MET",
        "2010-01-01,ASSOCIATION,NOT_MET",
        "2026-01-01,ASSOCIATION,NOT_MET",
        "2026-01-01,FOUNDATION,NOT_MET",
        "2026-01-01,ENTREPRENEUR,MET",
        "2026-01-01,FARM,MET"
    })
    void who_can_be_an_sme_changes_on_the_day_of_the_law(String day, SmeForm form, Outcome outcome) {
        assertThat(company().form(form).on(day, Criterion.LEGAL_FORM).outcome()).isEqualTo(outcome);
    }

    @Test
    void an_association_is_out_whatever_its_figures() {
        var association = company().form(SmeForm.ASSOCIATION).on("2020-01-01");
        assertThat(association.status()).isEqualTo(SmeStatus.OUT);
        assertThat(association.ground()).isEqualTo(Criterion.LEGAL_FORM);
    }

    @Test
    void a_joint_stock_company_was_one_between_2016_and_2018_by_an_alternative_only() {
        var company = company().form(SmeForm.JOINT_STOCK_COMPANY).flag(FactKind.HIGH_TECH_SHARES);
        assertThat(company.on("2017-01-01", Criterion.LEGAL_FORM).outcome()).isEqualTo(Outcome.MET);
        assertThat(company.on("2017-01-01", Criterion.OWNERSHIP).outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void a_cooperative_of_unknown_sort_is_unknown_only_since_the_sort_matters() {
        var company = company()
                .form(
                        SmeForm.PRODUCTION_COOPERATIVE,
                        SmeForm.CONSUMER_COOPERATIVE,
                        SmeForm.AGRICULTURAL_CONSUMER_COOPERATIVE);
        assertThat(company.on("2016-07-31", Criterion.LEGAL_FORM).outcome()).isEqualTo(Outcome.MET);
        var since = company.on("2016-08-01", Criterion.LEGAL_FORM);
        assertThat(since.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(since.missing()).extracting(Finding.Gap::code).containsExactly(GapCode.COOPERATIVE_KIND);
    }

    @Test
    void of_cooperatives_farms_and_entrepreneurs_no_shares_are_asked() {
        for (var form : new SmeForm[] {SmeForm.PRODUCTION_COOPERATIVE, SmeForm.FARM, SmeForm.ENTREPRENEUR}) {
            var finding = company().form(form).missing(GapCode.NO_EXTRACT).on("2020-01-01", Criterion.OWNERSHIP);
            assertThat(finding.outcome()).isEqualTo(Outcome.MET);
            assertThat(finding.lines())
                    .extracting(Finding.Line::code)
                    .containsExactly(Finding.Line.Code.SHARES_NOT_ASKED);
        }
    }

    @Test
    void an_unknown_form_is_unknown() {
        var finding = company().form().on("2020-01-01", Criterion.LEGAL_FORM);
        assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(finding.missing()).extracting(Finding.Gap::code).containsExactly(GapCode.LEGAL_FORM);
    }

    @Test
    void every_finding_names_its_paragraph() {
        for (var day : new String[] {"2010-01-01", "2016-01-01", "2017-01-01", "2026-01-01"}) {
            var answer = company().held(Holder.PUBLIC_BODY, "1/1").on(day);
            assertThat(answer.findings())
                    .hasSize(5)
                    .allMatch(finding -> !finding.bases().isEmpty());
        }
    }
}
