package ru.mos.clusters.support.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.support.SupportProblem;
import ru.mos.clusters.support.rule.ViolationKind;

/**
 * One СвПредПод. Violations stand in three ways: as Нарушения (since 15.06.2023), as a mere ИнфНаруш="1", and in the older
 * structure as a child ИнфНаруш that tells misuse of money from all else.
 */
final class GivenReading {

    private final RecipientReading reading;
    private final List<RecipientDocument.Violation> violations = new ArrayList<>();
    private @Nullable String formCode;
    private @Nullable String formName;
    private @Nullable String kindCode;
    private @Nullable String kindName;
    private @Nullable BigDecimal size;
    private @Nullable String unitCode;

    GivenReading(RecipientReading reading) {
        this.reading = reading;
    }

    RecipientDocument.Given read() {
        var number = reading.attribute("НомерПод");
        var subjectKind = code("ВидПП", 3);
        code("КатСуб", 4);
        var providerInn = provider();
        var providerName = providerInn != null && providerInn.length() == 10 ? reading.attribute("НаимОрг") : null;
        var decidedOn = required("ДатаПрин");
        var endsOn = required("СрокПод");
        var stoppedOn = reading.date("ДатаПрекр");
        boolean violated = isYes("ИнфНаруш");
        reading.children(this::child);
        if (formCode == null) {
            reading.remark(SupportProblem.SUPPORT_ATTRIBUTE_MISSING, "КодФорм", "КодФорм");
        }
        if (violated && violations.isEmpty()) {
            violations.add(undated(ViolationKind.UNTOLD));
        }
        return new RecipientDocument.Given(
                number != null && number.matches("\\S{1,36}") ? number : null,
                subjectKind,
                providerInn,
                providerName,
                formCode,
                formName,
                kindCode,
                kindName,
                decidedOn,
                endsOn,
                stoppedOn,
                size,
                unitCode,
                List.copyOf(violations));
    }

    private @Nullable String provider() {
        var legal = reading.inn("ИННЮЛ");
        return legal == null ? reading.inn("ИННФЛ") : legal;
    }

    private @Nullable LocalDate required(String attribute) {
        if (reading.attribute(attribute) == null) {
            reading.remark(SupportProblem.SUPPORT_ATTRIBUTE_MISSING, attribute, attribute);
        }
        return reading.date(attribute);
    }

    private void child(String element) {
        switch (element) {
            case "ФормПод" -> {
                formCode = directoryCode("КодФорм");
                formName = reading.attribute("НаимФорм");
                reading.leave();
            }
            case "ВидПод" -> {
                kindCode = directoryCode("КодВид");
                kindName = reading.attribute("НаимВид");
                reading.leave();
            }
            case "РазмПод" -> {
                size();
                reading.leave();
            }
            case "Нарушения" -> {
                violation();
                reading.leave();
            }
            case "ИнфНаруш" -> {
                if (isYes("ИнфНецел")) {
                    violations.add(undated(ViolationKind.MISUSE_OR_FALSE_DATA));
                }
                if (isYes("ИнфНаруш")) {
                    violations.add(undated(ViolationKind.OTHER));
                }
                reading.leave();
            }
            default -> reading.unknown(element);
        }
    }

    /** A code from 1 to {@code last}; another is remarked and left out. */
    private @Nullable String code(String attribute, int last) {
        var written = reading.attribute(attribute);
        if (written == null) {
            return null;
        }
        if (written.length() == 1 && written.charAt(0) >= '1' && written.charAt(0) <= '0' + last) {
            return written;
        }
        reading.remark(SupportProblem.SUPPORT_CODE_UNKNOWN, attribute, attribute, written);
        return null;
    }

    private @Nullable String directoryCode(String attribute) {
        var written = reading.attribute(attribute);
        if (written == null || written.matches("[0-9]{4}")) {
            return written;
        }
        reading.remark(SupportProblem.SUPPORT_CODE_UNKNOWN, attribute, attribute, written);
        return null;
    }

    private boolean isYes(String attribute) {
        return "1".equals(code(attribute, 2));
    }

    /** Of several sizes the first is kept: money where there is money. */
    private void size() {
        var unit = code("ЕдПод", 5);
        var written = reading.attribute("РазмПод");
        if (written == null || (size != null && !"1".equals(unit))) {
            return;
        }
        if (!written.matches("[0-9]{1,16}([.,][0-9]{1,4})?")) {
            reading.remark(SupportProblem.SUPPORT_SIZE_UNREADABLE, "РазмПод", written);
            return;
        }
        var amount = new BigDecimal(written.replace(',', '.')).stripTrailingZeros();
        if (amount.scale() > 2) {
            reading.remark(SupportProblem.SUPPORT_SIZE_UNREADABLE, "РазмПод", written);
            return;
        }
        size = amount.setScale(2);
        unitCode = unit;
    }

    /** Which attributes bear the days is known of third-party files only, so they are told by their names. */
    private void violation() {
        var told = code("ВидНаруш", 2);
        var kind = told == null
                ? ViolationKind.UNTOLD
                : told.equals("1") ? ViolationKind.MISUSE_OR_FALSE_DATA : ViolationKind.OTHER;
        LocalDate recognisedOn = null;
        LocalDate correctionDue = null;
        LocalDate correctedOn = null;
        var xml = reading.xml();
        for (int at = 0; at < xml.attributes(); at++) {
            var attribute = xml.attributeName(at);
            if (attribute.startsWith("Срок")) {
                correctionDue = reading.date(attribute);
            } else if (attribute.startsWith("Дата") && attribute.contains("Устр")) {
                correctedOn = reading.date(attribute);
            } else if (attribute.startsWith("Дата")) {
                recognisedOn = reading.date(attribute);
            }
        }
        violations.add(new RecipientDocument.Violation(kind, recognisedOn, correctionDue, correctedOn));
    }

    private static RecipientDocument.Violation undated(ViolationKind kind) {
        return new RecipientDocument.Violation(kind, null, null, null);
    }
}
