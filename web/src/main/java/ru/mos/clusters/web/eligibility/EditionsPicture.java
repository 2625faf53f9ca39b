package ru.mos.clusters.web.eligibility;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import ru.mos.clusters.eligibility.ActCard;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Texts;

/**
 * The editions of an act on a scale of years, one under another. Places are percentages, so that the picture fits any
 * width.
 *
 * @param mark place of the date of the page
 */
public record EditionsPicture(List<Bar> bars, List<Tick> ticks, String mark) {

    private static final int MOST_TICKS = 10;

    /** An edition; {@code kind} is the class of its look, {@code says} what it tells whoever cannot see it. */
    public record Bar(String name, String x, String width, String kind, String says) {}

    /** The first day of a year. */
    public record Tick(String x, int year) {}

    static EditionsPicture of(List<ActCard.Edition> editions, LocalDate day, Texts texts) {
        var dated = editions.stream().filter(edition -> edition.from() != null).toList();
        var first = dated.stream()
                .map(edition -> Objects.requireNonNull(edition.from()))
                .reduce(day, (one, other) -> one.isBefore(other) ? one : other);
        var last = dated.stream()
                .map(edition -> Objects.requireNonNull(edition.from()))
                .reduce(day, (one, other) -> one.isAfter(other) ? one : other)
                .plusMonths(6);
        var scale = new Scale(first, last);
        return new EditionsPicture(
                dated.stream().map(edition -> bar(edition, scale, texts)).toList(), scale.ticks(), scale.place(day));
    }

    private static Bar bar(ActCard.Edition edition, Scale scale, Texts texts) {
        var from = Objects.requireNonNull(edition.from());
        var until = edition.to() == null || edition.to().isAfter(scale.until)
                ? scale.until
                : edition.to().plusDays(1);
        boolean repealed = edition.status() == Citation.Status.REPEALED;
        var name = repealed ? texts.get("Citation.REPEALED") : Functions.show(edition.edition());
        return new Bar(
                name,
                scale.place(from),
                scale.share(from, until),
                edition.status() == Citation.Status.IN_FORCE ? "member" : "partner",
                name + ": " + Functions.show(from) + " – " + Functions.show(edition.to()));
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
