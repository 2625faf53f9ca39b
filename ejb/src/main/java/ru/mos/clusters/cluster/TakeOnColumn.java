package ru.mos.clusters.cluster;

import java.util.Locale;
import ru.mos.clusters.platform.workbook.Column;

/** A column of the take-on workbook; its heading in either language stands in the texts. */
enum TakeOnColumn implements Column {
    LABEL(true),
    SECTOR(true),
    NUMBER(false),
    NAME(false),
    CLUSTER_NAME(true),
    FROM(true),
    LAST_DAY(false),
    CLOSING_REASON(false),
    CURATOR(false),
    INN(true),
    LEGAL_FORM(false),
    ROLES(true),
    MEMBER(false);

    private final boolean required;

    TakeOnColumn(boolean required) {
        this.required = required;
    }

    @Override
    public boolean isRequired() {
        return required;
    }

    @Override
    public String heading(Locale locale) {
        return TakeOnSheet.text("take-on.column." + name(), locale);
    }

    @Override
    public String format() {
        return this == FROM || this == LAST_DAY ? "dd.mm.yyyy" : "@";
    }

    @Override
    public String help(Locale locale) {
        return TakeOnSheet.text("take-on.help." + name(), locale);
    }
}
