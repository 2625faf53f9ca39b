package ru.mos.clusters.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.assessment.SmeAssessment.Decider;
import ru.mos.clusters.assessment.SmeAssessment.Disagreement;
import ru.mos.clusters.assessment.criteria.Assessment;
import ru.mos.clusters.assessment.criteria.Criteria;
import ru.mos.clusters.assessment.criteria.SmeLaw;
import ru.mos.clusters.assessment.criteria.SubjectFacts;
import ru.mos.clusters.ownership.Owners;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.registry.Standings;
import ru.mos.clusters.registry.YearFigures;

/**
 * The assessments of many enterprises on one date: the same few statements for one and for all members of all clusters.
 *
 * <p>Asked by other services within their transaction; they answer for the permission of their caller.
 */
@ApplicationScoped
public class SmesByLaw {

    @Inject
    private SmeLawBook book;

    @Inject
    private Owners owners;

    @Inject
    private Standings standings;

    @Inject
    private YearFigures figures;

    /**
     * The assessment of each enterprise asked about.
     *
     * @param knownOn instant of the latest change that could have a say; null where none had
     */
    public record Answer(@Nullable Instant knownOn, Map<Inn, SmeAssessment> assessments) {}

    /** @param knownOn as known at that instant; as known now if null */
    public Answer of(Collection<Inn> subjects, LocalDate asOf, @Nullable Instant knownOn) {
        // the registry first, as all who judge: whoever locks its tables and those of owners does so in this order
        var asked = registered(new TreeSet<>(subjects), asOf, knownOn);
        var owned = owners.of(subjects, asOf, knownOn);
        var companies = new TreeSet<>(owned.companies().keySet());
        companies.removeAll(subjects);
        var above = registered(companies, asOf, knownOn);
        var laws = book.laws(knownOn);
        var law = laws.on(asOf);
        var reading = new FactReading(
                book.signs(), owned, law.flatMap(SmeLaw::register).orElse(null));
        var facts = new TreeMap<Inn, SubjectFacts>();
        asked.facts(reading, facts);
        above.facts(reading, facts);
        var answers = new Criteria(laws, asOf).of(facts);
        var latest = Stream.of(
                        owned.knownOn(),
                        asked.standings().knownOn(),
                        asked.figures().knownOn(),
                        above.standings().knownOn(),
                        above.figures().knownOn())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        var decider = law.map(SmesByLaw::decider).orElse(null);
        var assessments = new TreeMap<Inn, SmeAssessment>();
        for (var inn : new TreeSet<>(subjects)) {
            assessments.put(
                    inn,
                    assessment(
                            Objects.requireNonNull(facts.get(inn)),
                            Objects.requireNonNull(answers.get(inn)),
                            asOf,
                            latest,
                            decider));
        }
        return new Answer(latest, assessments);
    }

    /** What the registry says of subjects. */
    private record Registered(Set<Inn> subjects, Standings.Answer standings, YearFigures.Answer figures) {

        void facts(FactReading reading, Map<Inn, SubjectFacts> facts) {
            subjects.forEach(inn -> facts.put(inn, reading.of(standings.of(inn), figures.of(inn))));
        }
    }

    private Registered registered(Set<Inn> subjects, LocalDate asOf, @Nullable Instant knownOn) {
        return new Registered(subjects, standings.of(subjects, asOf, knownOn), figures.of(subjects, knownOn));
    }

    private static Decider decider(SmeLaw law) {
        return law.registerDecides() ? Decider.REGISTER : Decider.CRITERIA;
    }

    private static SmeAssessment assessment(
            SubjectFacts facts,
            Assessment criteria,
            LocalDate asOf,
            @Nullable Instant knownOn,
            @Nullable Decider decider) {
        boolean byRegister = decider == Decider.REGISTER;
        return new SmeAssessment(
                facts.inn(),
                facts.name(),
                asOf,
                knownOn,
                decider,
                byRegister ? facts.register().status() : criteria.status(),
                byRegister ? facts.register().category() : criteria.category(),
                criteria,
                facts.register(),
                Disagreement.of(criteria, facts.register()));
    }
}
