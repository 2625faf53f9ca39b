package ru.mos.clusters.bank.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.BankProblem;
import ru.mos.clusters.bank.Payee;
import ru.mos.clusters.platform.Problem;

/** A payment order as 1CClientBankExchange 1.03: CP1251, lines ended by CR LF, as programs of banks expect it. */
final class ClientBankWriter {

    static final Charset CP1251 = Charset.forName("windows-1251");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    /** Ways in which orders are numbered by the Bank of Russia: 01 is the payment order. */
    private static final String PAYMENT_ORDER = "01";
    /** Of payments that the Civil Code ranks last among five. */
    private static final String LAST_RANK = "5";

    private final StringBuilder text = new StringBuilder();

    private ClientBankWriter() {}

    /** @throws Problem {@code bank-text-impossible} on a character that CP1251 does not have */
    static byte[] write(PaymentOrder order, LocalDateTime sentAt) {
        var writer = new ClientBankWriter();
        writer.head(order, sentAt);
        writer.document(order);
        writer.line("КонецФайла");
        return encode(writer.text);
    }

    static byte[] encode(CharSequence text) {
        try {
            ByteBuffer bytes = CP1251.newEncoder().encode(CharBuffer.wrap(text));
            var exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException impossible) {
            throw new Problem(BankProblem.BANK_TEXT_IMPOSSIBLE, foreign(text));
        }
    }

    /** The first character that the encoding does not have. */
    private static String foreign(CharSequence text) {
        var encoder = CP1251.newEncoder();
        return text.codePoints()
                .mapToObj(Character::toString)
                .filter(one -> !encoder.canEncode(one))
                .findFirst()
                .orElse("");
    }

    private void head(PaymentOrder order, LocalDateTime sentAt) {
        line("1CClientBankExchange");
        line("ВерсияФормата", "1.03");
        line("Кодировка", "Windows");
        line("Отправитель", "Поддержка кластеров");
        line("Получатель", "");
        line("ДатаСоздания", DATE.format(sentAt));
        line("ВремяСоздания", TIME.format(sentAt));
        line("ДатаНачала", DATE.format(order.day()));
        line("ДатаКонца", DATE.format(order.day()));
        line("РасчСчет", order.payer().account());
        line("Документ", "Платежное поручение");
    }

    private void document(PaymentOrder order) {
        line("СекцияДокумент", "Платежное поручение");
        line("Номер", Integer.toString(order.number()));
        line("Дата", DATE.format(order.day()));
        line("Сумма", order.amount().toPlainString());
        side("Плательщик", order.payer());
        side("Получатель", order.payee());
        line("ВидПлатежа", "");
        line("ВидОплаты", PAYMENT_ORDER);
        line("СтатусСоставителя", "");
        line("ПоказательКБК", order.kbk());
        line("ОКАТО", order.oktmo()); // the field kept its name when OKTMO replaced OKATO in 2014
        line("ПоказательОснования", "");
        line("ПоказательПериода", "");
        line("ПоказательНомера", "");
        line("ПоказательДаты", "");
        line("ПоказательТипа", "");
        line("Очередность", LAST_RANK);
        line("Код", "");
        line("НазначениеПлатежа", order.purpose());
        line("КонецДокумента");
    }

    private void side(String who, Payee side) {
        line(who + "Счет", side.account());
        line(who, "ИНН " + side.inn() + " " + side.name());
        line(who + "ИНН", side.inn());
        line(who + "КПП", side.kpp());
        line(who + "1", side.name());
        line(who + "РасчСчет", side.account());
        line(who + "Банк1", side.bank());
        line(who + "БИК", side.bic());
        line(who + "Корсчет", side.correspondent());
    }

    private void line(String key, @Nullable String value) {
        line(key + "=" + (value == null ? "" : oneLine(value)));
    }

    private void line(String whole) {
        text.append(whole).append("\r\n");
    }

    private static String oneLine(String value) {
        return value.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
