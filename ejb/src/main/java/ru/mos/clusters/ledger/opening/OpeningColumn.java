package ru.mos.clusters.ledger.opening;

import java.util.Locale;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.platform.workbook.Column;

/** A column of the workbook; its heading in either language stands in the texts. */
enum OpeningColumn implements Column {
    NUMBER(true),
    DATE(true),
    INN(true),
    YEAR(true),
    KBK(true),
    APPROPRIATION(false),
    LIMIT(false),
    RESERVED(false),
    COMMITTED(false),
    DUE(false),
    PAID(false),
    ACCEPTED(false);

    private final boolean required;

    OpeningColumn(boolean required) {
        this.required = required;
    }

    @Override
    public boolean isRequired() {
        return required;
    }

    /** Whether it holds roubles; all that need not be filled in do. */
    boolean isSum() {
        return !required;
    }

    /** The column of a stage's sum. */
    static OpeningColumn of(Stage stage) {
        return valueOf(stage.name());
    }

    @Override
    public String heading(Locale locale) {
        return OpeningSheet.text("opening.column." + name(), locale);
    }

    @Override
    public String format() {
        if (isSum()) {
            return "#,##0.00";
        }
        return this == DATE ? "dd.mm.yyyy" : "@";
    }

    @Override
    public String help(Locale locale) {
        return OpeningSheet.text("opening.help." + name(), locale);
    }
}
