package ru.mos.clusters.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.RuleBook;
import ru.mos.clusters.eligibility.rule.RuleBook.Parameter;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/** The rules and parameters on record, as they were known at an instant. */
@ApplicationScoped
class RuleBooks {

    @Inject
    private Sql sql;

    private record Named(String code, int version) {}

    private record Cited(
            RuleCode rule, String title, @Nullable LocalDate edition, String paragraph, Citation.Status status) {}

    /**
     * The rules by which a day is judged.
     *
     * @param ruleSet {@code CONCEPT_2010}, its version of the day, or {@code CONCEPT_2010:1}; null: those of the day
     * @param knownOn null: as known now
     * @throws Problem {@code rule-set-unknown}
     */
    RuleBook book(@Nullable String ruleSet, LocalDate asOf, @Nullable Instant knownOn) {
        return sql.with(handle -> {
            var named = named(handle, ruleSet, asOf, knownOn);
            var parameters = handle.createQuery("""
                            select p.code, p.sector, p.valid_from as "from", p.valid_until as until, p.value
                              from eligibility.parameter p
                             where p.rule_set = :ruleSet and p.version = :version
                               and platform.is_known(p.recorded_by, p.superseded_by, :knownOn)
                             order by p.code, p.sector, p.valid_from""")
                    .bind("ruleSet", named.code())
                    .bind("version", named.version())
                    .bind("knownOn", knownOn)
                    .mapTo(Parameter.class)
                    .list();
            var citations = handle.createQuery("""
                            select c.rule, a.title, c.edition, c.paragraph, coalesce(e.status, 'REPEALED') as status
                              from eligibility.rule_citation c
                              join eligibility.act a on a.code = c.act
                              left join eligibility.act_edition e
                                on e.act = c.act and e.edition is not distinct from c.edition
                               and coalesce(e.valid_from, '-infinity') <= :asOf
                               and :asOf < coalesce(e.valid_until, 'infinity')
                               and platform.is_known(e.recorded_by, e.superseded_by, :knownOn)
                             where c.rule_set = :ruleSet and c.version = :version""")
                    .bind("ruleSet", named.code())
                    .bind("version", named.version())
                    .bind("asOf", asOf)
                    .bind("knownOn", knownOn)
                    .mapTo(Cited.class)
                    .collect(Collectors.toMap(
                            Cited::rule,
                            cited -> new Citation(cited.title(), cited.edition(), cited.paragraph(), cited.status())));
            return new RuleBook(named.code(), named.version(), parameters, citations);
        });
    }

    /** Every version of every rule set, with the standing of the acts on the day. */
    List<RuleSetView> all(LocalDate day) {
        record Row(
                String code,
                int version,
                String nameRu,
                String nameEn,
                @Nullable LocalDate validFrom) {}
        var rows = sql.with(handle -> handle.createQuery("""
                        select code, version, name_ru, name_en, valid_from
                          from eligibility.rule_set
                         order by code, version""").mapTo(Row.class).list());
        return rows.stream()
                .map(row -> {
                    var book = book(row.code() + ":" + row.version(), day, null);
                    return new RuleSetView(
                            row.code(),
                            row.version(),
                            row.nameRu(),
                            row.nameEn(),
                            row.validFrom(),
                            book.parameters(),
                            book.citations().entrySet().stream()
                                    .sorted(Map.Entry.comparingByKey())
                                    .map(cited -> new RuleSetView.Cited(cited.getKey(), cited.getValue()))
                                    .toList());
                })
                .toList();
    }

    /** A version that was not known at the instant judges only where it is asked for by its number. */
    private static Named named(Handle handle, @Nullable String ruleSet, LocalDate asOf, @Nullable Instant knownOn) {
        return handle.createQuery("""
                        select code, version
                          from eligibility.rule_set
                         where (cast(:asked as text) is null
                                or :asked = code || ':' || version
                                or :asked = code)
                           and (:asked = code || ':' || version is true
                                or coalesce(valid_from, '-infinity') <= :asOf
                                   and platform.is_known(recorded_by, null, :knownOn))
                         order by valid_from desc nulls last, version desc
                         limit 1""")
                .bind("asked", ruleSet)
                .bind("asOf", asOf)
                .bind("knownOn", knownOn)
                .mapTo(Named.class)
                .findOne()
                .orElseThrow(() -> new Problem(EligibilityProblem.RULE_SET_UNKNOWN, String.valueOf(ruleSet)));
    }
}
