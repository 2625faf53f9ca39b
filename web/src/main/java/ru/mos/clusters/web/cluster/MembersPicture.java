package ru.mos.clusters.web.cluster;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.MemberView;
import ru.mos.clusters.web.shell.Functions;

/**
 * Memberships drawn by date: a row for each participant, a bar for each period, a mark at the date of the page. Places are
 * shares of the width in percent, so that the picture fits any.
 *
 * @param mark place of the date of the page
 */
public record MembersPicture(List<Row> rows, List<Tick> ticks, String mark) {

    private static final int MOST_TICKS = 10;

    /** A participant. */
    public record Row(MemberView member, List<Bar> bars) {}

    /** A period; {@code kind} is the class of its look, {@code says} what it tells whoever cannot see it. */
    public record Bar(String x, String width, String kind, String says) {}

    /** The first day of a year. */
    public record Tick(String x, int year) {}

    static MembersPicture of(List<MemberView> periods, LocalDate opened, LocalDate asOf) {
        var scale = new Scale(
                earliest(periods, opened),
                periods.stream()
                        .map(MemberView::to)
                        .filter(Objects::nonNull)
                        .reduce(asOf, (one, other) -> one.isAfter(other) ? one : other)
                        .plusMonths(1));
        var byMember = periods.stream()
                .collect(Collectors.groupingBy(MemberView::inn, LinkedHashMap::new, Collectors.toList()))
                .values();
        return new MembersPicture(rows(byMember, scale), scale.ticks(), scale.place(asOf));
    }

    private static LocalDate earliest(List<MemberView> periods, LocalDate opened) {
        return periods.stream().map(MemberView::from).reduce(opened, (one, other) -> one.isBefore(other) ? one : other);
    }

    private static List<Row> rows(Collection<List<MemberView>> members, Scale scale) {
        return members.stream()
                .map(periods -> new Row(
                        periods.get(periods.size() - 1),
                        periods.stream().map(period -> bar(period, scale)).toList()))
                .toList();
    }

    private static Bar bar(MemberView period, Scale scale) {
        var until = period.to() == null ? scale.until : period.to();
        return new Bar(
                scale.place(period.from()),
                scale.share(period.from(), until),
                period.memberOfOrganisation() ? "member" : "partner",
                Functions.show(period.from()) + " – " + Functions.show(through(period.to())) + ", "
                        + Functions.show(period.roles()));
    }

    private static @Nullable LocalDate through(@Nullable LocalDate until) {
        return until == null ? null : until.minusDays(1);
    }

    /** The days from one end of the picture to the other. */
    private record Scale(LocalDate from, LocalDate until) {

        String place(LocalDate day) {
            return share(from, day);
        }

        String share(LocalDate one, LocalDate other) {
            double all = ChronoUnit.DAYS.between(from, until);
            return String.format(Locale.ROOT, "%.2f%%", 100 * ChronoUnit.DAYS.between(one, other) / all);
        }

        List<Tick> ticks() {
            int first = from.getYear() + 1;
            int last = until.getYear();
            int step = Math.max(1, (last - first) / MOST_TICKS + 1);
            return IntStream.iterate(first, year -> year <= last, year -> year + step)
                    .mapToObj(year -> new Tick(place(LocalDate.of(year, 1, 1)), year))
                    .toList();
        }
    }
}
