package ru.mos.clusters.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
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
        var owned = owners.of(subjects, asOf, knownOn);
        var everybody = new TreeSet<>(subjects);
        everybody.addAll(owned.companies().keySet());
        var standing = standings.of(everybody, asOf, knownOn);
        var figured = figures.of(everybody, knownOn);
        var laws = book.laws(knownOn);
        var law = laws.on(asOf);
        var reading = new FactReading(
                book.signs(), owned, law.flatMap(SmeLaw::register).orElse(null));
        var facts = new TreeMap<Inn, SubjectFacts>();
        everybody.forEach(inn -> facts.put(inn, reading.of(standing.of(inn), figured.of(inn))));
        var answers = new Criteria(laws, asOf).of(facts);
        var latest = Stream.of(owned.knownOn(), standing.knownOn(), figured.knownOn())
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
