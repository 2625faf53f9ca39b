package ru.mos.clusters.eligibility.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.TODAY;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.cluster;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.QUALIFIED_LEAST;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.eligibility.rule.RuleBook.Parameter;
import ru.mos.clusters.eligibility.rule.SmeStanding.Register;

class RuleBookTest {

    private static final Parameter FIVE_IN_IT_FROM_TODAY = new Parameter(QUALIFIED_LEAST, "IT", TODAY, null, "5");

    @Test
    void a_value_of_the_sector_goes_before_the_one_for_all_from_its_first_day_on() {
        assertThat(least("IT", TODAY.minusDays(1))).isEqualTo(3);
        assertThat(least("IT", TODAY)).isEqualTo(5);
        assertThat(least("MEDTECH", TODAY)).isEqualTo(3);
    }

    @Test
    void a_value_ends_before_its_last_bound() {
        var book = ConceptBook.book();

        assertThat(book.register(LocalDate.of(2016, 7, 31), "IT")).isEqualTo(Register.CITY_REGISTER);
        assertThat(book.register(LocalDate.of(2016, 8, 1), "IT")).isEqualTo(Register.TAX_SERVICE_REGISTER);
        assertThat(book.register(LocalDate.MIN, "IT")).isEqualTo(Register.CITY_REGISTER);
    }

    @Test
    void a_book_with_a_gap_judges_nothing() {
        var empty = new RuleBook("CONCEPT_2010", 2, List.of(), Map.of());

        assertThatThrownBy(() -> empty.on(TODAY, "IT")).isInstanceOf(IllegalStateException.class);
    }

    private static int least(String sector, LocalDate day) {
        var facts = cluster().on(day).smes(4).facts();
        return ConceptBook.book(FIVE_IN_IT_FROM_TODAY)
                .on(day, sector)
                .judge(facts)
                .findings()
                .get(RuleCode.E3.ordinal())
                .required()
                .count();
    }
}
