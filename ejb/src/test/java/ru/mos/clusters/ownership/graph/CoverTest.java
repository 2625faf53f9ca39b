package ru.mos.clusters.ownership.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.ownership.graph.Drawing.drawing;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoverTest {

    @Test
    void a_star_falls_apart_without_its_middle() {
        var star = drawing().holds("M", 30, "A").holds("M", 30, "B").holds("M", 30, "C");

        assertThat(cover(star, "M", "A", "B", "C")).isEqualTo(new Cover(List.of(Set.of(star.id("M"))), true));
    }

    @Test
    void of_a_triangle_any_two_must_go() {
        var triangle = drawing().holds("A", 30, "B").holds("B", 30, "C").holds("C", 30, "A");

        assertThat(cover(triangle, "A", "B", "C").sets())
                .hasSize(3)
                .allSatisfy(set -> assertThat(set).hasSize(2));
    }

    @Test
    void nobody_has_to_go_where_nobody_is_linked() {
        var free = drawing().holds("A", 10, "B");

        assertThat(cover(free, "A", "B")).isEqualTo(new Cover(List.of(Set.of()), true));
    }

    @Test
    void forty_in_one_ring_lose_twenty_and_forty_two_the_best_found() {
        assertThat(cover(ring(40), names(40)).isLeast()).isTrue();
        assertThat(cover(ring(40), names(40)).sets().get(0)).hasSize(20);
        assertThat(cover(ring(42), names(42)).isLeast()).isFalse();
    }

    private static Drawing ring(int size) {
        var ring = drawing();
        for (int at = 0; at < size; at++) {
            ring.holds("R" + at, 30, "R" + (at + 1) % size);
        }
        return ring;
    }

    private static String[] names(int size) {
        return java.util.stream.IntStream.range(0, size)
                .mapToObj(at -> "R" + at)
                .toArray(String[]::new);
    }

    private static Cover cover(Drawing drawing, String... members) {
        var ids = java.util.Arrays.stream(members).map(drawing::id).toList();
        return Affiliations.of(drawing.graph(), Profile.AFF_948, Set.of()).smallestToDrop(ids);
    }
}
