package ru.mos.clusters.eligibility;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/** Within how many days people act on what verdicts show. The department sets them, from a day on. */
@Stateless
@DenyAll
public class Terms {

    private static final int MOST_DAYS = 365;
    private static final int LONGEST_BASIS = 500;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    /** What has a term. */
    public enum TermKind {
        /** Days in which a changed outcome is looked into. */
        OUTCOME_CHANGED,
        /** Days before the end of a waiver on which somebody is told. */
        WAIVER_EXPIRES
    }

    /**
     * A term.
     *
     * @param basis act and paragraph, or whose reading it is
     */
    public record Term(TermKind kind, LocalDate validFrom, int days, String basis) {}

    /** Every term that was or will be, by kind, the latest first. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, SERVICE})
    public List<Term> all() {
        return sql.with(handle -> handle.createQuery("""
                        select kind, valid_from, days, basis
                          from eligibility.term
                         order by kind, valid_from desc""").mapTo(Term.class).list());
    }

    /**
     * Sets a term from a day on; set again for the same day, the later word counts.
     *
     * @throws Problem {@code term-out-of-bounds}, {@code field-required}, {@code text-too-long}
     */
    @RolesAllowed(DEPARTMENT)
    public Term set(Term term) {
        if (term.days() < 1 || term.days() > MOST_DAYS) {
            throw new Problem(EligibilityProblem.TERM_OUT_OF_BOUNDS, term.days(), MOST_DAYS).at("/days");
        }
        var basis = Texts.line(term.basis(), "/basis", LONGEST_BASIS);
        long change = changes.record("TERM_SET", "TERM", term.kind().name(), null, term);
        sql.with(handle -> handle.createUpdate("""
                        insert into eligibility.term (kind, valid_from, days, basis, recorded_by)
                        values (:kind, :from, :days, :basis, :change)
                        on conflict (kind, valid_from) do update
                           set days = excluded.days, basis = excluded.basis, recorded_by = excluded.recorded_by""")
                .bind("kind", term.kind())
                .bind("from", term.validFrom())
                .bind("days", term.days())
                .bind("basis", basis)
                .bind("change", change)
                .execute());
        return new Term(term.kind(), term.validFrom(), term.days(), basis);
    }

    /** The days that hold on a day. */
    static int days(Sql sql, TermKind kind, LocalDate day) {
        return sql.with(handle -> handle.createQuery("""
                        select days
                          from eligibility.term
                         where kind = :kind and valid_from <= :day
                         order by valid_from desc
                         limit 1""")
                .bind("kind", kind)
                .bind("day", day)
                .mapTo(Integer.class)
                .one());
    }

    /** Who answers for a cluster: its curator; null where it has none. */
    static @Nullable String curator(Sql sql, UUID cluster) {
        return sql.with(handle -> handle.createQuery(
                                "select login from cluster.curators_on(platform.today(), null) where cluster_id = :cluster")
                        .bind("cluster", cluster)
                        .mapTo(String.class)
                        .findOne())
                .orElse(null);
    }
}
