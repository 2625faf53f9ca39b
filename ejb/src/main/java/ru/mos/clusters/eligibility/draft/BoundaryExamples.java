package ru.mos.clusters.eligibility.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.draft.RuleContent.Example;
import ru.mos.clusters.eligibility.draft.RuleContent.Given;
import ru.mos.clusters.eligibility.draft.RuleContent.Value;
import ru.mos.clusters.eligibility.rule.Denominator;
import ru.mos.clusters.eligibility.rule.LegalForm;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.RuleBook;
import ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.ownership.AffiliationProfile;
import ru.mos.clusters.ownership.LinkByVotes;
import ru.mos.clusters.ownership.graph.Profile;
import ru.mos.clusters.platform.Fraction;

/**
 * Where the boundary of each condition lies by the parameters of a draft, for each sector with a value of its own and from
 * each day on which a value changes: an example must stand on it, and one just beyond.
 */
final class BoundaryExamples {

    private static final Fraction JUST = Fraction.of(1, 100);
    private static final int USUAL_MEMBERS = 6;

    private final RuleContent content;
    private final RuleBook book;
    private final LocalDate first;
    private final BiFunction<AffiliationProfile, LocalDate, Profile> laws;

    BoundaryExamples(
            RuleContent content,
            RuleBook book,
            LocalDate first,
            BiFunction<AffiliationProfile, LocalDate, Profile> laws) {
        this.content = content;
        this.book = book;
        this.first = first;
        this.laws = laws;
    }

    /** Where a condition may lie otherwise than elsewhere. */
    private record Place(RuleCode rule, @Nullable String sector, LocalDate day) {}

    /**
     * A side of a boundary on which an example must stand.
     *
     * @param on whether it stands on the boundary, where the condition is met, or just beyond, where it is not
     * @param proposal one that would do
     */
    record Side(RuleCode rule, @Nullable String sector, LocalDate day, boolean on, Example proposal) {}

    private record Boundary(Given on, Predicate<Given> isOn, Given beyond, Predicate<Given> isBeyond, Outcome then) {}

    /** The sides on which no example stands. */
    List<Side> missing() {
        var missing = new ArrayList<Side>();
        for (var rule : RuleCode.values()) {
            for (var place : places(rule)) {
                for (var boundary : boundaries(place)) {
                    side(place, boundary.isOn(), boundary.on(), Outcome.MET, true)
                            .ifPresent(missing::add);
                    side(place, boundary.isBeyond(), boundary.beyond(), boundary.then(), false)
                            .ifPresent(missing::add);
                }
            }
        }
        return missing;
    }

    private java.util.Optional<Side> side(
            Place place, Predicate<Given> stands, Given proposal, Outcome expected, boolean on) {
        boolean there = content.examples().stream()
                .anyMatch(example -> example.rule() == place.rule()
                        && example.given() != null
                        && example.expected() == expected
                        && isAt(example, place)
                        && stands.test(example.given()));
        var day = place.day().equals(first) ? null : place.day();
        return there
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Side(
                        place.rule(),
                        place.sector(),
                        place.day(),
                        on,
                        new Example(place.rule(), place.sector(), day, proposal, expected)));
    }

    /** Whether the same values hold for the example as at the place. */
    private boolean isAt(Example example, Place place) {
        var day = example.on() == null ? first : example.on();
        return Objects.equals(example.sector(), place.sector())
                && ParameterBounds.of(place.rule()).stream()
                        .allMatch(code -> ContentBook.value(book, code, day, place.sector())
                                .equals(ContentBook.value(book, code, place.day(), place.sector())));
    }

    private List<Place> places(RuleCode rule) {
        var codes = ParameterBounds.of(rule);
        var rows = content.parameters().stream()
                .filter(value -> codes.contains(value.code()) && ContentBook.isSound(value))
                .toList();
        var sectors = new LinkedHashSet<@Nullable String>();
        sectors.add(null);
        rows.stream().map(Value::sector).forEach(sectors::add);
        var places = new ArrayList<Place>();
        for (var sector : sectors) {
            days(rows, sector).forEach(day -> places.add(new Place(rule, sector, day)));
        }
        return places;
    }

    /** The first day of the version, and each later one on which a value begins or ends. */
    private Stream<LocalDate> days(List<Value> rows, @Nullable String sector) {
        var changes = rows.stream()
                .filter(row -> row.sector() == null || row.sector().equals(sector))
                .flatMap(row -> Stream.of(row.from(), row.until()))
                .filter(Objects::nonNull)
                .filter(day -> day.isAfter(first));
        return Stream.concat(Stream.of(first), changes).distinct().sorted();
    }

    private String value(Place place, ParameterCode code) {
        return ContentBook.value(book, code, place.day(), place.sector());
    }

    private List<Boundary> boundaries(Place place) {
        return switch (place.rule()) {
            case E1 -> form(value(place, ParameterCode.FORMS_WITHOUT_MEMBERSHIP));
            case E2 -> List.of(share(place));
            case E3 -> List.of(threshold(Integer.parseInt(value(place, ParameterCode.QUALIFIED_LEAST))));
            case E4 ->
                List.of(votes(LinkByVotes.threshold(
                        laws.apply(AffiliationProfile.valueOf(value(place, ParameterCode.AFFILIATION)), place.day()))));
            case E5 -> documents(value(place, ParameterCode.ADMISSION_DOCUMENTS));
        };
    }

    private static List<Boundary> form(String refused) {
        var words = ParameterBounds.words(refused).map(LegalForm::valueOf).toList();
        var allowed = Stream.of(LegalForm.values())
                .filter(form -> !words.contains(form))
                .findFirst();
        return words.isEmpty() || allowed.isEmpty()
                ? List.of()
                : List.of(new Boundary(
                        Given.of(USUAL_MEMBERS).form(allowed.get()),
                        given -> given.form() != null && !words.contains(given.form()),
                        Given.of(USUAL_MEMBERS).form(words.get(0)),
                        given -> given.form() != null && words.contains(given.form()),
                        Outcome.NOT_MET));
    }

    private Boundary share(Place place) {
        var parts = value(place, ParameterCode.SME_SHARE).split("/", 2);
        var least = Fraction.of(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        boolean ofMembers = Denominator.valueOf(value(place, ParameterCode.SME_DENOMINATOR)) == Denominator.MEMBERS;
        int usual = (int) least.leastOf(USUAL_MEMBERS);
        return new Boundary(
                Given.of(USUAL_MEMBERS).smes(usual),
                given -> given.members() > 0
                        && given.unknown() == 0
                        && given.smes() == least.leastOf(all(given, ofMembers)),
                Given.of(USUAL_MEMBERS).smes(usual - 1),
                given -> given.members() > 0
                        && given.unknown() == 0
                        && given.smes() == least.leastOf(all(given, ofMembers)) - 1,
                Outcome.NOT_MET);
    }

    private static long all(Given given, boolean ofMembers) {
        return ofMembers ? given.members() : given.members() + given.partners();
    }

    private static Boundary threshold(int least) {
        return new Boundary(
                Given.of(USUAL_MEMBERS + least).qualified(least),
                given -> given.qualified() == least,
                Given.of(USUAL_MEMBERS + least).qualified(least - 1),
                given -> given.qualified() == least - 1 && given.unknown() == 0,
                Outcome.NOT_MET);
    }

    /** "More than": on the threshold two members are not yet linked. */
    private static Boundary votes(Fraction threshold) {
        return new Boundary(
                Given.of(USUAL_MEMBERS).votes(threshold),
                given -> threshold.equals(given.votes()),
                Given.of(USUAL_MEMBERS).votes(threshold.plus(JUST)),
                given -> given.votes() != null
                        && given.votes().exceeds(threshold)
                        && !given.votes().exceeds(threshold.plus(JUST)),
                Outcome.NOT_MET);
    }

    private static List<Boundary> documents(String kinds) {
        var words = ParameterBounds.words(kinds).toList();
        return words.isEmpty()
                ? List.of()
                : List.of(new Boundary(
                        Given.of(USUAL_MEMBERS).documents(words.get(0)),
                        given -> given.documents().stream().anyMatch(words::contains),
                        Given.of(USUAL_MEMBERS),
                        given -> given.documents().stream().noneMatch(words::contains),
                        Outcome.MANUAL));
    }
}
