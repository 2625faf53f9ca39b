package ru.mos.clusters.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MenuTest {

    private static final List<Menu.Item> CLUSTERS = List.of(item("list"), item("joining"), item("fairness"));

    private static Menu.Item item(String name) {
        return new Menu.Item("menu." + name, "/cluster/" + name + ".xhtml", List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "card,list",
        "what-if,list",
        "fix-weights,list",
        "join,joining",
        "join-decision,joining",
        "fairness,fairness"
    })
    void a_page_belongs_to_the_entry_whose_word_its_name_begins_with_otherwise_to_the_list(String page, String entry) {
        var nearest = CLUSTERS.stream()
                .max(Comparator.comparingInt(item -> item.nearness("/cluster/" + page + ".xhtml")))
                .orElseThrow();

        assertThat(nearest.title()).isEqualTo("menu." + entry);
    }
}
