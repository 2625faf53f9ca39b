package ru.mos.clusters.call.openness;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.call.openness.Spreading.Part;
import ru.mos.clusters.platform.Distribution;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;

class SpreadingTest {

    private static final Inn ALFA = new Inn("7700000016");
    private static final Inn BETA = new Inn("7700000023");
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    private static Part part(UUID project, String amount, Inn inn, String receives) {
        return new Part(project, new BigDecimal(amount), inn, new BigDecimal(receives));
    }

    private static CallOpenness.Spread spread(String awarded, Part... parts) {
        return Spreading.of(new BigDecimal(awarded), List.of(parts), inns -> Map.of(ALFA, "ООО «Альфа»"));
    }

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource({
        "100.00, 1 1 1, 33.34 33.33 33.33",
        "0.01, 1 1, 0.01 0.00",
        "0.05, 0.01 0.02 0.03, 0.01 0.02 0.02",
        "999999999999999.99, 0.01 9999999999999999.99, 0.00 999999999999999.99",
        "7.00, 600000 400000, 4.20 2.80",
        "7.00, 0 5, 0.00 7.00"
    })
    void parts_sum_to_the_kopeck_and_spare_ones_go_to_the_largest_remainders(
            BigDecimal amount, String weights, String parts) {
        var split = Distribution.of(
                amount,
                List.of(weights.split(" ")).stream().map(BigDecimal::new).toList());

        assertThat(String.join(
                        " ", split.stream().map(BigDecimal::toPlainString).toList()))
                .isEqualTo(parts);
        assertThat(split.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(amount);
    }

    @Test
    void who_takes_part_in_several_projects_receives_of_each_award_and_a_share_of_all_of_them() {
        var spread = spread(
                "40.00",
                part(ONE, "30.00", ALFA, "200"),
                part(ONE, "30.00", BETA, "400"),
                part(TWO, "10.00", BETA, "1000"));

        assertThat(spread.most())
                .extracting(one -> one.inn() + " " + one.name() + " " + one.projects() + " " + one.receives())
                .containsExactly(BETA + " null 2 30.00", ALFA + " ООО «Альфа» 1 10.00");
        assertThat(spread.largest()).isEqualTo(Fraction.of(3, 4));
        assertThat(spread.participants()).isEqualTo(2);
    }

    @Test
    void who_agreed_to_receive_nothing_takes_part_and_receives_nothing() {
        var spread = spread("30.00", part(ONE, "30.00", ALFA, "0"), part(ONE, "30.00", BETA, "5"));

        assertThat(spread.participants()).isEqualTo(2);
        assertThat(spread.receiving()).isEqualTo(1);
        assertThat(spread("0.00").largest()).isNull();
    }
}
