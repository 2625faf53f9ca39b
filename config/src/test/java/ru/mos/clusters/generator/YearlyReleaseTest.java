package ru.mos.clusters.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YearlyReleaseTest {
    private final SmeRelease register = SmeRelease.first(1, 3000, LocalDate.of(2026, 8, 10), FormatVersion.V4_06);

    @Test
    void headcount_is_of_legal_entities_of_the_register_on_the_last_day_of_the_year() throws Exception {
        Map<String, String> files = Reread.files(Reread.bytes(register.headcount(2025)));
        String text = String.join("", files.values());

        assertThat(files.keySet()).allMatch(name -> name.startsWith("VO_OTKRDAN3_9965_9965_20261225_"));
        assertThat(text).contains("ВерсПрог=\"1.0\" ТипИнф=\"ОТКРДАННЫЕ3\"", " ДатаСост=\"31.12.2025\"");
        assertThat(Reread.values("КолРаб", text))
                .allMatch(number -> number.matches("\\d{1,3}"))
                .contains("0", "1");
        assertThat(Reread.values("ИННЮЛ", text))
                .hasSizeGreaterThan(900)
                .isSubsetOf(Reread.values("ИННЮЛ", Reread.documents(register).toString()));
    }

    @Test
    void income_and_expenses_are_roubles_with_two_decimals() throws Exception {
        String text = String.join("", Reread.documents(register.income(2025)));

        for (String attribute : List.of("СумДоход", "СумРасход")) {
            assertThat(Reread.values(attribute, text))
                    .allMatch(sum -> sum.matches("(0|[1-9]\\d*000)\\.00"))
                    .contains("0.00")
                    .anyMatch(sum -> sum.length() > 10);
        }
    }

    @Test
    void both_tell_of_the_same_entities_and_another_year_tells_other_figures() throws Exception {
        assertThat(Reread.facts(register.headcount(2025)).keySet())
                .isEqualTo(Reread.facts(register.income(2025)).keySet());
        assertThat(Reread.values(
                        "КолРаб", Reread.documents(register.headcount(2024)).toString()))
                .isNotEqualTo(Reread.values(
                        "КолРаб", Reread.documents(register.headcount(2025)).toString()));
    }

    @Test
    void the_latest_year_is_the_one_published_by_the_day_and_not_one_of_which_nothing_is_known_yet() {
        assertThat(SmeRelease.latestYear(LocalDate.of(2026, 12, 24))).isEqualTo(2024);
        assertThat(SmeRelease.latestYear(LocalDate.of(2026, 12, 25))).isEqualTo(2025);
        assertThat(SmeRelease.latestYear(LocalDate.of(2027, 1, 1))).isEqualTo(2025);
    }

    @Test
    void archives_are_named_by_the_day_of_publication() {
        assertThat(register.headcount(2025).archiveName()).isEqualTo("data-20261225-structure-20200408.zip");
        assertThat(register.income(2025).archiveName()).isEqualTo("data-20261225-structure-20180110.zip");
    }
}
