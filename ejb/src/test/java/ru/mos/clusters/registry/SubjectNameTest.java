package ru.mos.clusters.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.platform.Inn;

class SubjectNameTest {

    @ParameterizedTest
    @CsvSource({
        "ИВАНОВ ИВАН ИВАНОВИЧ,ИВАНОВ И. И.",
        "ИП Иванов Иван Иванович,Иванов И. И.",
        "Ли Анна,Ли А.",
        "Мадонна,Мадонна",
        "Мамедов Али Вели оглы,Мамедов А. В. о."
    })
    void a_person_is_shown_by_surname_and_initials(String name, String shown) {
        assertThat(SubjectName.shown(name, new Inn("500100732259"))).isEqualTo(shown);
        assertThat(SubjectName.shown(name, new Inn("7707083893"))).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ \"ЁЛКА\"|ООО «ЁЛКА»",
                "Общество с ограниченной  ответственностью «Ёлка»|ООО «Ёлка»",
                "АКЦИОНЕРНОЕ ОБЩЕСТВО \"НПП \"ВЕКТОР\"|АО \"НПП \"ВЕКТОР\"",
                "АКЦИОНЕРНОЕ ОБЩЕСТВО \"ЗАВОД \"ЛУЧ\"\"|АО «ЗАВОД «ЛУЧ»»",
                "ПУБЛИЧНОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО \"А\"|ПАО «А»",
                "НЕКОММЕРЧЕСКОЕ ПАРТНЕРСТВО \"ШАГ\"|НП «ШАГ»",
                "ОБЩЕСТВО СЛЕПЫХ|ОБЩЕСТВО СЛЕПЫХ",
                "АКЦИОНЕРНОЕ ОБЩЕСТВО|АКЦИОНЕРНОЕ ОБЩЕСТВО",
                "Ассоциация \"Эталон\"|Ассоциация «Эталон»",
                "ИВАНОВ И. И.|ИВАНОВ И. И."
            })
    void a_brief_name_has_its_legal_form_in_letters_and_russian_quotes(String name, String brief) {
        assertThat(SubjectName.brief(name)).isEqualTo(brief);
    }

    @Test
    void a_quote_that_has_no_pair_is_left_as_it_stands() {
        assertThat(SubjectName.brief("ООО \"АЛЬФА")).isEqualTo("ООО \"АЛЬФА");
    }
}
