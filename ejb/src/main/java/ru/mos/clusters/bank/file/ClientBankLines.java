package ru.mos.clusters.bank.file;

import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.BankProblem;
import ru.mos.clusters.platform.Problem;

/**
 * Lines of 1CClientBankExchange text as keys and values. The encoding is told from the first key: it is a known one in one
 * encoding only. A later line whose key is known in another encoding, or whose text cannot be of this one, was put in by somebody.
 */
final class ClientBankLines {

    static final String FIRST = "1CClientBankExchange";

    private static final Set<String> KEYS = keys();
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final ByteLines lines;
    private @Nullable Encoding encoding;
    private String text = "";
    private boolean bare;
    private String key = "";
    private String value = "";

    ClientBankLines(InputStream in) {
        lines = new ByteLines(in);
    }

    private static Set<String> keys() {
        var keys = new HashSet<>(Set.of(
                "ВерсияФормата",
                "Кодировка",
                "Отправитель",
                "ДатаСоздания",
                "ВремяСоздания",
                "ДатаНачала",
                "ДатаКонца",
                "РасчСчет",
                "Документ",
                "СекцияРасчСчет",
                "НачальныйОстаток",
                "ВсегоПоступило",
                "ВсегоСписано",
                "КонечныйОстаток",
                "КонецРасчСчет",
                "СекцияДокумент",
                "Номер",
                "Дата",
                "Сумма",
                "КвитанцияДата",
                "КвитанцияВремя",
                "КвитанцияСодержание",
                "ДатаСписано",
                "ДатаПоступило",
                "ВидПлатежа",
                "ВидОплаты",
                "СтатусСоставителя",
                "ПоказательКБК",
                "ОКАТО",
                "Очередность",
                "Код",
                "КонецДокумента",
                "КонецФайла"));
        for (var who : Set.of("Плательщик", "Получатель")) {
            keys.add(who);
            for (var what : Set.of("Счет", "ИНН", "КПП", "1", "РасчСчет", "Банк1", "БИК", "Корсчет")) {
                keys.add(who + what);
            }
        }
        keys.add("НазначениеПлатежа");
        for (int part = 1; part <= 6; part++) {
            keys.add("НазначениеПлатежа" + part);
        }
        return Set.copyOf(keys);
    }

    /** Whether the bytes begin as such a file does, with or without a byte order mark. */
    static boolean begins(byte[] head) {
        int from = head.length > 2 && head[0] == BYTE_ORDER_MARK[0] && head[1] == BYTE_ORDER_MARK[1] ? 3 : 0;
        return new String(head, from, head.length - from, java.nio.charset.StandardCharsets.ISO_8859_1)
                .startsWith(FIRST);
    }

    /** @throws Problem {@code statement-encoding-mixed} */
    boolean next() {
        var bytes = lines.next();
        if (bytes == null) {
            return false;
        }
        text = decode(bytes).strip();
        int equals = text.indexOf('=');
        bare = equals < 0;
        key = (equals < 0 ? text : text.substring(0, equals)).strip();
        value = equals < 0 ? "" : text.substring(equals + 1).strip();
        if (encoding != null && !KEYS.contains(key) && knownOtherwise(bytes)) {
            throw mixed();
        }
        return true;
    }

    private String decode(byte[] bytes) {
        if (encoding == null) {
            encoding = tell(bytes);
        }
        var known = encoding == null ? Encoding.UTF_8 : encoding;
        var text = known.decode(bytes);
        if (encoding != null && !known.plausible(text, bytes)) {
            throw mixed();
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private Problem mixed() {
        return new Problem(
                BankProblem.STATEMENT_ENCODING_MIXED,
                Integer.toString(lines.number()),
                encoding == null ? "" : encoding.iana());
    }

    private static @Nullable Encoding tell(byte[] bytes) {
        for (var one : Encoding.values()) {
            if (KEYS.contains(keyIn(one, bytes))) {
                return one;
            }
        }
        return null;
    }

    private boolean knownOtherwise(byte[] bytes) {
        var other = tell(bytes);
        return other != null && other != encoding;
    }

    private static String keyIn(Encoding encoding, byte[] bytes) {
        var text = encoding.decode(bytes);
        int equals = text.indexOf('=');
        return (equals < 0 ? text : text.substring(0, equals)).strip();
    }

    /** Of the line read last. */
    int number() {
        return lines.number();
    }

    /** The whole line without blanks around it. */
    String text() {
        return text;
    }

    /** Whether it has no sign of equality. */
    boolean isBare() {
        return bare;
    }

    /** What stands before the sign of equality, or the whole line. */
    String key() {
        return key;
    }

    /** What stands behind it; empty where there is none. */
    String value() {
        return value;
    }

    /** Null as long as no line had a Russian key. */
    @Nullable
    Encoding encoding() {
        return encoding;
    }
}
