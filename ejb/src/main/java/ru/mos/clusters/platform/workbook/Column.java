package ru.mos.clusters.platform.workbook;

import java.util.Locale;

/** A column of a sheet that people fill in, known by its heading in either language. */
public interface Column {

    /** What stands above it. */
    String heading(Locale locale);

    /** What it means and how it is filled in. */
    String help(Locale locale);

    /** Whether no cell of it may be empty. */
    boolean isRequired();

    /** How a spreadsheet shows it; as text unless said otherwise, for a code typed as a number loses digits. */
    default String format() {
        return "@";
    }
}
