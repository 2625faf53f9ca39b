package ru.mos.clusters.inserver;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Statements of an account of ours as 1CClientBankExchange text, and what empties the bank's tables. */
public final class BankFixture {

    /** Our account, kept by the Bank of Russia. */
    public static final String OURS = "40201810200000000001";

    public static final String OUR_BIC = "044525000";

    /** An account of the payee {@code 7700000023}. */
    public static final String THEIRS = "40703810400000000101";

    public static final String THEIR_BIC = "044525225";

    public static final Charset CP1251 = Charset.forName("windows-1251");

    /** Empties the bank's tables, whoever filled them; run as the schema's owner. */
    public static final String NOTHING_LEFT = """
            truncate bank.assignment, bank.match, bank.document, bank.line, bank.statement_problem, bank.statement, bank.instruction,
                     bank.numbering, bank.account cascade;
            delete from platform.task where kind = 'STATEMENT_TO_EXAMINE'""";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private final LocalDate day;
    private final BigDecimal opening;
    private String account = OURS;
    private String claimed = "Windows";
    private BigDecimal came = new BigDecimal("0.00");
    private BigDecimal went = new BigDecimal("0.00");
    private final StringBuilder documents = new StringBuilder();

    private BankFixture(LocalDate day, String opening) {
        this.day = day;
        this.opening = new BigDecimal(opening);
    }

    /** Of one day, with this opening balance. */
    public static BankFixture statement(String day, String opening) {
        return new BankFixture(LocalDate.parse(day), opening);
    }

    /** Of another account. */
    public BankFixture of(String other) {
        account = other;
        return this;
    }

    /** The header names this encoding. */
    public BankFixture claiming(String encoding) {
        claimed = encoding;
        return this;
    }

    /** Money that went to the usual payee. */
    public BankFixture paid(int number, String amount) {
        return paid(number, amount, THEIRS, "Субсидия");
    }

    /** Money that went to an account. */
    public BankFixture paid(int number, String amount, String to, String purpose) {
        went = went.add(new BigDecimal(amount));
        documents.append(
                """
                СекцияДокумент=Платежное поручение
                Номер=%d
                Дата=%s
                Сумма=%s
                ПлательщикСчет=%s
                ДатаСписано=%s
                ПолучательСчет=%s
                ПолучательИНН=7700000023
                Получатель1=АНО Центр кластера
                ПолучательБИК=%s
                НазначениеПлатежа=%s
                КонецДокумента
                """.formatted(number, DATE.format(day), amount, account, DATE.format(day), to, THEIR_BIC, purpose));
        return this;
    }

    /** Money that came from the usual payee. */
    public BankFixture received(int number, String amount) {
        came = came.add(new BigDecimal(amount));
        documents.append("""
                СекцияДокумент=Платежное поручение
                Номер=%d
                Дата=%s
                Сумма=%s
                ПлательщикСчет=%s
                ПлательщикИНН=7700000023
                Плательщик1=АНО Центр кластера
                ПлательщикБИК=%s
                ПолучательСчет=%s
                ДатаПоступило=%s
                НазначениеПлатежа=Возврат субсидии
                КонецДокумента
                """.formatted(number, DATE.format(day), amount, THEIRS, THEIR_BIC, account, DATE.format(day)));
        return this;
    }

    /** The file as text. */
    public String text() {
        return """
                1CClientBankExchange
                ВерсияФормата=1.03
                Кодировка=%s
                СекцияРасчСчет
                ДатаНачала=%s
                ДатаКонца=%s
                НачальныйОстаток=%s
                РасчСчет=%s
                ВсегоСписано=%s
                ВсегоПоступило=%s
                КонечныйОстаток=%s
                КонецРасчСчет
                %sКонецФайла
                """.formatted(
                        claimed,
                        DATE.format(day),
                        DATE.format(day),
                        opening.toPlainString(),
                        account,
                        went.toPlainString(),
                        came.toPlainString(),
                        opening.add(came).subtract(went).toPlainString(),
                        documents);
    }

    /** In CP1251 with CR LF, as banks send it. */
    public byte[] bytes() {
        return text().replace("\n", "\r\n").getBytes(CP1251);
    }

    /** In UTF-8. */
    public byte[] utf8() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
