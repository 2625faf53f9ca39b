package ru.mos.clusters.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.support.Pictures.Picture;
import ru.mos.clusters.support.rule.RegisterStanding;

class PicturesTest {

    private static final LocalDate SHOWN = LocalDate.of(2024, 1, 15);

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2024-01-15, FRESH", "2024-02-28, FRESH", "2024-02-29, STALE"})
    void a_publication_decides_for_45_days_counting_its_own(LocalDate on, RegisterStanding.State state) {
        var pictures = new Pictures(List.of(new Picture(1, SHOWN, false, false)));

        assertThat(pictures.standing(on, 45).state()).isEqualTo(state);
    }

    @Test
    void of_several_the_records_of_the_latest_that_shows_the_recipient_count() {
        var pictures = new Pictures(List.of(
                new Picture(4, SHOWN.plusDays(9), false, false),
                new Picture(3, SHOWN.plusDays(5), true, false),
                new Picture(2, SHOWN.plusDays(5), true, false),
                new Picture(1, SHOWN, true, false)));

        assertThat(pictures.counting()).containsExactly(3L, 2L);
    }

    @Test
    void what_could_not_be_read_in_the_latest_leaves_it_open() {
        assertThat(new Pictures(List.of(new Picture(1, SHOWN, true, true)))
                        .standing(SHOWN, 45)
                        .state())
                .isEqualTo(RegisterStanding.State.UNREAD);
        assertThat(new Pictures(List.of()).standing(SHOWN, 45)).isEqualTo(RegisterStanding.ABSENT);
    }
}
