package ru.mos.clusters.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.platform.ProblemTexts;

class JournalTableTest {

    private static JournalTable.Pair pair(String memo) {
        return new JournalTable.Pair(
                LocalDate.of(2018, 12, 31),
                7,
                Operation.PAID,
                "206.42",
                "304.05",
                2018,
                "80704121234567890811",
                "A-1",
                new BigDecimal("1250000.00"),
                memo,
                "NOTICE",
                "15-У",
                null);
    }

    @Test
    void a_line_holds_a_pair_of_accounts_with_its_sum_and_its_document() {
        assertThat(pair("Платёж").line(ProblemTexts.RUSSIAN))
                .isEqualTo(
                        "2018-12-31;7;Кассовый расход;206.42;304.05;2018;80704121234567890811;A-1;1250000.00;Платёж;NOTICE 15-У;");
        assertThat(JournalTable.head(Locale.ENGLISH).split(";", -1)).hasSize(12);
    }

    @Test
    void no_text_is_taken_for_a_formula_nor_tears_a_line_apart() {
        assertThat(pair("=1+1").line(ProblemTexts.RUSSIAN)).contains(";'=1+1;");
        assertThat(pair("-5").line(ProblemTexts.RUSSIAN)).contains(";'-5;");
        assertThat(pair("@SUM(A1)").line(ProblemTexts.RUSSIAN)).contains(";'@SUM(A1);");
        assertThat(pair("a; \"b\"\nc").line(ProblemTexts.RUSSIAN)).contains(";\"a; \"\"b\"\"\nc\";");
        assertThat(pair("+1;2").line(ProblemTexts.RUSSIAN)).contains(";\"'+1;2\";");
    }
}
