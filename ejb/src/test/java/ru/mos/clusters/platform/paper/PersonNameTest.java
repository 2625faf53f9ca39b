package ru.mos.clusters.platform.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Черных Фирс Ильич,             Черных Фирса Ильича,              Черных Фирсу Ильичу",
        "Дюма Илья Кузьмич,             Дюма Ильи Кузьмича,               Дюма Илье Кузьмичу",
        "Шевченко Никита Фомич,         Шевченко Никиты Фомича,           Шевченко Никите Фомичу",
        "Гоголь Николай Васильевич,     Гоголя Николая Васильевича,       Гоголю Николаю Васильевичу",
        "Гоголь Любовь Никитична,       Гоголь Любови Никитичны,          Гоголь Любови Никитичне",
        "Живаго Юрий Андреевич,         Живаго Юрия Андреевича,           Живаго Юрию Андреевичу",
        "Ким Олег Петрович,             Кима Олега Петровича,             Киму Олегу Петровичу",
        "Ким Анна Сергеевна,            Ким Анны Сергеевны,               Ким Анне Сергеевне",
        "Мицкевич Нинель Яковлевна,     Мицкевич Нинели Яковлевны,        Мицкевич Нинели Яковлевне",
        "Салтыков-Щедрин Михаил Евграфович, Салтыкова-Щедрина Михаила Евграфовича, Салтыкову-Щедрину Михаилу Евграфовичу",
        "Новиков-Прибой Лев Львович,    Новикова-Прибоя Льва Львовича,    Новикову-Прибою Льву Львовичу",
        "Соколовская-Ким Анна-Мария Петровна, Соколовской-Ким Анны-Марии Петровны, Соколовской-Ким Анне-Марии Петровне",
        "Золя Эмиль Францевич,          Золя Эмиля Францевича,            Золя Эмилю Францевичу",
        "Кожемяка Лука Саввич,          Кожемяки Луки Саввича,            Кожемяке Луке Саввичу",
        "Толстая Татьяна Никитична,     Толстой Татьяны Никитичны,        Толстой Татьяне Никитичне",
        "Алиев Гейдар Али оглы,         Алиева Гейдара Али оглы,          Алиеву Гейдару Али оглы"
    })
    void awkward_names_are_declined_as_russians_decline_them(String name, String genitive, String dative) {
        assertThat(PersonName.of(name).genitive()).isEqualTo(genitive);
        assertThat(PersonName.of(name).dative()).isEqualTo(dative);
        assertThat(PersonName.of(name).nominative()).isEqualTo(name);
    }

    @Test
    void a_name_whose_sex_nobody_can_tell_stays_as_it_is() {
        assertThat(PersonName.of("Ким Саша").genitive()).isEqualTo("Ким Саша");
        assertThat(PersonName.of("department").dative()).isEqualTo("department");
        assertThat(PersonName.of("Ким Саша").honoured()).isEqualTo("Уважаемый(ая)");
    }

    @Test
    void under_a_paper_stand_the_initials() {
        assertThat(PersonName.of("Гоголь Николай Васильевич").initials()).isEqualTo("Н. В. Гоголь");
        assertThat(PersonName.of("Ким").initials()).isEqualTo("Ким");
        assertThat(PersonName.of("Ким Анна Сергеевна").honoured()).isEqualTo("Уважаемая");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Общество с ограниченной ответственностью «Альфа», Общества с ограниченной ответственностью «Альфа», Обществу с ограниченной ответственностью «Альфа»",
        "Автономная некоммерческая организация «Кластер», Автономной некоммерческой организации «Кластер», Автономной некоммерческой организации «Кластер»",
        "АССОЦИАЦИЯ «Кластер», Ассоциации «Кластер», Ассоциации «Кластер»",
        "ООО «Альфа», ООО «Альфа», ООО «Альфа»",
        "Союзмультфильм, Союзмультфильм, Союзмультфильм"
    })
    void of_an_organisation_only_the_legal_form_is_declined(String name, String genitive, String dative) {
        assertThat(OrganisationName.genitive(name)).isEqualTo(genitive);
        assertThat(OrganisationName.dative(name)).isEqualTo(dative);
    }
}
