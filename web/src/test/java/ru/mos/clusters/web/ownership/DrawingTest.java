package ru.mos.clusters.web.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawingTest {

    @Test
    void an_owner_stands_above_whom_it_holds_and_the_line_joins_them() {
        var drawing = Drawing.of(List.of(party("a", -1), party("b", 0)), List.of(tie("a", "b")), 5);

        var owner = drawing.boxes().get(0);
        var held = drawing.boxes().get(1);
        assertThat(owner.y() + owner.high()).isLessThan(held.y());
        assertThat(drawing.lines().get(0).path())
                .startsWith("M" + owner.centre() + " " + (owner.y() + owner.high()))
                .endsWith(held.centre() + " " + held.y());
    }

    @Test
    void no_two_boxes_meet_and_all_are_inside_however_many_there_are() {
        var parties =
                IntStream.range(0, 23).mapToObj(i -> party("p" + i, i % 3)).toList();
        var drawing = Drawing.of(parties, List.of(), 5);

        assertThat(drawing.boxes()).hasSize(23).allSatisfy(box -> {
            assertThat(box.x()).isNotNegative();
            assertThat(box.x() + box.wide()).isLessThanOrEqualTo(drawing.width());
            assertThat(box.y() + box.high()).isLessThanOrEqualTo(drawing.height());
            assertThat(drawing.boxes())
                    .noneMatch(other -> other != box
                            && Math.abs(other.x() - box.x()) < box.wide()
                            && Math.abs(other.y() - box.y()) < box.high());
        });
    }

    @Test
    void rings_and_lines_within_a_row_are_drawn_too() {
        var parties = List.of(party("a", 0), party("b", 0), party("c", 1));
        var drawing = Drawing.of(
                parties, List.of(tie("a", "b"), tie("b", "a"), tie("b", "c"), tie("c", "a"), tie("a", "a")), 5);

        assertThat(drawing.lines()).hasSize(4);
    }

    @Test
    void a_long_name_takes_two_lines_and_its_end_is_left_out() {
        assertThat(Drawing.wrapped("ООО «Научно-производственное объединение измерительной техники»"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(23))
                .last()
                .asString()
                .endsWith("…");
    }

    private static Drawing.Party party(String id, int level) {
        return new Drawing.Party(id, "ООО «" + id + "»", "LEGAL_ENTITY", "", level, null, "", false);
    }

    private static Drawing.Tie tie(String from, String to) {
        return new Drawing.Tie(from, to, "share", "10 %", "");
    }
}
