package ru.mos.clusters.agreement;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Something in a report that is not as it should be, found without anybody looking.
 *
 * @param line from 1 on; 0: the report as a whole
 * @param detail what it was found by: a date, another report, a participant
 */
public record ReportFault(
        int line, ReportFaultKind kind, @Nullable String detail) implements Serializable {}
