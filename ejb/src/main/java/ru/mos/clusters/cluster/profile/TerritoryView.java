package ru.mos.clusters.cluster.profile;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.registry.SubjectName;

/**
 * How near each other the members of a cluster's organisation are on a date.
 *
 * @param municipality the municipal area in which most of them are; null where none is known
 * @param district the administrative district in which most of them are; null where none is known
 * @param places of all members, by INN
 */
public record TerritoryView(
        LocalDate asOf,
        @Nullable Concentration municipality,
        @Nullable Concentration district,
        List<Place> places) {

    /** So many of all members are in one area. */
    public record Concentration(String name, long count, long of) {}

    /**
     * Where a member is.
     *
     * @param address of a private person not shown
     * @param municipality as the directory or the extract names it; null where neither does
     * @param shownOn day of the extract; null where no extract speaks
     * @param document that declares where it works; null where none does
     */
    public record Place(
            Inn inn,
            @Nullable String name,
            PlaceSource source,
            @Nullable String address,
            @Nullable String municipality,
            @Nullable String district,
            @Nullable LocalDate shownOn,
            @Nullable Paper document) {

        /** As anybody may see it. */
        public Place {
            name = SubjectName.shown(name, inn);
            address = inn.digits().length() == 12 ? null : address;
        }
    }

    static TerritoryView of(LocalDate asOf, List<Place> places) {
        return new TerritoryView(
                asOf, most(places, Place::municipality), most(places, Place::district), List.copyOf(places));
    }

    /** Members of whom it is not known where they are. */
    public List<Place> unknown() {
        return places.stream()
                .filter(place -> place.source() == PlaceSource.UNKNOWN)
                .toList();
    }

    /** The area of most; of several that have as many, the first by name. */
    private static @Nullable Concentration most(List<Place> places, Function<Place, @Nullable String> area) {
        return places.stream()
                .map(area)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(entry -> new Concentration(entry.getKey(), entry.getValue(), places.size()))
                .orElse(null);
    }
}
