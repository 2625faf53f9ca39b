package ru.mos.clusters.bank.file;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.BankProblem;
import ru.mos.clusters.platform.Problem;

/**
 * A statement as 1CClientBankExchange text, 1.00 to 1.03. Lenient where banks differ without doubt about the meaning: line ends,
 * encoding, old and new fields of the payer side by side, a purpose on several lines. Strict where a doubt would be about money.
 */
final class ClientBankReader {

    private static final Set<String> VERSIONS = Set.of("1.00", "1.01", "1.02", "1.03");
    private static final Pattern INN_BEFORE_NAME = Pattern.compile("ИНН\\s*\\d{10,12}(?:[/\\s]*КПП\\s*\\d{9})?\\s*");
    private static final String PURPOSE = "НазначениеПлатежа";

    /** Fields of which two different values would leave open what was paid to whom. */
    private static final Set<String> SINGLE =
            Set.of("Номер", "Дата", "Сумма", "ПлательщикСчет", "ПолучательСчет", "ДатаСписано", "ДатаПоступило");

    private final ClientBankLines lines;
    private final StatementTally tally;
    private final Map<String, String> fields = new HashMap<>();
    private String version = "";
    private String claimed = "";
    private String last = "";

    private ClientBankReader(InputStream in, StatementTaker taker) {
        lines = new ClientBankLines(in);
        tally = new StatementTally(taker);
    }

    static StatementSummary read(InputStream in, StatementTaker taker) {
        return new ClientBankReader(in, taker).read();
    }

    private StatementSummary read() {
        lines.next();
        boolean ended = false;
        while (!ended && lines.next()) {
            switch (lines.key()) {
                case "СекцияРасчСчет" -> section();
                case "СекцияДокумент" -> document();
                case "КонецФайла" -> ended = true;
                case "ВерсияФормата" -> version = lines.value();
                case "Кодировка" -> claimed = lines.value();
                default -> {}
            }
        }
        if (!ended) {
            throw cutShort();
        }
        requireNothingAfter();
        requireKnownVersion();
        var encoding = encoding();
        Encoding.claimed(claimed)
                .filter(word -> word != encoding)
                .ifPresent(word ->
                        tally.remark(StatementRemark.note(BankProblem.ENCODING_DIFFERS, claimed, encoding.iana())));
        return tally.finish(StatementFormat.CLIENT_BANK_1C, version, encoding.iana(), lines.number());
    }

    private Encoding encoding() {
        var told = lines.encoding();
        if (told == null) {
            throw cutShort();
        }
        return told;
    }

    private void requireKnownVersion() {
        if (!VERSIONS.contains(version)) {
            throw new Problem(BankProblem.STATEMENT_VERSION_UNKNOWN, Fields.shown(version));
        }
    }

    private void requireNothingAfter() {
        while (lines.next()) {
            if (!lines.key().isEmpty()) {
                throw new Problem(BankProblem.STATEMENT_LINE_UNREADABLE, Integer.toString(lines.number()));
            }
        }
    }

    private Problem cutShort() {
        return new Problem(BankProblem.STATEMENT_CUT_SHORT, Integer.toString(lines.number()));
    }

    private void section() {
        int line = lines.number();
        collect("КонецРасчСчет");
        var from = Fields.russian(required("ДатаНачала", line), line);
        tally.section(new StatementTally.Section(
                line,
                required("РасчСчет", line),
                from,
                field("ДатаКонца").isEmpty() ? from : Fields.russian(field("ДатаКонца"), line),
                balance("НачальныйОстаток", line),
                balance("ВсегоПоступило", line),
                balance("ВсегоСписано", line),
                balance("КонечныйОстаток", line)));
    }

    private @Nullable BigDecimal balance(String key, int line) {
        return field(key).isEmpty() ? null : Fields.balance(field(key), line);
    }

    /** Reads up to the end of the part; a part within it, or the file's end, means that its own end is missing. */
    private void collect(String end) {
        fields.clear();
        last = "";
        while (lines.next()) {
            var key = lines.key();
            if (key.equals(end)) {
                return;
            }
            if (key.startsWith("Секция") || key.startsWith("Конец")) {
                throw cutShort();
            }
            keep(key, lines.value());
        }
        throw cutShort();
    }

    private void keep(String key, String value) {
        if (lines.isBare() || (last.startsWith(PURPOSE) && key.indexOf(' ') > 0)) {
            goOn();
            return;
        }
        last = key;
        if (value.isEmpty()) {
            return;
        }
        var before = fields.putIfAbsent(key, value);
        if (before != null && !before.equals(value) && SINGLE.contains(key)) {
            throw new Problem(BankProblem.STATEMENT_FIELD_TWICE, Integer.toString(lines.number()), key);
        }
    }

    /** A purpose may go on on the next line; nothing else does. */
    private void goOn() {
        if (lines.text().isEmpty()) {
            return;
        }
        if (!last.startsWith(PURPOSE)) {
            throw new Problem(BankProblem.STATEMENT_LINE_UNREADABLE, Integer.toString(lines.number()));
        }
        fields.merge(last, lines.text(), (before, more) -> before + " " + more);
    }

    private String field(String key) {
        return fields.getOrDefault(key, "");
    }

    private String required(String key, int line) {
        var value = field(key);
        if (value.isEmpty()) {
            throw new Problem(BankProblem.STATEMENT_FIELD_MISSING, Integer.toString(line), key);
        }
        return value;
    }

    private void document() {
        int line = lines.number();
        collect("КонецДокумента");
        var ours = tally.account(line);
        var payer = side("Плательщик");
        var payee = side("Получатель");
        boolean outgoing = payer.account().equals(ours);
        if (!outgoing && !payee.account().equals(ours)) {
            throw new Problem(BankProblem.STATEMENT_DOCUMENT_FOREIGN, Integer.toString(line), ours);
        }
        var day = Fields.russian(required("Дата", line), line);
        tally.document(new StatementDocument(
                line,
                !outgoing,
                required("Номер", line),
                day,
                booked(outgoing ? "ДатаСписано" : "ДатаПоступило", day, line),
                Fields.amount(required("Сумма", line), line),
                outgoing ? payee : payer,
                purpose(),
                ""));
    }

    private LocalDate booked(String key, LocalDate otherwise, int line) {
        return field(key).isEmpty() ? otherwise : Fields.russian(field(key), line);
    }

    private Side side(String who) {
        var name =
                field(who + "1").isEmpty() ? INN_BEFORE_NAME.matcher(field(who)).replaceFirst("") : field(who + "1");
        var account = field(who + "Счет").isEmpty() ? field(who + "РасчСчет") : field(who + "Счет");
        return new Side(
                field(who + "ИНН"), field(who + "КПП"), name, account, field(who + "БИК"), field(who + "Банк1"));
    }

    private String purpose() {
        return field(PURPOSE).isEmpty()
                ? IntStream.rangeClosed(1, 6)
                        .mapToObj(part -> field(PURPOSE + part))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "))
                : field(PURPOSE);
    }
}
