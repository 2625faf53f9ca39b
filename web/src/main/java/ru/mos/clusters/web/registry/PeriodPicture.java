package ru.mos.clusters.web.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.registry.HistoryItem;

/** What holds of a subject over time, as bars over a scale of years. Places are hundredths of the width. */
public final class PeriodPicture {

    /** A picture shows no more facts than this. */
    public static final PageRequest MOST = PageRequest.first(500);

    private static final List<String> SHOWN = List.of("SME_STATUS", "CATEGORY", "CITY_REGISTER");
    private static final int MOST_YEARS_MARKED = 14;
    private static final int LEGIBLE = 12;

    private final List<HistoryItem> items;
    private final boolean cut;
    private final LocalDate first;
    private final LocalDate last;

    private PeriodPicture(List<HistoryItem> items, boolean cut, LocalDate first, LocalDate last) {
        this.items = items;
        this.cut = cut;
        this.first = first;
        this.last = last;
    }

    /** A period of one fact. */
    public record Bar(HistoryItem item, BigDecimal at, BigDecimal width, boolean legible) {}

    /** All periods of one fact. */
    public record Line(String fact, List<Bar> bars) {}

    /** The beginning of a year. */
    public record Mark(int year, BigDecimal at) {}

    /** Of the first stretch of a history; periods that nothing ends reach to today. */
    static PeriodPicture of(Slice<HistoryItem> history, LocalDate today) {
        var shown = history.items().stream().filter(PeriodPicture::isShown).toList();
        var first =
                shown.stream().map(HistoryItem::from).min(LocalDate::compareTo).orElse(today.minusYears(1));
        var last = shown.stream()
                .map(HistoryItem::to)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .filter(today::isBefore)
                .orElse(today);
        return new PeriodPicture(history.items(), history.next() != null, first.withDayOfYear(1), last);
    }

    private static boolean isShown(HistoryItem item) {
        return item.supersededAt() == null && SHOWN.contains(item.fact());
    }

    /** How many facts the history holds, as far as they were read. */
    long size() {
        return items.size();
    }

    /** Whether there are more. */
    boolean isCut() {
        return cut;
    }

    /** Whether there is nothing to draw. */
    public boolean isBlank() {
        return items.stream().noneMatch(PeriodPicture::isShown);
    }

    /** One line for each fact that is known. */
    public List<Line> getLines() {
        return SHOWN.stream()
                .map(fact -> new Line(
                        fact,
                        items.stream()
                                .filter(item -> isShown(item) && item.fact().equals(fact))
                                .map(this::bar)
                                .toList()))
                .filter(line -> !line.bars().isEmpty())
                .toList();
    }

    private Bar bar(HistoryItem item) {
        var at = place(item.from());
        var width = place(end(item.to())).subtract(at);
        return new Bar(item, at, width, width.intValue() >= LEGIBLE);
    }

    private LocalDate end(@Nullable LocalDate to) {
        return to == null || to.isAfter(last) ? last : to;
    }

    private BigDecimal place(LocalDate day) {
        long all = Math.max(1, ChronoUnit.DAYS.between(first, last));
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(first, day) * 10_000 / all, 2);
    }

    /** The scale: every year, or every second, third and so on where they would touch. */
    public List<Mark> getMarks() {
        int years = last.getYear() - first.getYear() + 1;
        int step = (years + MOST_YEARS_MARKED - 1) / MOST_YEARS_MARKED;
        var marks = new ArrayList<Mark>();
        IntStream.iterate(first.getYear(), year -> year <= last.getYear(), year -> year + step)
                .forEach(year -> marks.add(new Mark(year, place(LocalDate.of(year, 1, 1)))));
        return marks;
    }
}
