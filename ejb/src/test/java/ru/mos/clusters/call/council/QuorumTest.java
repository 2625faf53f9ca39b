package ru.mos.clusters.call.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Paper;

class QuorumTest {

    static Regulations rules(Fraction quorum, boolean moreThan, RecusedInQuorum recused) {
        return rules(quorum, moreThan, recused, MajorityBase.ALL_VOTES, true);
    }

    static Regulations rules(
            Fraction quorum, boolean moreThan, RecusedInQuorum recused, MajorityBase majority, boolean casting) {
        return new Regulations(
                LocalDate.of(2010, 1, 1),
                quorum,
                moreThan,
                recused,
                majority,
                casting,
                true,
                10,
                new Paper("Регламент", "1", LocalDate.of(2010, 1, 1)));
    }

    @ParameterizedTest(name = "{1} of {0}: more than half {2}, at least half {3}")
    @CsvSource({
        "8,3,false,false",
        "8,4,false,true",
        "8,5,true,true",
        "7,3,false,false",
        "7,4,true,true",
        "1,1,true,true"
    })
    void exactly_half_is_not_more_than_half(int inOffice, int there, boolean more, boolean least) {
        var half = Fraction.of(1, 2);

        assertThat(Quorum.of(inOffice, there, 0, 0, rules(half, true, RecusedInQuorum.ABSENT))
                        .met())
                .isEqualTo(more);
        assertThat(Quorum.of(inOffice, there, 0, 0, rules(half, false, RecusedInQuorum.ABSENT))
                        .met())
                .isEqualTo(least);
    }

    @ParameterizedTest(name = "{1} of {0} at two thirds: {2}")
    @CsvSource({"6,3,false", "6,4,true", "7,4,false", "7,5,true", "9,6,true"})
    void a_share_is_compared_exactly_and_never_rounded(int inOffice, int there, boolean met) {
        assertThat(Quorum.of(inOffice, there, 0, 0, rules(Fraction.of(2, 3), false, RecusedInQuorum.ABSENT))
                        .met())
                .isEqualTo(met);
    }

    @Test
    void who_is_recused_counts_as_the_regulations_say() {
        var half = Fraction.of(1, 2);

        assertThat(Quorum.of(8, 5, 1, 1, rules(half, true, RecusedInQuorum.COUNTED)))
                .isEqualTo(new Quorum(8, 5, true));
        assertThat(Quorum.of(8, 5, 1, 1, rules(half, true, RecusedInQuorum.ABSENT)))
                .isEqualTo(new Quorum(8, 4, false));
        assertThat(Quorum.of(8, 5, 1, 1, rules(half, true, RecusedInQuorum.LEFT_OUT)))
                .isEqualTo(new Quorum(6, 4, true));
    }

    @Test
    void without_members_nothing_is_decided() {
        assertThat(Quorum.of(0, 0, 0, 0, rules(Fraction.of(1, 2), false, RecusedInQuorum.COUNTED))
                        .met())
                .isFalse();
        assertThat(Quorum.of(2, 2, 2, 0, rules(Fraction.of(1, 2), false, RecusedInQuorum.LEFT_OUT)))
                .isEqualTo(new Quorum(0, 0, false));
    }
}
