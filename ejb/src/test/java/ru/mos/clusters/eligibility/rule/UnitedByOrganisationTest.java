package ru.mos.clusters.eligibility.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.cluster;
import static ru.mos.clusters.eligibility.rule.ConceptBook.always;
import static ru.mos.clusters.eligibility.rule.Outcome.MANUAL;
import static ru.mos.clusters.eligibility.rule.Outcome.MET;
import static ru.mos.clusters.eligibility.rule.Outcome.NOT_MET;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.FORMS_WITHOUT_MEMBERSHIP;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.eligibility.rule.Finding.Count;
import ru.mos.clusters.platform.Inn;

class UnitedByOrganisationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ассоциация «Софт»",
                "Союз производителей",
                "ООО «Управляющая компания кластера»",
                "АО «Кластер»",
                "НП «Биофарма»",
                "Некоммерческое партнёрство «Биофарма»",
                "Производственный кооператив «Прибор»"
            })
    void a_form_with_members_can_unite_them(String name) {
        var finding = check(cluster().organisation(name).smes(7).concluded());

        assertThat(finding.outcome()).isEqualTo(MET);
        assertThat(finding.measured()).isEqualTo(new Count(7, 7));
        assertThat(finding.warnings()).extracting(Message::reason).containsExactly(Reason.FORM_BY_NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "АНО «Центр кластера»",
                "Автономная некоммерческая организация «Центр»",
                "Фонд развития кластера",
                "Государственное бюджетное учреждение «Центр»",
                "ГБУ «Малый бизнес Москвы»"
            })
    void a_form_without_members_unites_nobody(String name) {
        var finding = check(cluster().organisation(name).smes(7).concluded().concluded("LEGAL_FORM", true));

        assertThat(finding.outcome()).isEqualTo(NOT_MET);
        assertThat(part(finding, PartCode.LEGAL_FORM).said().reason()).isEqualTo(Reason.FORM_WITHOUT_MEMBERSHIP);
    }

    @Test
    void which_forms_have_no_members_is_a_parameter() {
        var foundation =
                cluster().organisation("Фонд развития кластера").smes(3).concluded();

        assertThat(check(foundation, always(FORMS_WITHOUT_MEMBERSHIP, "INSTITUTION"))
                        .outcome())
                .isEqualTo(MET);
    }

    @Test
    void a_recorded_form_prevails_over_the_name() {
        var finding = check(cluster()
                .recordedForm("Фонд развития кластера", LegalForm.ASSOCIATION)
                .smes(3)
                .concluded());

        assertThat(finding.outcome()).isEqualTo(MET);
        assertThat(finding.warnings()).isEmpty();
        assertThat(part(finding, PartCode.LEGAL_FORM).facts().get(0).source().kind())
                .isEqualTo(Source.Kind.HAND_ENTRY);
    }

    @Test
    void a_form_that_nothing_tells_is_for_a_person_to_say() {
        var silent = cluster().organisation("Промышленный софт Москвы").smes(3).concluded();

        assertThat(check(silent).outcome()).isEqualTo(MANUAL);
        assertThat(check(silent.concluded("LEGAL_FORM", true)).outcome()).isEqualTo(MET);
        assertThat(check(silent.concluded("LEGAL_FORM", false)).outcome()).isEqualTo(NOT_MET);
    }

    @Test
    void an_organisation_without_a_known_name_is_asked_about() {
        var finding = check(cluster().organisation(ClusterBuilder.ORGANISATION).smes(3));

        assertThat(part(finding, PartCode.LEGAL_FORM).outcome()).isEqualTo(MANUAL);
    }

    @Test
    void an_entrepreneur_is_no_separate_legal_entity() {
        var finding = check(cluster()
                .organisation(new Inn("770000000156"))
                .smes(3)
                .concluded()
                .concluded("LEGAL_FORM", true));

        assertThat(finding.outcome()).isEqualTo(NOT_MET);
    }

    @Test
    void the_goals_wait_for_a_person() {
        assertThat(check(cluster().smes(3)).outcome()).isEqualTo(MANUAL);
        assertThat(check(cluster().smes(3).concluded("GOALS", true)).outcome()).isEqualTo(MET);
        assertThat(check(cluster().smes(3).concluded("GOALS", false)).outcome()).isEqualTo(NOT_MET);
    }

    @Test
    void an_organisation_without_members_unites_nobody() {
        assertThat(check(cluster().concluded()).outcome()).isEqualTo(NOT_MET);
        assertThat(check(cluster().smes(3).asPartners(3).concluded()).outcome()).isEqualTo(NOT_MET);
    }

    @Test
    void without_an_organisation_on_the_day_it_is_not_met() {
        assertThat(check(cluster().withoutOrganisation().smes(3).concluded()).outcome())
                .isEqualTo(NOT_MET);
    }

    private static Finding.Part part(Finding finding, PartCode code) {
        return finding.parts().stream()
                .filter(part -> part.ref().code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static Finding check(ClusterBuilder cluster, RuleBook.Parameter... further) {
        return ConceptBook.check(RuleCode.E1, cluster, further);
    }
}
