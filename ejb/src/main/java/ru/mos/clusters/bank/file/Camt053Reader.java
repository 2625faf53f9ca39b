package ru.mos.clusters.bank.file;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.BankProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.intake.HardenedXml;
import ru.mos.clusters.platform.intake.Refusal;

/**
 * A statement as ISO 20022 BankToCustomerStatement (camt.053), in whichever of its versions: they name parties a level deeper from
 * the eighth on, and the state of an entry. Entries that are not booked are left out: no money has moved yet.
 */
final class Camt053Reader {

    private static final Pattern NAMESPACE =
            Pattern.compile("urn:iso:std:iso:20022:tech:xsd:camt\\.053\\.001\\.(\\d\\d)");
    private static final Pattern INN = Pattern.compile("\\d{10}|\\d{12}");
    private static final Set<Charset> ENCODINGS = Set.of(StandardCharsets.UTF_8, Charset.forName("windows-1251"));
    private static final int LONGEST_TEXT = 10_000;
    private static final String ROUBLE = "RUB";
    private static final String STATEMENT = "Document/BkToCstmrStmt/Stmt";
    private static final String ENTRY = STATEMENT + "/Ntry";
    private static final String BALANCE = STATEMENT + "/Bal";
    private static final String DETAILS = ENTRY + "/NtryDtls/TxDtls";

    private final HardenedXml xml;
    private final StatementTally tally;
    private final StringBuilder path = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> statement = new HashMap<>();
    private final Map<String, String> balance = new HashMap<>();
    private final Map<String, String> entry = new HashMap<>();
    private final Map<String, String> details = new HashMap<>();
    private final List<Map<String, String>> all = new ArrayList<>();
    private String version = "";
    private int entryLine;
    private boolean announced;

    private Camt053Reader(HardenedXml xml, StatementTaker taker) {
        this.xml = xml;
        this.tally = new StatementTally(taker);
    }

    /** @throws Problem of a file that is no such statement; {@code xml-malformed} and what else speaks against XML */
    static StatementSummary read(String fileName, InputStream in, StatementTaker taker) {
        try (var xml = new HardenedXml(fileName, in, ENCODINGS)) {
            return new Camt053Reader(xml, taker).read();
        } catch (Refusal refused) {
            throw new Problem(refused.code(), refused.arguments().toArray());
        }
    }

    private StatementSummary read() {
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> xml.appendText(text, LONGEST_TEXT);
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {}
            }
        }
        return tally.finish(StatementFormat.CAMT_053, version, "UTF-8", xml.line());
    }

    private void begin() {
        if (path.isEmpty()) {
            requireNamespace();
        }
        path.append(path.isEmpty() ? "" : "/").append(local(xml.name()));
        text.setLength(0);
        switch (path.toString()) {
            case STATEMENT -> {
                statement.clear();
                announced = false;
            }
            case BALANCE -> balance.clear();
            case ENTRY -> {
                announce();
                entry.clear();
                all.clear();
                entryLine = xml.line();
            }
            case DETAILS -> details.clear();
            default -> {}
        }
        var currency = xml.attribute("Ccy");
        if (currency != null && !currency.equals(ROUBLE)) {
            throw new Problem(BankProblem.STATEMENT_CURRENCY, Integer.toString(xml.line()), Fields.shown(currency));
        }
    }

    /** Names may bear a prefix: the reader of hostile files does not resolve it, so whichever declares the namespace serves. */
    private void requireNamespace() {
        for (int at = 0; at < xml.attributes(); at++) {
            var declared = NAMESPACE.matcher(xml.attribute(at));
            if (xml.attributeName(at).startsWith("xmlns") && declared.matches()) {
                version = "001." + declared.group(1);
                return;
            }
        }
        throw new Problem(BankProblem.STATEMENT_FORMAT_UNKNOWN);
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private void end() {
        var here = path.toString();
        if (!text.isEmpty() && !text.toString().isBlank()) {
            keep(
                    here,
                    here.endsWith("/Ustrd") ? text.toString() : text.toString().strip()); // words go on in the next
        }
        text.setLength(0);
        switch (here) {
            case BALANCE -> balance();
            case DETAILS -> all.add(Map.copyOf(details));
            case ENTRY -> entry();
            case STATEMENT -> announce();
            default -> {}
        }
        path.setLength(Math.max(0, path.lastIndexOf("/")));
    }

    private void keep(String here, String value) {
        if (here.startsWith(DETAILS + "/")) {
            var field = here.substring(DETAILS.length() + 1).replace("/Pty/", "/");
            if (field.equals("RmtInf/Ustrd")) {
                details.merge(field, value, (before, more) -> before + more);
            } else {
                details.putIfAbsent(field, value);
            }
        } else if (here.startsWith(ENTRY + "/")) {
            entry.putIfAbsent(here.substring(ENTRY.length() + 1), value);
        } else if (here.startsWith(BALANCE + "/")) {
            balance.putIfAbsent(here.substring(BALANCE.length() + 1), value);
        } else if (here.startsWith(STATEMENT + "/")) {
            statement.putIfAbsent(here.substring(STATEMENT.length() + 1), value);
        }
    }

    private void balance() {
        var kind = balance.getOrDefault("Tp/CdOrPrtry/Cd", "");
        var sum = balance.get("Amt");
        if (sum == null || !Set.of("OPBD", "PRCD", "CLBD").contains(kind)) {
            return;
        }
        statement.put(kind, ("DBIT".equals(balance.get("CdtDbtInd")) ? "-" : "") + sum);
        var day = balance.getOrDefault("Dt/Dt", balance.get("Dt/DtTm"));
        if (day != null) {
            statement.put(kind + " day", day);
        }
    }

    /** Balances and totals come before the entries. */
    private void announce() {
        if (announced) {
            return;
        }
        announced = true;
        int line = xml.line();
        var account = statement.getOrDefault("Acct/Id/Othr/Id", statement.getOrDefault("Acct/Id/IBAN", ""));
        if (account.isEmpty()) {
            throw new Problem(BankProblem.STATEMENT_ACCOUNT_MISSING, Integer.toString(line));
        }
        var until = first("FrToDt/ToDtTm", "CLBD day");
        var from = first("FrToDt/FrDtTm", "OPBD day");
        if (until.isEmpty()) {
            throw new Problem(BankProblem.STATEMENT_FIELD_MISSING, Integer.toString(line), "FrToDt");
        }
        tally.section(new StatementTally.Section(
                line,
                account,
                Fields.iso(from.isEmpty() ? until : from, line),
                Fields.iso(until, line),
                sum(first("OPBD", "PRCD"), line),
                sum(first("TxsSummry/TtlCdtNtries/Sum"), line),
                sum(first("TxsSummry/TtlDbtNtries/Sum"), line),
                sum(first("CLBD"), line)));
    }

    private String first(String... keys) {
        for (var key : keys) {
            var value = statement.get(key);
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    private static @Nullable BigDecimal sum(String text, int line) {
        return text.isEmpty() ? null : Fields.balance(text, line);
    }

    private void entry() {
        if (!"BOOK".equals(entry.getOrDefault("Sts", entry.get("Sts/Cd")))) {
            return;
        }
        var whole = Fields.amount(entry.getOrDefault("Amt", ""), entryLine);
        var parts = parts(whole);
        if (parts.isEmpty()) {
            document(all.size() == 1 ? all.get(0) : Map.of(), whole);
        } else {
            for (int at = 0; at < parts.size(); at++) {
                document(all.get(at), parts.get(at));
            }
        }
    }

    /** Of an entry that books several payments at once, if the bank says the sum of each. */
    private List<BigDecimal> parts(BigDecimal whole) {
        if (all.size() < 2) {
            return List.of();
        }
        var sums = new ArrayList<BigDecimal>();
        for (var one : all) {
            var sum = one.getOrDefault("Amt", one.get("AmtDtls/TxAmt/Amt"));
            if (sum == null) {
                return List.of();
            }
            sums.add(Fields.amount(sum, entryLine));
        }
        var total = sums.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(whole) != 0) {
            throw new Problem(BankProblem.STATEMENT_ENTRY_PARTS, Integer.toString(entryLine), whole, total);
        }
        return sums;
    }

    private void document(Map<String, String> one, BigDecimal amount) {
        boolean incoming = "CRDT".equals(entry.get("CdtDbtInd"));
        var booked = entry.getOrDefault("BookgDt/Dt", entry.get("BookgDt/DtTm"));
        tally.document(new StatementDocument(
                entryLine,
                incoming,
                one.getOrDefault("Refs/InstrId", entry.getOrDefault("NtryRef", "")),
                null,
                booked == null ? lastDay() : Fields.iso(booked, entryLine),
                amount,
                other(one, incoming ? "Dbtr" : "Cdtr"),
                one.getOrDefault("RmtInf/Ustrd", entry.getOrDefault("AddtlNtryInf", ""))
                        .strip(),
                one.getOrDefault("Refs/EndToEndId", "")));
    }

    private LocalDate lastDay() {
        return Fields.iso(Objects.requireNonNull(first("FrToDt/ToDtTm", "CLBD day")), entryLine);
    }

    private static Side other(Map<String, String> one, String who) {
        var party = "RltdPties/" + who;
        var bank = "RltdAgts/" + who + "Agt/FinInstnId";
        return new Side(
                inn(one.getOrDefault(party + "/Id/OrgId/Othr/Id", one.getOrDefault(party + "/Id/PrvtId/Othr/Id", ""))),
                one.getOrDefault("Tax/" + who + "/RegnId", ""),
                one.getOrDefault(party + "/Nm", ""),
                one.getOrDefault(
                        "RltdPties/" + who + "Acct/Id/Othr/Id",
                        one.getOrDefault("RltdPties/" + who + "Acct/Id/IBAN", "")),
                one.getOrDefault(bank + "/ClrSysMmbId/MmbId", ""),
                one.getOrDefault(bank + "/Nm", ""));
    }

    private static String inn(String id) {
        return id.isEmpty()
                ? ""
                : INN.matcher(id).results().map(MatchResult::group).findFirst().orElse("");
    }
}
