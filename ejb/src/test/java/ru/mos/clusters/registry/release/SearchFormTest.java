package ru.mos.clusters.registry.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchFormTest {

    @Test
    void names_are_compared_without_case_quotes_and_the_dots_of_yo() {
        assertThat(SearchForm.of("ООО \"ЁЛКА\"", "ОБЩЕСТВО «Ёлка»")).isEqualTo("ооо елка общество елка");
        assertThat(SearchForm.of(null, "СЕМЁНОВ")).isEqualTo("семенов");
    }

    @Test
    void never_longer_than_an_index_bears() {
        assertThat(SearchForm.of(null, "Ы".repeat(1000))).hasSize(600);
    }
}
