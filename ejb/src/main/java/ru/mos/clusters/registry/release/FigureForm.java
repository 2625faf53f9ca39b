package ru.mos.clusters.registry.release;

import static ru.mos.clusters.registry.release.ReleaseProblem.DOCUMENT_ATTRIBUTE_MISSING;
import static ru.mos.clusters.registry.release.ReleaseProblem.DOCUMENT_DATE_OTHER;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.intake.CopyText;
import ru.mos.clusters.platform.intake.HardenedXml;

/** Documents of the headcount and income releases: one organisation's figures of one year each. */
final class FigureForm extends Form {

    static final String COLUMNS =
            "release_id, file_seq, position, line, document, inn, name, document_on, headcount, income, expense";

    private final ReleaseKind kind;
    private final Expected expected;
    private @Nullable String document;
    private @Nullable String inn;
    private @Nullable String name;
    private @Nullable LocalDate documentOn;
    private @Nullable Integer headcount;
    private @Nullable BigDecimal income;
    private @Nullable BigDecimal expense;

    FigureForm(ReleaseKind kind, Expected expected, Remarks remarks) {
        super(remarks);
        this.kind = kind;
        this.expected = expected;
    }

    @Override
    void begin() {
        document = inn = name = null;
        documentOn = null;
        headcount = null;
        income = expense = null;
    }

    @Override
    boolean element(HardenedXml xml) throws DocumentFault {
        switch (xml.name()) {
            case "Документ" -> document(xml);
            case "СведНП" -> subject(xml);
            case "СведССЧР" -> headcount = Values.count("КолРаб", Values.required("КолРаб", xml.attribute("КолРаб")));
            case "СведДохРасх" -> {
                income = Values.amount("СумДоход", xml.attribute("СумДоход"));
                expense = Values.amount("СумРасход", xml.attribute("СумРасход"));
            }
            default -> {
                return remarks.unknownElement(xml.name());
            }
        }
        return true;
    }

    private void document(HardenedXml xml) throws DocumentFault {
        String id = xml.attribute("ИдДок");
        document = id == null ? null : remarks.cut("ИдДок", id);
        remarks.document(document);
        documentOn = Values.date("ДатаДок", xml.attribute("ДатаДок"));
        LocalDate stateOn = Values.date("ДатаСост", xml.attribute("ДатаСост"));
        if (!stateOn.equals(expected.stateOn())) {
            throw new DocumentFault(
                    DOCUMENT_DATE_OTHER, "ДатаСост", Values.written(stateOn), Values.written(expected.stateOn()));
        }
    }

    private void subject(HardenedXml xml) throws DocumentFault {
        inn = Values.inn("ИННЮЛ", xml.attribute("ИННЮЛ"), 10);
        name = remarks.cut("НаимОрг", Values.required("НаимОрг", xml.attribute("НаимОрг")));
    }

    @Override
    void finish(CopyText row, int position, int line) throws DocumentFault {
        if (inn == null) {
            throw new DocumentFault(DOCUMENT_ATTRIBUTE_MISSING, "ИННЮЛ", "ИННЮЛ");
        }
        if (kind == ReleaseKind.HEADCOUNT ? headcount == null : income == null) {
            String field = kind == ReleaseKind.HEADCOUNT ? "КолРаб" : "СумДоход";
            throw new DocumentFault(DOCUMENT_ATTRIBUTE_MISSING, field, field);
        }
        row.number(expected.release());
        row.number(expected.file());
        row.number(position);
        row.number(line);
        row.text(document);
        row.text(inn);
        row.text(name);
        row.text(String.valueOf(documentOn));
        row.number(headcount);
        row.text(income == null ? null : income.toPlainString());
        row.text(expense == null ? null : expense.toPlainString());
        row.endRow();
    }

    @Override
    @Nullable
    String document() {
        return document;
    }

    @Override
    @Nullable
    String inn() {
        return inn;
    }
}
