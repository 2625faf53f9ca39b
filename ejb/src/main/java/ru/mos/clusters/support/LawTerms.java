package ru.mos.clusters.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.support.rule.BanTerms;
import ru.mos.clusters.support.rule.BanTerms.JudgedBy;
import ru.mos.clusters.support.rule.SupportCheck;
import ru.mos.clusters.support.rule.SupportRule;

/** The terms of the law as they are set, by the day from which each holds. */
@ApplicationScoped
class LawTerms {

    @Inject
    private Sql sql;

    private record Value(SupportParameter.Code code, String value, LocalDate validFrom) {}

    private record Basis(SupportRule rule, String act, LocalDate edition, String paragraph) {}

    /** The check with the terms and the editions of the day. */
    SupportCheck check(LocalDate on, @Nullable Instant knownOn) {
        var values = values(knownOn);
        var terms = new BanTerms(
                dated(values, SupportParameter.Code.BAN_SERIOUS_MONTHS, Integer::valueOf),
                dated(values, SupportParameter.Code.BAN_OTHER_MONTHS, Integer::valueOf),
                dated(values, SupportParameter.Code.BAN_CORRECTED_MONTHS, Integer::valueOf),
                dated(values, SupportParameter.Code.BAN_JUDGED_BY, JudgedBy::valueOf));
        return new SupportCheck(
                terms, citation(SupportRule.REPEATED_SUPPORT, on), citation(SupportRule.VIOLATION_BAN, on));
    }

    /** For how many days a publication of the tax service decides, counting its own. */
    int releaseDays(LocalDate on, @Nullable Instant knownOn) {
        var days = dated(values(knownOn), SupportParameter.Code.RELEASE_DAYS, Integer::valueOf);
        var set = days.floorEntry(on);
        return (set == null ? days.firstEntry() : set).getValue();
    }

    private List<Value> values(@Nullable Instant knownOn) {
        return sql.with(handle -> handle.createQuery("""
                        select code, value, valid_from
                          from support.parameter
                         where platform.is_known(recorded_by, superseded_by, cast(:knownOn as timestamptz))""")
                .bind("knownOn", knownOn)
                .mapTo(Value.class)
                .list());
    }

    private static <T> NavigableMap<LocalDate, T> dated(
            List<Value> values, SupportParameter.Code code, Function<String, T> read) {
        var dated = new TreeMap<LocalDate, T>();
        values.stream()
                .filter(value -> value.code() == code)
                .forEach(value -> dated.put(value.validFrom(), read.apply(value.value())));
        return dated;
    }

    /** Before the act was in force its first edition is cited. */
    private Citation citation(SupportRule rule, LocalDate on) {
        var basis = sql.with(handle -> handle.createQuery("""
                        select rule, act, edition, paragraph
                          from support.legal_basis
                         where rule = :rule
                         order by valid_from > :on, case when valid_from > :on then valid_from end, valid_from desc
                         limit 1""")
                .bind("rule", rule.name())
                .bind("on", on)
                .mapTo(Basis.class)
                .one());
        return new Citation(basis.act(), basis.edition(), basis.paragraph(), Citation.Status.IN_FORCE);
    }
}
