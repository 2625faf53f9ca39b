package ru.mos.clusters.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Finding;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.Verdict;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;

/** Verdicts that were kept, and where each cluster stands by the latest evaluation. */
@ApplicationScoped
class VerdictStore {

    private static final String VERDICTS = """
            select v.id, v.cluster_id as cluster, v.as_of, v.known_on, v.rule_set, v.rule_set_version, v.trace_version,
                   v.outcome, v.findings, v.digest, c.at as given_at, c.actor as given_by
              from eligibility.verdict v
              join platform.change c on c.id = v.given_by
            """;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    /** What the record of changes keeps of a verdict. */
    record Told(
            Eligibility outcome,
            List<Outcome> findings,
            @Nullable List<UUID> waivers) {}

    /** By what a verdict is told from the one before it: outcomes, and which waivers turn what they come to. */
    record Recorded(Eligibility outcome, List<Outcome> findings, List<UUID> waivers) {
        static Recorded of(Verdict verdict) {
            return new Recorded(
                    verdict.outcome(),
                    verdict.findings().stream().map(Finding::outcome).toList(),
                    verdict.findings().stream()
                            .map(Finding::waiver)
                            .filter(Objects::nonNull)
                            .map(applied -> applied.waiver().id())
                            .toList());
        }

        Told told() {
            return new Told(outcome, findings, waivers.isEmpty() ? null : waivers);
        }
    }

    /** Where a cluster stood. */
    record Stood(UUID clusterId, Eligibility outcome, List<Outcome> findings, List<UUID> waivers, UUID verdictId) {
        Recorded recorded() {
            return new Recorded(outcome, findings, waivers);
        }
    }

    /** Keeps a verdict, in the name of the login. */
    UUID keep(Verdict verdict, String login, @Nullable Recorded before) {
        var id = UUID.randomUUID();
        var after = Recorded.of(verdict);
        long change = changes.recordBy(
                login,
                "VERDICT_GIVEN",
                "CLUSTER",
                verdict.cluster().toString(),
                before == null ? null : before.told(),
                after.told());
        var digest = new VerdictWriter(Wording.none()).write(verdict).digest();
        sql.with(handle -> handle.createUpdate("""
                        insert into eligibility.verdict
                               (id, cluster_id, as_of, known_on, rule_set, rule_set_version, trace_version, outcome,
                                findings, digest, trace, given_by)
                        values (:id, :cluster, :asOf, :knownOn, :ruleSet, :version, :traceVersion, :outcome, :findings,
                                :digest, cast(:trace as jsonb), :change)""")
                .bind("id", id)
                .bind("cluster", verdict.cluster())
                .bind("asOf", verdict.asOf())
                .bind("knownOn", verdict.knownOn())
                .bind("ruleSet", verdict.ruleSet())
                .bind("version", verdict.ruleSetVersion())
                .bind("traceVersion", VerdictWriter.traceVersion(verdict))
                .bind("outcome", verdict.outcome())
                .bindArray("findings", String.class, words(after.findings()))
                .bind("digest", digest)
                .bind("trace", VerdictJson.write(verdict))
                .bind("change", change)
                .execute());
        return id;
    }

    Optional<StoredVerdict> find(UUID cluster, UUID id) {
        return sql.with(handle -> handle.createQuery(VERDICTS + " where v.cluster_id = :cluster and v.id = :id")
                .bind("cluster", cluster)
                .bind("id", id)
                .mapTo(StoredVerdict.class)
                .findOne());
    }

    /** The verdict itself, of any cluster. */
    Optional<Verdict> trace(UUID id) {
        return sql.with(handle -> handle.createQuery("select trace from eligibility.verdict where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .map(VerdictJson::read)
                .findOne());
    }

    /** Of one cluster, the latest first. */
    Slice<StoredVerdict> list(UUID cluster, PageRequest page) {
        boolean first = page.after().isEmpty();
        var rows = sql.with(handle -> handle.createQuery(VERDICTS + """
                         where v.cluster_id = :cluster
                           and (:first or (c.at, v.id) < (cast(:at as timestamptz), cast(:id as uuid)))
                         order by c.at desc, v.id desc
                         limit :fetch""")
                .bind("cluster", cluster)
                .bind("first", first)
                .bind("at", first ? null : page.after().get(0))
                .bind("id", first ? null : page.after().get(1))
                .bind("fetch", page.fetch())
                .mapTo(StoredVerdict.class)
                .list());
        return Slice.of(
                rows,
                page,
                verdict -> List.of(verdict.givenAt().toString(), verdict.id().toString()));
    }

    /** Where clusters stood, by cluster; null: all. */
    Map<UUID, Stood> standings(@Nullable Collection<UUID> clusters) {
        return sql.with(handle -> handle.createQuery("""
                        select cluster_id, outcome, findings, waivers, verdict_id
                          from eligibility.standing
                         where :all or cluster_id = any(:clusters)""")
                .bind("all", clusters == null)
                .bindArray("clusters", UUID.class, clusters == null ? List.of() : clusters)
                .mapTo(Stood.class)
                .collect(Collectors.toMap(Stood::clusterId, Function.identity())));
    }

    /** Notes where a cluster stands now. */
    void stands(Verdict verdict, UUID kept, Instant upTo) {
        sql.with(handle -> handle.createUpdate("""
                        insert into eligibility.standing
                               (cluster_id, outcome, findings, waivers, verdict_id, as_of, known_on)
                        values (:cluster, :outcome, :findings, :waivers, :verdict, :asOf, :knownOn)
                        on conflict (cluster_id) do update
                           set outcome = excluded.outcome, findings = excluded.findings, waivers = excluded.waivers,
                               verdict_id = excluded.verdict_id, as_of = excluded.as_of, known_on = excluded.known_on
                         where standing.known_on <= excluded.known_on""")
                .bind("cluster", verdict.cluster())
                .bind("outcome", verdict.outcome())
                .bindArray("findings", String.class, words(Recorded.of(verdict).findings()))
                .bindArray("waivers", UUID.class, Recorded.of(verdict).waivers())
                .bind("verdict", kept)
                .bind("asOf", verdict.asOf())
                .bind("knownOn", upTo)
                .execute());
    }

    /** Notes that these clusters were judged again and stand as they did. */
    void standStill(Collection<UUID> clusters, LocalDate asOf, Instant upTo) {
        sql.with(handle -> handle.createUpdate("""
                        update eligibility.standing
                           set as_of = :asOf, known_on = :knownOn
                         where cluster_id = any(:clusters) and known_on <= :knownOn""")
                .bindArray("clusters", UUID.class, clusters)
                .bind("asOf", asOf)
                .bind("knownOn", upTo)
                .execute());
    }

    /** Clusters by sector and number, with where they stand. */
    Slice<StandingView> list(@Nullable Eligibility outcome, @Nullable String sector, PageRequest page) {
        boolean first = page.after().isEmpty();
        record Row(StandingView view, int number) {}
        var rows = sql.with(handle -> handle.createQuery("""
                        select s.cluster_id as cluster, c.code, p.name, c.sector, s.outcome, s.findings,
                               s.verdict_id as verdict, s.as_of, g.at as since, c.number,
                               w.verdict_id as still_verdict, w.rule_set as still_rule_set,
                               w.by_version as still_by_version, w.valid_until - 1 as still_valid_to
                          from eligibility.standing s
                          join cluster.cluster c on c.id = s.cluster_id
                          join cluster.particulars_known(null) p on p.cluster_id = c.id
                          join eligibility.verdict v on v.id = s.verdict_id
                          join platform.change g on g.id = v.given_by
                          left join eligibility.still_valid_on(null, platform.today()) w on w.cluster_id = c.id
                         where (cast(:outcome as text) is null or s.outcome = :outcome)
                           and (cast(:sector as text) is null or c.sector = :sector)
                           and (:first or (c.sector, c.number) > (:afterSector, cast(:afterNumber as integer)))
                         order by c.sector, c.number
                         limit :fetch""")
                .bind("outcome", outcome)
                .bind("sector", sector)
                .bind("first", first)
                .bind("afterSector", first ? "" : page.after().get(0))
                .bind("afterNumber", first ? "0" : page.after().get(1))
                .bind("fetch", page.fetch())
                .map((row, context) -> new Row(standing(row), row.getInt("number")))
                .list());
        var slice = Slice.of(rows, page, row -> List.of(row.view().sector(), Integer.toString(row.number())));
        return new Slice<>(slice.items().stream().map(Row::view).toList(), slice.next());
    }

    private static List<String> words(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::name).toList();
    }

    private static StandingView standing(ResultSet row) throws SQLException {
        return new StandingView(
                row.getObject("cluster", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("sector"),
                Eligibility.valueOf(row.getString("outcome")),
                Stream.of((String[]) row.getArray("findings").getArray())
                        .map(Outcome::valueOf)
                        .toList(),
                row.getObject("verdict", UUID.class),
                row.getObject("as_of", LocalDate.class),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                stillValid(row));
    }

    private static @Nullable StillValid stillValid(ResultSet row) throws SQLException {
        var verdict = row.getObject("still_verdict", UUID.class);
        return verdict == null
                ? null
                : new StillValid(
                        verdict,
                        row.getString("still_rule_set"),
                        row.getInt("still_by_version"),
                        row.getObject("still_valid_to", LocalDate.class));
    }

    /** The decision on a cluster that a transition clause keeps valid on a day. */
    Optional<StillValid> stillValid(UUID cluster, LocalDate day) {
        return sql.with(handle -> handle.createQuery("""
                        select verdict_id as verdict, rule_set, by_version, valid_until - 1 as valid_to
                          from eligibility.still_valid_on(:cluster, :day)""")
                .bind("cluster", cluster)
                .bind("day", day)
                .mapTo(StillValid.class)
                .findOne());
    }
}
