package ru.mos.clusters.call.council;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.platform.Fraction;

class TallyTest {

    private static Tally of(int yes, int no, int abstained, boolean chairFor, MajorityBase base, boolean casting) {
        return Tally.of(
                yes,
                no,
                abstained,
                chairFor,
                QuorumTest.rules(Fraction.of(1, 2), true, RecusedInQuorum.ABSENT, base, casting));
    }

    @ParameterizedTest(name = "{0} for, {1} against, {2} abstained")
    @CsvSource({"3,2,0,true,true", "3,2,1,false,true", "3,2,2,false,true", "4,2,1,true,true", "2,3,0,false,false"})
    void abstentions_count_only_where_all_votes_are_the_base(
            int yes, int no, int abstained, boolean ofAll, boolean ofBoth) {
        assertThat(of(yes, no, abstained, false, MajorityBase.ALL_VOTES, true).adopted())
                .isEqualTo(ofAll);
        assertThat(of(yes, no, abstained, false, MajorityBase.FOR_AND_AGAINST, true)
                        .adopted())
                .isEqualTo(ofBoth);
    }

    @Test
    void at_a_tie_the_chair_decides_only_where_the_regulations_say_so_and_only_for() {
        assertThat(of(3, 3, 0, true, MajorityBase.ALL_VOTES, true)).isEqualTo(new Tally(3, 3, 0, true, true));
        assertThat(of(3, 3, 0, false, MajorityBase.ALL_VOTES, true).adopted()).isFalse();
        assertThat(of(3, 3, 0, true, MajorityBase.ALL_VOTES, false).adopted()).isFalse();
        assertThat(of(3, 2, 2, true, MajorityBase.ALL_VOTES, true).adopted()).isFalse();
    }

    @Test
    void a_majority_needs_no_chair_and_no_votes_carry_nothing() {
        assertThat(of(4, 3, 0, true, MajorityBase.ALL_VOTES, true).byChair()).isFalse();
        assertThat(of(0, 0, 0, false, MajorityBase.FOR_AND_AGAINST, true).adopted())
                .isFalse();
        assertThat(of(0, 0, 3, true, MajorityBase.FOR_AND_AGAINST, true).adopted())
                .isFalse();
    }
}
