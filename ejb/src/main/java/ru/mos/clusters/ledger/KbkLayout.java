package ru.mos.clusters.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How codes of the budget classification are laid out in budgets of some years: chief manager, section, subsection, target
 * item, type of expenditure, and before 2016 the КОСГУ. Which codes fit is data, for orders of the ministry of finance move.
 *
 * <p>Source: Budget Code, article 21, and the orders on its application.
 *
 * @param from first day; a budget year is laid out as its first day says
 * @param until first day no more; null while it lasts
 * @param pattern regular expression of a whole code
 * @param parts lengths of its parts: {@code 3-2-2-10-3}
 */
public record KbkLayout(LocalDate from, @Nullable LocalDate until, String pattern, String parts) {

    /** Whether it governs a budget year. */
    public boolean isOf(int year) {
        var first = LocalDate.of(year, 1, 1);
        return !first.isBefore(from) && (until == null || first.isBefore(until));
    }

    /** Whether a code is laid out so. */
    public boolean fits(String kbk) {
        return kbk.matches(pattern);
    }

    /** The code with its parts apart, as people read it. */
    public String apart(String kbk) {
        var cut = new ArrayList<String>();
        int at = 0;
        for (var length : parts.split("-", -1)) {
            int next = Math.min(kbk.length(), at + Integer.parseInt(length));
            cut.add(kbk.substring(at, next));
            at = next;
        }
        return String.join(" ", cut);
    }

    /** Of several the one that governs a budget year; empty where none is known. */
    public static java.util.Optional<KbkLayout> of(List<KbkLayout> layouts, int year) {
        return layouts.stream().filter(layout -> layout.isOf(year)).findFirst();
    }
}
