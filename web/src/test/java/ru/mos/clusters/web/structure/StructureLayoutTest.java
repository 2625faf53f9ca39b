package ru.mos.clusters.web.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.web.structure.StructureDrawing.Box;

class StructureLayoutTest {

    @ParameterizedTest(name = "{0} of {1} letters: {2}")
    @CsvSource({
        "Кластер, 7, Кластер",
        "Кластер, 6, Класт…",
        "Точные приборы, 10, Точные…",
        "Точные приборы и технологии, 16, Точные приборы…"
    })
    void a_text_is_cut_where_a_word_ends_if_it_must_be(String text, int letters, String shown) {
        assertThat(StructureDrawing.fitting(text, letters)).isEqualTo(shown);
    }

    @Test
    void a_name_is_broken_into_lines_between_words() {
        assertThat(StructureDrawing.lines("Измерительные приборы и технологии", 22, 2))
                .containsExactly("Измерительные приборы", "и технологии");
        assertThat(StructureDrawing.lines("ИТ", 22, 2)).containsExactly("ИТ");
        assertThat(StructureDrawing.lines("Коммуникационное", 8, 2)).hasSize(2);
    }

    @ParameterizedTest(name = "{0} sectors with {1} clusters each")
    @CsvSource({"5, 2", "5, 6", "5, 12", "1, 60", "8, 8", "12, 1"})
    void no_two_boxes_lie_on_each_other_and_all_lie_within_the_picture(int sectors, int clusters) {
        var drawing = StructureLayout.of(Structures.of(sectors, clusters, 3), Structures.words());

        for (int i = 0; i < drawing.boxes().size(); i++) {
            var box = drawing.boxes().get(i);
            assertThat(box.x()).isNotNegative();
            assertThat(box.x() + box.wide()).isLessThanOrEqualTo(drawing.width());
            assertThat(box.y() + box.high()).isLessThanOrEqualTo(drawing.height());
            for (var other : drawing.boxes().subList(i + 1, drawing.boxes().size())) {
                assertThat(apart(box, other)).as(box + " and " + other).isTrue();
            }
        }
    }

    private static boolean apart(Box one, Box other) {
        return one.x() + one.wide() <= other.x()
                || other.x() + other.wide() <= one.x()
                || one.y() + one.high() <= other.y()
                || other.y() + other.high() <= one.y();
    }

    @Test
    void every_cluster_has_a_box_and_every_cluster_of_an_agglomeration_a_knot() {
        var drawing = StructureLayout.of(Structures.of(5, 12, 3), Structures.words());

        assertThat(drawing.boxes())
                .filteredOn(box -> box.look().startsWith("cluster"))
                .hasSize(60);
        assertThat(drawing.rails()).hasSize(3);
        assertThat(drawing.rails().stream()
                        .mapToInt(rail -> rail.knots().size())
                        .sum())
                .isEqualTo(60);
    }

    @Test
    void sixty_clusters_are_no_higher_than_a_landscape_sheet_bears() {
        var drawing = StructureLayout.of(Structures.of(5, 12, 2), Structures.words());

        assertThat(drawing.height() * 297).isLessThanOrEqualTo(drawing.width() * 250);
    }

    @Test
    void an_empty_programme_is_drawn_too() {
        var drawing = StructureLayout.of(Structures.of(5, 0, 0), Structures.words());

        var looks = new ArrayList<String>();
        drawing.boxes().forEach(box -> looks.add(box.look().split(" ")[0]));
        assertThat(looks).containsAll(List.of("body", "sector")).doesNotContain("cluster", "agglomeration");
        assertThat(drawing.rails()).isEmpty();
    }
}
