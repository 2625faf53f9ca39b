package ru.mos.clusters.agreement;

import java.util.List;
import java.util.Locale;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.workbook.Column;

/** A column of the workbook of spending; its heading in either language stands in the texts. */
enum ReportColumn implements Column {
    ITEM,
    CONTRACTOR,
    TITLE,
    NUMBER,
    DATE,
    PAID_ON,
    AMOUNT;

    static final List<ReportColumn> ALL = List.of(values());

    @Override
    public boolean isRequired() {
        return true;
    }

    @Override
    public String format() {
        return switch (this) {
            case DATE, PAID_ON -> "dd.mm.yyyy";
            case AMOUNT -> "#,##0.00";
            default -> "@";
        };
    }

    @Override
    public String heading(Locale locale) {
        return text("report.column." + name(), locale);
    }

    @Override
    public String help(Locale locale) {
        return text("report.help." + name(), locale);
    }

    static String text(String key, Locale locale) {
        return ProblemTexts.text(ReportColumn.class, key, locale);
    }
}
