package ru.mos.clusters.call.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.call.council.Motion;
import ru.mos.clusters.call.decision.AppealView.MoneyLeft;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.paper.Docx;

class LetterWriterTest {

    static DecisionView decision(Motion motion) {
        boolean award = motion == Motion.AWARD;
        boolean refusal = motion == Motion.REFUSE;
        return new DecisionView(
                UUID.randomUUID(),
                12,
                UUID.randomUUID(),
                "C-7",
                UUID.randomUUID(),
                "З-3",
                new Inn("7707083893"),
                "Общество с ограниченной ответственностью «Альфа»",
                "Опытное производство датчиков",
                motion,
                new BigDecimal("1500000.00"),
                award ? new BigDecimal("1250000.00") : null,
                award ? 2011 : null,
                award ? "80704125150102006242" : null,
                award ? null : "Средств не хватило",
                refusal ? "Постановление № 818-ПП" : null,
                refusal ? LocalDate.of(2010, 7, 27) : null,
                refusal ? "пункт 3.4" : null,
                null,
                UUID.randomUUID(),
                "3/2011",
                LocalDate.of(2011, 3, 2),
                "Комиссия",
                "Комиссии по поддержке",
                LocalDate.of(2011, 3, 4),
                LocalDate.of(2011, 3, 21),
                null,
                null);
    }

    private static String text(Motion motion) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheet = new Docx(out)) {
            new LetterWriter(decision(motion)).write(sheet);
        }
        try (var zip = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                            .replaceAll("<[^>]+>", " ")
                            .replace('\u00a0', ' ')
                            .replaceAll("\\s+", " ");
                }
            }
        }
        throw new AssertionError("no text");
    }

    @Test
    void an_award_names_sum_year_and_budget_code() throws IOException {
        assertThat(text(Motion.AWARD))
                .contains(
                        "Руководителю Общества с ограниченной ответственностью «Альфа»",
                        "предоставить Обществу с ограниченной ответственностью «Альфа» поддержку в сумме 1 250 000,00 ₽",
                        "средств 2011 года по КБК 80704125150102006242",
                        "Запрошено было 1 500 000,00 ₽",
                        "протокол № 3/2011")
                .doesNotContain("отказать");
    }

    @Test
    void a_refusal_names_its_ground_and_the_last_day_for_an_appeal() throws IOException {
        assertThat(text(Motion.REFUSE))
                .contains(
                        "отказать Обществу с ограниченной ответственностью «Альфа»",
                        "Основание: Постановление № 818-ПП, редакция от 27 июля 2010 г., пункт 3.4.",
                        "Причина: Средств не хватило.",
                        "обжаловать до 21 марта 2011 г. включительно");
    }

    @Test
    void the_reserve_names_why() throws IOException {
        assertThat(text(Motion.RESERVE)).contains("в резерв", "Причина: Средств не хватило.");
    }

    @ParameterizedTest(name = "{0} asked, {1} and {2} left: {3}")
    @CsvSource({"100,100,0,2011", "100.01,100,100.01,2012", "100.01,100,100,", "0,100,100,"})
    void after_an_appeal_the_earliest_year_with_enough_left_pays_and_else_the_reserve_is_left(
            BigDecimal asked, BigDecimal first, BigDecimal second, Integer year) {
        var money = List.of(
                new MoneyLeft(2012, "2", second, BigDecimal.ZERO, second),
                new MoneyLeft(2011, "1", first, BigDecimal.ZERO, first));

        assertThat(MoneyChoice.year(asked, money)).isEqualTo(year);
    }
}
