package ru.mos.clusters.support.directory;

import java.util.Locale;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.workbook.Column;

/** A column of the file; its heading in either language stands in the texts. */
enum DirectoryColumn implements Column {
    FORM_CODE,
    FORM_NAME,
    KIND_CODE,
    KIND_NAME,
    FROM,
    TO;

    @Override
    public boolean isRequired() {
        return this != TO;
    }

    @Override
    public String heading(Locale locale) {
        return ProblemTexts.text(DirectoryColumn.class, "column." + name(), locale);
    }

    @Override
    public String help(Locale locale) {
        return ProblemTexts.text(DirectoryColumn.class, "help." + name(), locale);
    }
}
