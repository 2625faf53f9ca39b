package ru.mos.clusters.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.KnownFacts.Question;
import ru.mos.clusters.eligibility.rule.RuleBook;
import ru.mos.clusters.eligibility.rule.Verdict;
import ru.mos.clusters.platform.Sql;

/** Lets the rules speak on what is known. Answers anew each time; what is kept of the answers is {@link VerdictStore}'s. */
@ApplicationScoped
class Judge {

    private static final int AT_A_TIME = 50;

    @Inject
    private Sql sql;

    @Inject
    private RuleBooks books;

    @Inject
    private KnownFacts facts;

    /**
     * Judges clusters on a day.
     *
     * @param clusters null: all
     * @param knownOn null: as known now
     * @param ruleSet null: the rules of the day
     * @return by sector and number, without clusters nobody knew of at the instant
     */
    List<Verdict> judge(
            @Nullable Collection<UUID> clusters, LocalDate asOf, @Nullable Instant knownOn, @Nullable String ruleSet) {
        // every statement asks as of one change, so that a change committed between two of them is seen by none
        return answer(clusters, asOf, latestChange(knownOn), ruleSet);
    }

    /** Judges all clusters on what is known now, by these rules, in force or not. */
    List<Verdict> judgeBy(RuleBook book, LocalDate asOf) {
        return by(book, null, asOf, latestChange(null));
    }

    /** Judges all clusters on what this transaction sees, committed or not. */
    List<Verdict> judgeUncommitted(LocalDate asOf) {
        return answer(null, asOf, null, null);
    }

    /** The instant of the latest change that was known then. */
    Instant latestChange(@Nullable Instant knownOn) {
        return sql.with(handle -> handle.createQuery("""
                        select coalesce(max(at), 'epoch')
                          from platform.change
                         where cast(:knownOn as timestamptz) is null or at <= :knownOn""")
                .bind("knownOn", knownOn)
                .mapTo(Instant.class)
                .one());
    }

    private List<Verdict> answer(
            @Nullable Collection<UUID> clusters, LocalDate asOf, @Nullable Instant knownOn, @Nullable String ruleSet) {
        return by(books.book(ruleSet, asOf, knownOn), clusters, asOf, knownOn);
    }

    private List<Verdict> by(
            RuleBook book, @Nullable Collection<UUID> clusters, LocalDate asOf, @Nullable Instant knownOn) {
        return stretches(clusters).stream()
                .flatMap(some -> facts.of(new Question(some, asOf, knownOn), book).stream())
                .map(each -> book.on(asOf, each.sector()).judge(each.facts()))
                .toList();
    }

    /**
     * Clusters by sector and number, so many at a time that what is gathered around the members of some never grows with how
     * many clusters there are.
     *
     * @param clusters null: all
     */
    List<List<UUID>> stretches(@Nullable Collection<UUID> clusters) {
        if (clusters != null && clusters.size() <= AT_A_TIME) {
            return List.of(List.copyOf(clusters));
        }
        var ordered = sql.with(handle -> handle.createQuery("""
                        select c.id from cluster.cluster c where :all or c.id = any(:clusters) order by c.sector, c.number""")
                .bind("all", clusters == null)
                .bindArray("clusters", UUID.class, clusters == null ? List.of() : clusters)
                .mapTo(UUID.class)
                .list());
        return IntStream.range(0, (ordered.size() + AT_A_TIME - 1) / AT_A_TIME)
                .mapToObj(at -> ordered.subList(at * AT_A_TIME, Math.min(ordered.size(), (at + 1) * AT_A_TIME)))
                .toList();
    }
}
