package ru.mos.clusters.call.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.call.CallTerms.Criterion;
import ru.mos.clusters.call.assessment.GiveScores.Given;

class ScoreRulesTest {

    private static final List<Criterion> CRITERIA = List.of(
            new Criterion("NOVELTY", "Новизна", "Novelty", BigDecimal.ONE, 0, 10),
            new Criterion("SYNERGY", "Синергия", "Synergy", BigDecimal.ONE, 1, 5));
    private static final Given SYNERGY = new Given("SYNERGY", 3, "Общие стенды");

    private static List<String> faults(Given... scores) {
        return ScoreRules.faults(CRITERIA, List.of(scores)).stream()
                .map(fault -> fault.code().slug() + " " + fault.field())
                .toList();
    }

    @Test
    void the_ends_of_the_scale_belong_to_it_and_what_lies_beyond_does_not() {
        assertThat(faults(new Given("NOVELTY", 0, "Нет образца"), SYNERGY)).isEmpty();
        assertThat(faults(new Given("NOVELTY", 10, "Есть патент"), SYNERGY)).isEmpty();
        assertThat(faults(new Given("NOVELTY", -1, "Нет"), SYNERGY))
                .containsExactly("score-out-of-scale /scores/0/points");
        assertThat(faults(new Given("NOVELTY", 11, "Есть"), SYNERGY))
                .containsExactly("score-out-of-scale /scores/0/points");
    }

    @Test
    void every_score_has_a_reason() {
        assertThat(faults(new Given("NOVELTY", 5, null), SYNERGY))
                .containsExactly("score-reason-missing /scores/0/reason");
        assertThat(faults(new Given("NOVELTY", 5, " \n"), SYNERGY))
                .containsExactly("score-reason-missing /scores/0/reason");
    }

    @Test
    void every_criterion_is_scored_once_and_no_other() {
        assertThat(faults(SYNERGY)).containsExactly("score-missing /scores");
        assertThat(faults(new Given("NOVELTY", null, "Есть"), SYNERGY))
                .containsExactly("score-missing /scores/0/points");
        assertThat(faults(new Given("NOVELTY", 5, "Есть"), SYNERGY, SYNERGY))
                .containsExactly("score-twice /scores/2/criterion");
        assertThat(faults(new Given("NOVELTY", 5, "Есть"), SYNERGY, new Given("PRICE", 1, "x")))
                .containsExactly("score-criterion-unknown /scores/2/criterion");
    }
}
