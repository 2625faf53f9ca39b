package ru.mos.clusters.eligibility.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.cluster;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.participant;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.eligibility.rule.RuleBook.Parameter;
import ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode;
import ru.mos.clusters.eligibility.rule.RuleBook.SmeByLaw;
import ru.mos.clusters.eligibility.rule.SmeStanding.ByLaw;
import ru.mos.clusters.eligibility.rule.SmeStanding.Missing;
import ru.mos.clusters.eligibility.rule.SmeStanding.Register;
import ru.mos.clusters.eligibility.rule.SmeStanding.Status;

/** E2 while the criteria of the law make an SME: by law and in the register. */
class SmeByLawTest {

    private static final LocalDate DAY = LocalDate.of(2017, 3, 1);

    @ParameterizedTest(name = "in the register {0}, by law {1}: {2}")
    @CsvSource({
        "IN,IN,MET",
        "IN,OUT,NOT_MET",
        "IN,UNKNOWN,UNKNOWN",
        "OUT,IN,NOT_MET",
        "OUT,UNKNOWN,NOT_MET",
        "UNKNOWN,OUT,NOT_MET",
        "UNKNOWN,IN,UNKNOWN",
        "UNKNOWN,UNKNOWN,UNKNOWN"
    })
    void both_have_to_agree_and_one_of_them_suffices_to_be_out(Status registered, Status byLaw, Outcome outcome) {
        var law = new ByLaw(byLaw, null, byLaw == Status.UNKNOWN ? Reason.SME_BY_LAW_UNKNOWN : Reason.SME_NOT_BY_SIZE);

        var finding = ConceptBook.check(
                RuleCode.E2,
                cluster().on(DAY).member(participant(1, standing(registered).with(law))));

        assertThat(finding.outcome()).isEqualTo(outcome);
    }

    @Test
    void what_the_law_says_stands_among_the_facts_and_nothing_of_it_where_nobody_asks() {
        var law = new ByLaw(Status.OUT, null, Reason.SME_NOT_BY_OWNERSHIP);
        var asked = ConceptBook.check(
                RuleCode.E2,
                cluster().on(DAY).member(participant(1, standing(Status.IN).with(law))));
        assertThat(asked.notCounted()).singleElement().satisfies(entry -> {
            assertThat(entry.why().reason()).isEqualTo(Reason.SME_NOT_BY_OWNERSHIP);
            assertThat(entry.facts())
                    .anyMatch(fact -> fact.code() == Finding.Fact.Code.SME_BY_LAW
                            && fact.value().equals("OUT"));
        });

        var silent = ConceptBook.check(RuleCode.E2, cluster().on(DAY).member(participant(1, standing(Status.IN))));
        assertThat(silent.counted().get(0).facts()).noneMatch(fact -> fact.code() == Finding.Fact.Code.SME_BY_LAW);
    }

    @Test
    void rules_without_the_parameter_do_not_ask_and_a_value_holds_on_its_days() {
        var silent = new RuleBook("X", 1, java.util.List.of(), Map.of());
        assertThat(silent.smeByLaw(DAY, "IT")).isEqualTo(SmeByLaw.OFF);

        var asking = new RuleBook(
                "X",
                2,
                java.util.List.of(new Parameter(ParameterCode.SME_BY_LAW, null, DAY, null, "WHERE_KNOWN")),
                Map.of());
        assertThat(asking.smeByLaw(DAY.minusDays(1), "IT")).isEqualTo(SmeByLaw.OFF);
        assertThat(asking.smeByLaw(DAY, "IT")).isEqualTo(SmeByLaw.WHERE_KNOWN);
    }

    private static SmeStanding standing(Status status) {
        var register = Register.TAX_SERVICE_REGISTER;
        return switch (status) {
            case IN -> SmeStanding.in(null, DAY, "77", register, ClusterBuilder.RELEASE);
            case OUT -> SmeStanding.out(null, register, ClusterBuilder.RELEASE);
            case UNKNOWN -> SmeStanding.unknown(Missing.NOTHING_DECIDES, register, Source.NONE);
        };
    }
}
