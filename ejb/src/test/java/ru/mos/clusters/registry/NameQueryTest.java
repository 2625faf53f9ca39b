package ru.mos.clusters.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PersonName;
import ru.mos.clusters.platform.Problem;

class NameQueryTest {

    @Test
    void words_are_folded_unquoted_and_each_taken_once() {
        assertThat(NameQuery.of("  «Ёлка»\t\"ЁЛКА\" Строй'ка ").words()).containsExactly("елка", "стройка");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "«»", "\"'\""})
    void nothing_but_blanks_and_quotes_asks_for_everything(String query) {
        assertThat(NameQuery.of(query).words()).isEmpty();
        assertThat(NameQuery.of(query).number()).isNull();
    }

    @Test
    void digits_alone_are_the_beginning_of_a_number() {
        assertThat(NameQuery.of(" 7701 ").number()).isEqualTo("7701");
        assertThat(NameQuery.of("7701 7702").number()).isNull();
        assertThat(NameQuery.of("77o1").number()).isNull();
        assertThat(NameQuery.of("٣").number()).as("an Arabic digit").isNull();
    }

    @Test
    void wildcards_mean_themselves() {
        assertThat(NameQuery.of("100%_\\").patterns()).containsExactly("%100\\%\\_\\\\%");
    }

    @ParameterizedTest
    @CsvSource({"абв,true", "аб,false", "а-б-в,false", "аб вгд,true", "1с:бух,true", "++++,false"})
    void trigrams_take_three_letters_or_digits_in_a_row(String query, boolean has) {
        assertThat(NameQuery.of(query).hasTrigrams()).isEqualTo(has);
    }

    @ParameterizedTest
    @CsvSource({
        "ИВАНОВ ИВАН ИВАНОВИЧ,ИВАНОВ И. И.",
        "Ли Анна,Ли А.",
        "Мадонна,Мадонна",
        "Мамедов Али Вели оглы,Мамедов А. В. о."
    })
    void a_person_is_shown_by_surname_and_initials(String name, String shown) {
        assertThat(PersonName.shown(name, new Inn("500100732259"))).isEqualTo(shown);
        assertThat(PersonName.shown(name, new Inn("7707083893"))).isEqualTo(name);
    }

    @Test
    void what_cannot_be_searched_is_refused() {
        assertThatThrownBy(() -> search("a\u0000b", null, null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> search("a".repeat(301), null, null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> search(null, "7", null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> search(null, null, "26%")).isInstanceOf(Problem.class);
        assertThat(search("a\tb", "77", "26.51")).isNotNull();
    }

    private static EntitySearch search(String query, String region, String activity) {
        return new EntitySearch(query, null, null, region, activity, null, null);
    }
}
