package ru.mos.clusters.bank.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.mos.clusters.bank.file.StatementText.CP1251;
import static ru.mos.clusters.bank.file.StatementText.statement;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;

class ClientBankReaderTest {

    private static StatementText sound() {
        return statement().paid(17, "250.00").received(4, "75.50");
    }

    @Test
    void a_statement_says_what_came_and_went_and_to_whom() {
        var read = sound().read();

        assertThat(read.codes()).isEmpty();
        assertThat(read.summary().account()).isEqualTo(StatementText.OURS);
        assertThat(read.summary().closing()).isEqualByComparingTo("825.50");
        assertThat(read.summary().turnover()).isEqualByComparingTo("325.50");
        assertThat(read.documents()).extracting(StatementDocument::incoming).containsExactly(false, true);
        var paid = read.documents().get(0);
        assertThat(paid.number()).isEqualTo("17");
        assertThat(paid.bookedOn()).isEqualTo(LocalDate.of(2026, 3, 11));
        assertThat(paid.other().name()).isEqualTo("АО «Бета»");
        assertThat(paid.other().inn()).isEqualTo("7700000023");
        assertThat(paid.purpose()).isEqualTo("Субсидия по соглашению № 5");
    }

    @ParameterizedTest(name = "bytes in {0}, header says {1}: {2}")
    @CsvSource({
        "windows-1251, Windows, ''",
        "UTF-8, UTF-8, ''",
        "IBM866, DOS, ''",
        "UTF-8, Windows, encoding-differs",
        "IBM866, Windows, encoding-differs",
        "windows-1251, DOS, encoding-differs",
        "windows-1251, UTF-8, encoding-differs",
        "windows-1251, '', ''"
    })
    void the_bytes_tell_the_encoding_whatever_the_header_says(String charset, String claimed, String problem) {
        var text = sound().claiming(claimed)
                .text()
                .replace("№", "N")
                .replace("«", "\"")
                .replace("»", "\"");

        var read = StatementText.read(text, Charset.forName(charset));

        assertThat(read.codes()).isEqualTo(problem.isEmpty() ? List.of() : List.of(problem));
        assertThat(read.summary().remarks()).noneMatch(StatementRemark::flagging);
        assertThat(read.summary().encoding()).isEqualTo(charset);
        assertThat(read.documents().get(0).other().name()).isEqualTo("АО \"Бета\"");
    }

    @Test
    void a_byte_order_mark_and_either_line_end_are_read_over() {
        var text = "\ufeff" + sound().claiming("UTF-8").text().replace("\n", "\r\n");

        assertThat(StatementText.read(text, StandardCharsets.UTF_8).documents()).hasSize(2);
    }

    @ParameterizedTest(name = "version {0}")
    @ValueSource(strings = {"1.00", "1.01", "1.02", "1.03"})
    void the_versions_that_banks_write_are_read(String version) {
        assertThat(sound().version(version).read().summary().version()).isEqualTo(version);
    }

    @ParameterizedTest(name = "version {0}")
    @ValueSource(strings = {"", "0.99", "1.04", "2.0"})
    void others_are_not(String version) {
        assertThatThrownBy(() -> sound().version(version).read()).hasMessageStartingWith("statement-version-unknown");
    }

    @Test
    void an_old_file_names_the_payer_in_one_field_and_its_purpose_on_several_lines() {
        var text = sound().version("1.01")
                .text()
                .replace("Плательщик1=ООО «Альфа»\n", "Плательщик=\n")
                .replace(
                        "НазначениеПлатежа=Субсидия по соглашению № 5",
                        "НазначениеПлатежа1=Субсидия\nНазначениеПлатежа2=по\nсоглашению № 5");

        var receipt = StatementText.read(text, CP1251).documents().get(1);

        assertThat(receipt.other().name()).isEqualTo("Альфа");
        assertThat(receipt.purpose()).isEqualTo("Субсидия по соглашению № 5");
    }

    @Test
    void no_beginning_of_a_file_is_taken_for_the_whole() {
        var bytes = sound().text().getBytes(CP1251);

        for (int length = 1; length < bytes.length - "КонецФайла\n".length(); length += 7) {
            var beginning = java.util.Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> StatementText.read(beginning))
                    .as("the first %d bytes", length)
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void a_file_without_its_end_says_on_which_line_it_breaks_off() {
        var text = sound().text().replace("КонецФайла\n", "");

        assertThatThrownBy(() -> StatementText.read(text, CP1251)).hasMessage("statement-cut-short [57]");
    }

    @Test
    void a_document_within_another_means_that_the_end_of_the_first_is_lost() {
        var text = sound().text().replaceFirst("КонецДокумента\n", "");

        assertThatThrownBy(() -> StatementText.read(text, CP1251)).hasMessage("statement-cut-short [36]");
    }

    @ParameterizedTest(name = "a value in {1} within a file in {0}")
    @CsvSource({"windows-1251, UTF-8", "UTF-8, windows-1251", "UTF-8, IBM866", "windows-1251, IBM866", "IBM866, UTF-8"})
    void a_line_in_another_encoding_is_refused_with_its_number(String file, String line) throws Exception {
        var text = sound().text().replace("№", "N").replace("«", "").replace("»", "");
        int at = text.indexOf("НазначениеПлатежа=");
        int end = text.indexOf('\n', at);
        var bytes = new ByteArrayOutputStream();
        bytes.write(text.substring(0, at).getBytes(file));
        bytes.write(text.substring(at, end).getBytes(line));
        bytes.write(text.substring(end).getBytes(file));

        assertThatThrownBy(() -> StatementText.read(bytes.toByteArray()))
                .hasMessageStartingWith("statement-encoding-mixed [35, ");
    }

    @ParameterizedTest(name = "sum ''{0}''")
    @ValueSource(
            strings = {
                "250.001",
                "-250.00",
                "0",
                "0.00",
                "250,00",
                "25О.00",
                "1e3",
                "12345678901234.00",
                "",
                " ",
                "250.",
                ".5"
            })
    void an_impossible_sum_is_refused(String sum) {
        var text = sound().text().replace("Сумма=250.00", "Сумма=" + sum);

        assertThatThrownBy(() -> StatementText.read(text, CP1251))
                .hasMessageMatching("statement-(sum-malformed|field-missing) \\[16, .*");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"0.01", "250", "250.5", "9999999999999.99"})
    void a_possible_one_is_taken(String sum) {
        var text = sound().text().replace("Сумма=250.00", "Сумма=" + sum);

        assertThat(StatementText.read(text, CP1251).documents().get(0).amount()).isEqualByComparingTo(sum);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"31.02.2026", "2026-03-10", "10.03.26", "вчера"})
    void an_impossible_day_is_refused(String day) {
        var text = sound().text().replaceFirst("Дата=10.03.2026", "Дата=" + day);

        assertThatThrownBy(() -> StatementText.read(text, CP1251))
                .hasMessageStartingWith("statement-date-malformed [16");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Номер", "Дата", "Сумма"})
    void what_a_document_needs_is_missed(String field) {
        var text = sound().text().replaceFirst("\n" + field + "=.*", "");

        assertThatThrownBy(() -> StatementText.read(text, CP1251))
                .hasMessage("statement-field-missing [16, " + field + "]");
    }

    @Test
    void two_different_sums_of_one_document_are_refused_and_the_same_twice_is_not() {
        var twice = sound().text().replace("Сумма=250.00", "Сумма=250.00\nСумма=250.00");
        var differing = sound().text().replace("Сумма=250.00", "Сумма=250.00\nСумма=260.00");

        assertThat(StatementText.read(twice, CP1251).codes()).isEmpty();
        assertThatThrownBy(() -> StatementText.read(differing, CP1251)).hasMessage("statement-field-twice [20, Сумма]");
    }

    @Test
    void a_file_of_orders_is_no_statement() {
        var text = sound().text().replaceAll("(?s)СекцияРасчСчет.*КонецРасчСчет\n", "");

        assertThatThrownBy(() -> StatementText.read(text, CP1251)).hasMessageStartingWith("statement-account-missing");
    }

    @Test
    void statements_of_two_accounts_go_into_two_files() {
        var text = sound().text();
        int from = text.indexOf("СекцияРасчСчет");
        int end = text.indexOf("СекцияДокумент");
        var section = text.substring(from, end).replace(StatementText.OURS, StatementText.THEIRS);

        assertThatThrownBy(() -> StatementText.read(text.substring(0, end) + section + text.substring(end), CP1251))
                .hasMessageStartingWith("statement-accounts-several");
    }

    @Test
    void a_document_of_another_account_is_refused() {
        var text =
                sound().text().replaceAll("(?<=Плательщик(Расч)?Счет=)" + StatementText.OURS, "40702810100000000017");

        assertThatThrownBy(() -> StatementText.read(text, CP1251))
                .hasMessageStartingWith("statement-document-foreign [16");
    }

    @Test
    void the_balances_have_to_come_to_the_totals() {
        var text = sound().text().replace("КонечныйОстаток=825.50", "КонечныйОстаток=825.51");

        var read = StatementText.read(text, CP1251);

        assertThat(read.codes()).contains("statement-unbalanced");
        assertThat(read.summary().remarks()).allMatch(StatementRemark::flagging);
    }

    @Test
    void totals_that_balance_but_are_not_what_the_documents_come_to_are_flagged() {
        var text = sound().text()
                .replace("ВсегоСписано=250.00", "ВсегоСписано=350.00")
                .replace("ВсегоПоступило=75.50", "ВсегоПоступило=175.50");

        assertThat(StatementText.read(text, CP1251).codes()).containsExactly("statement-unexplained");
    }

    @Test
    void without_totals_the_balances_have_to_come_to_the_documents() {
        var without = sound().text().replaceAll("Всего.*\n", "");

        assertThat(StatementText.read(without, CP1251).codes()).isEmpty();
        assertThat(StatementText.read(without.replace("Остаток=825.50", "Остаток=825.49"), CP1251)
                        .codes())
                .containsExactly("statement-unbalanced");
    }

    @Test
    void a_wrong_key_of_an_account_is_shown_with_its_line() {
        var text =
                sound().text().replace("ПолучательСчет=" + StatementText.THEIRS, "ПолучательСчет=40703810500000000101");

        var remark = StatementText.read(text, CP1251).summary().remarks().get(0);

        assertThat(ProblemTexts.text(
                        remark.code(), Locale.ENGLISH, remark.arguments().toArray()))
                .isEqualTo(
                        "On line 16 the check digit of account 40703810500000000101 does not agree with BIC 044525225, or they are malformed.");
    }

    @Test
    void a_document_of_another_day_is_flagged() {
        var text = sound().text().replaceFirst("ДатаСписано=11.03.2026", "ДатаСписано=12.03.2026");

        assertThat(StatementText.read(text, CP1251).codes()).containsExactly("statement-document-outside");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Дата;Сумма", "{\"a\": 1}", "PK"})
    void other_files_are_no_statements(String text) {
        assertThatThrownBy(() -> StatementText.read(text, CP1251)).hasMessageStartingWith("statement-format-unknown");
    }

    @Test
    void a_hundred_thousand_documents_are_read_one_by_one() {
        int many = 100_000;
        var text = sound().text();
        int from = text.indexOf("СекцияДокумент");
        int end = text.indexOf("КонецФайла");
        var one = statement().paid(1, "1.00").text();
        var document = one.substring(one.indexOf("СекцияДокумент"), one.indexOf("КонецФайла"))
                .getBytes(CP1251);
        var parts = new ArrayList<InputStream>();
        parts.add(new java.io.ByteArrayInputStream(text.substring(0, from).getBytes(CP1251)));
        for (int i = 0; i < many; i++) {
            parts.add(new java.io.ByteArrayInputStream(document));
        }
        parts.add(new java.io.ByteArrayInputStream(text.substring(end).getBytes(CP1251)));
        var seen = new AtomicInteger();

        var summary = ClientBankReader.read(
                new SequenceInputStream(Collections.enumeration(parts)), taken -> seen.incrementAndGet());

        assertThat(seen).hasValue(many);
        assertThat(summary.documents()).isEqualTo(many);
        assertThat(summary.turnover()).isEqualByComparingTo(BigDecimal.valueOf(many));
    }
}
