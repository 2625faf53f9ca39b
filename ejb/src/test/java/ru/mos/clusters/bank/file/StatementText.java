package ru.mos.clusters.bank.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A sound statement of one day as 1CClientBankExchange text, to which tests do what they are about. */
final class StatementText {

    static final String OURS = "40201810200000000001";
    static final String THEIRS = "40703810400000000101";
    static final Charset CP1251 = Charset.forName("windows-1251");

    private String version = "1.03";
    private String claimed = "Windows";
    private BigDecimal came = BigDecimal.ZERO;
    private BigDecimal went = BigDecimal.ZERO;
    private final StringBuilder documents = new StringBuilder();

    static StatementText statement() {
        return new StatementText();
    }

    StatementText version(String other) {
        version = other;
        return this;
    }

    StatementText claiming(String encoding) {
        claimed = encoding;
        return this;
    }

    StatementText paid(int number, String amount) {
        went = went.add(new BigDecimal(amount));
        return document(number, amount, OURS, "044525000", THEIRS, "044525225");
    }

    StatementText received(int number, String amount) {
        came = came.add(new BigDecimal(amount));
        return document(number, amount, THEIRS, "044525225", OURS, "044525000");
    }

    private StatementText document(
            int number, String amount, String payer, String payerBic, String payee, String payeeBic) {
        documents.append("""
                СекцияДокумент=Платежное поручение
                Номер=%d
                Дата=10.03.2026
                Сумма=%s
                ПлательщикСчет=%s
                ДатаСписано=11.03.2026
                Плательщик=ИНН 7700000016 Альфа
                ПлательщикИНН=7700000016
                ПлательщикКПП=770001001
                Плательщик1=ООО «Альфа»
                ПлательщикРасчСчет=%s
                ПлательщикБанк1=Банк
                ПлательщикБИК=%s
                ПолучательСчет=%s
                ДатаПоступило=11.03.2026
                Получатель=ИНН 7700000023 Бета
                ПолучательИНН=7700000023
                Получатель1=АО «Бета»
                ПолучательБИК=%s
                НазначениеПлатежа=Субсидия по соглашению № 5
                КонецДокумента
                """.formatted(number, amount, payer, payer, payerBic, payee, payeeBic));
        return this;
    }

    /** With opening 1000.00, LF as line ends. */
    String text() {
        return """
                1CClientBankExchange
                ВерсияФормата=%s
                Кодировка=%s
                ДатаНачала=11.03.2026
                ДатаКонца=11.03.2026
                РасчСчет=%s
                СекцияРасчСчет
                ДатаНачала=11.03.2026
                ДатаКонца=11.03.2026
                НачальныйОстаток=1000.00
                РасчСчет=%s
                ВсегоСписано=%s
                ВсегоПоступило=%s
                КонечныйОстаток=%s
                КонецРасчСчет
                %sКонецФайла
                """.formatted(
                        version,
                        claimed,
                        OURS,
                        OURS,
                        went.toPlainString(),
                        came.toPlainString(),
                        new BigDecimal("1000.00").add(came).subtract(went).toPlainString(),
                        documents);
    }

    Reading read() {
        return read(text(), CP1251);
    }

    static Reading read(String text, Charset charset) {
        return read(text.getBytes(charset));
    }

    static Reading read(byte[] bytes) {
        try {
            var file = Files.createTempFile("statement", ".txt");
            try {
                Files.write(file, bytes);
                return read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Reading read(Path file) {
        var documents = new ArrayList<StatementDocument>();
        return new Reading(StatementFile.read(file, "statement.txt", documents::add), documents);
    }

    /** What came out of a file. */
    record Reading(StatementSummary summary, List<StatementDocument> documents) {
        List<String> codes() {
            return summary.remarks().stream().map(one -> one.code().slug()).toList();
        }
    }
}
