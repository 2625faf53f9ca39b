package ru.mos.clusters.cluster.joining;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MassRowTest {

    @ParameterizedTest(name = "{0} of {1} members are {2} per cent")
    @CsvSource({"0,8,0", "7,8,87", "8,8,100", "9,8,100"})
    void a_cluster_is_as_far_as_its_members_and_never_beyond_the_whole(long members, int required, int percent) {
        assertThat(new MassRow("IT", "IT-1", "Кластер", members, required, 1, 0).percent())
                .isEqualTo(percent);
    }

    @Test
    void a_sector_is_as_far_as_its_clusters_that_have_reached_it() {
        assertThat(new MassRow("IT", null, null, 40, 8, 3, 1).percent()).isEqualTo(33);
        assertThat(new MassRow("IT", null, null, 0, 8, 0, 0).percent()).isZero();
    }
}
