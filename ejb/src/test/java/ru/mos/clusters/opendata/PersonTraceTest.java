package ru.mos.clusters.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.opendata.FindingKind.MAIL;
import static ru.mos.clusters.opendata.FindingKind.NAME;
import static ru.mos.clusters.opendata.FindingKind.NUMBER;
import static ru.mos.clusters.opendata.FindingKind.PHONE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTraceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Линия розлива Образцова Ивана Петровича",
                "Образцов Иван Петрович, разработчик",
                "ОБРАЗЦОВА МАРИЯ ПЕТРОВНА",
                "образцов иван петрович",
                "Для Образцовой Марии Петровны",
                "Проект Марии Ильиничны Образцовой",
                "Мамедов Самир Тофик оглы",
                "Мамедова Лейла Тофик кызы",
                "Стенд И. П. Образцова",
                "Стенд Образцова И.П.",
                "Иван Образцов, новый станок",
                "Образцова Мария: студия",
                "Образцов_Иван_Петрович",
                "Oбpaзцoв Ивaн Пeтpoвич",
                "Образцов Иван Петро\u00adвич",
                "Obraztsov Ivan Petrovich",
                "ДЛЯ ОБРАЗЦОВОЙ МАРИИ ПЕТРОВНЫ",
                "для образцовой марии кузьминичны",
                "Лукич Фома"
            })
    void a_name_is_noticed_however_it_is_written(String text) {
        assertThat(PersonTrace.in(text)).contains(NAME);
    }

    @Test
    void numbers_telephones_and_addresses_of_persons_are_noticed() {
        assertThat(PersonTrace.in("ИП 500100732259")).contains(NUMBER);
        assertThat(PersonTrace.in("ИНН 5001 0073 2259")).contains(NUMBER);
        assertThat(PersonTrace.in("ОГРНИП 304500116000157")).contains(NUMBER);
        assertThat(PersonTrace.in("СНИЛС 112-233-445 95")).contains(NUMBER);
        assertThat(PersonTrace.in("звонить +7 (495) 123-45-67")).contains(PHONE);
        assertThat(PersonTrace.in("тел. 84951234567")).contains(PHONE);
        assertThat(PersonTrace.in("писать ivan@example.org")).contains(MAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "тел.89161234567",
                "тел.8(495)1234567",
                "тел.8-916-123-45-67",
                "8.916.123.45.67",
                "8 916 123 456 7",
                "8 (495) 12-345-67"
            })
    void a_telephone_is_noticed_however_it_is_written(String text) {
        assertThat(PersonTrace.in(text)).contains(PHONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Стенд испытаний измерительных приборов",
                "Модернизация основной линии условной сборки",
                "ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ «ОСНОВНОЙ ПРИБОР»",
                "Ассоциация «Точный диагноз» города Москвы",
                "RU-INN-7707083893",
                "1027700132195",
                "Субсидия по соглашению G-12 на совместный проект «Приборы 2026»",
                "2026-06-01",
                "12500000.00",
                "750000000.00",
                "Соглашение головной организации на уровне отрасли",
                "360G-clustersmoscow-G-12",
                "https://creativecommons.org/licenses/by/4.0/",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "Завод «Москвич» и НПО «Кибернетика»"
            })
    void what_names_nobody_is_left_alone(String text) {
        assertThat(PersonTrace.in(text)).isEmpty();
    }
}
