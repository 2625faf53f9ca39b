package ru.mos.clusters.agreement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;

/**
 * What a part of the money was spent on.
 *
 * @param contractor who was paid
 * @param document that shows the spending; its number is needed, for it counts once
 * @param amount roubles of the budget's money
 */
public record ReportLine(String item, Inn contractor, Paper document, LocalDate paidOn, BigDecimal amount)
        implements Serializable {}
