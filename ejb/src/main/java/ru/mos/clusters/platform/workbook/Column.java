package ru.mos.clusters.platform.workbook;

import java.util.Locale;

/** A column of a sheet that people fill in, known by its heading in either language. */
public interface Column {

    /** What stands above it. */
    String heading(Locale locale);

    /** Whether no cell of it may be empty. */
    boolean isRequired();
}
