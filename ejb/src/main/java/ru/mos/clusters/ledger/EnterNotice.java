package ru.mos.clusters.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import ru.mos.clusters.platform.Paper;

/**
 * A notice of the finance body.
 *
 * @param effectiveOn day from which it counts, not later than the day it is posted
 * @param lines one for each year and code
 */
public record EnterNotice(NoticeKind kind, LocalDate effectiveOn, Paper document, List<Line> lines) {

    /** How much more of a year and code, in roubles; less where negative. */
    public record Line(int year, String kbk, BigDecimal amount) {}
}
