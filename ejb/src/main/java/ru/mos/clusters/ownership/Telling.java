package ru.mos.clusters.ownership;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.AffiliationView.Edge;
import ru.mos.clusters.ownership.AffiliationView.Examined;
import ru.mos.clusters.ownership.AffiliationView.MissingFact;
import ru.mos.clusters.ownership.AffiliationView.Path;
import ru.mos.clusters.ownership.AffiliationView.Proof;
import ru.mos.clusters.ownership.AffiliationView.Who;
import ru.mos.clusters.ownership.KnownOwnership.Found;
import ru.mos.clusters.ownership.KnownOwnership.PartyRow;
import ru.mos.clusters.ownership.KnownOwnership.Question;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.Missing;
import ru.mos.clusters.ownership.graph.PairFinding;
import ru.mos.clusters.ownership.graph.PairVerdict;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;

/** Tells what the arithmetic found of pairs: names instead of numbers, with the sources of every fact. */
@ApplicationScoped
class Telling {

    @Inject
    private Sql sql;

    @Inject
    private Parties parties;

    /** A fact's source, and since when it holds. */
    record Sourced(@Nullable LocalDate since, OwnershipSource source) {}

    /** Nothing is known of some of them. */
    AffiliationView unknown(
            PartyRow a, PartyRow b, LocalDate asOf, AffiliationProfile profile, List<PartyRow> nobodies) {
        return new AffiliationView(
                who(a),
                who(b),
                asOf,
                null,
                PairVerdict.UNKNOWN,
                profile,
                citation(profile),
                null,
                null,
                List.of(),
                nobodies.stream()
                        .map(party -> new MissingFact(who(party), Missing.NO_EXTRACT))
                        .toList());
    }

    /** More would have to be looked at than the limit allows. */
    AffiliationView notDetermined(PartyRow a, PartyRow b, Question question, AffiliationProfile profile) {
        return new AffiliationView(
                who(a),
                who(b),
                question.day(),
                question.knownOn(),
                PairVerdict.UNKNOWN,
                profile,
                citation(profile),
                null,
                null,
                List.of(),
                List.of(new MissingFact(who(a), Missing.WORK_LIMIT), new MissingFact(who(b), Missing.WORK_LIMIT)));
    }

    AffiliationView of(
            Handle handle,
            PartyRow a,
            PartyRow b,
            Question question,
            Found found,
            PairFinding finding,
            AffiliationProfile profile) {
        var proof = finding.proof();
        var sources = proof == null
                ? Map.<Long, Sourced>of()
                : sources(
                        handle,
                        proof.edges().stream()
                                .map(ru.mos.clusters.ownership.graph.Edge::source)
                                .toList());
        var examined = finding.examined().parties();
        var used = extractsUsed(handle, question, found, examined);
        return new AffiliationView(
                who(a),
                who(b),
                question.day(),
                found.knownOn(),
                finding.verdict(),
                profile,
                citation(profile),
                finding.reason(),
                proof == null ? null : proof(proof, found, sources),
                examined.stream()
                        .map(party -> examined(found.party(party), used.get(party)))
                        .sorted(comparing(one -> one.party().id()))
                        .toList(),
                finding.missing().stream()
                        .map(item -> new MissingFact(who(found.party(item.party())), item.what()))
                        .sorted(comparing((MissingFact gap) -> gap.party().id()).thenComparing(MissingFact::what))
                        .toList());
    }

    private static Examined examined(PartyRow party, @Nullable OwnershipSource source) {
        return new Examined(who(party), source == null ? null : source.date(), source);
    }

    private static Proof proof(ru.mos.clusters.ownership.graph.Proof proof, Found found, Map<Long, Sourced> sources) {
        var paths = new ArrayList<Path>();
        for (var path : proof.paths()) {
            paths.add(new Path(
                    path.edges().stream()
                            .map(edge -> edge(edge, found, sources))
                            .toList(),
                    path.product()));
        }
        return new Proof(paths, proof.sum(), proof.threshold());
    }

    static Edge edge(ru.mos.clusters.ownership.graph.Edge edge, Found found, Map<Long, Sourced> sources) {
        boolean shareholding = edge.kind() == EdgeKind.SHAREHOLDING;
        var sourced = Objects.requireNonNull(sources.get(edge.source()));
        var from = who(found.party(edge.from()));
        var to = who(found.party(edge.to()));
        return new Edge(
                from.id(),
                from.name(),
                to.id(),
                to.name(),
                edge.kind(),
                shareholding ? edge.share() : null,
                shareholding && !edge.votes().equals(edge.share()) ? edge.votes() : null,
                sourced.since(),
                sourced.source());
    }

    static Who who(PartyRow party) {
        return new Who(Parties.id(party), Parties.shown(party));
    }

    /** What sources have ever said of the party, one page of it. */
    Slice<OwnershipPeriod> periods(Handle handle, long party, PageRequest page) {
        record Said(
                long owner,
                long subject,
                EdgeKind kind,
                @Nullable Fraction share,
                @Nullable Fraction votes,
                @Nullable LocalDate since,
                @Nullable LocalDate until,
                @Nullable LocalDate shownFrom,
                @Nullable LocalDate shownThrough,
                long source,
                LocalDate day,
                @Nullable Instant recordedAt,
                @Nullable Instant supersededAt) {}
        handle.registerArrayType(Long.class, "bigint");
        var found = handle.createQuery(sql.file(Telling.class, "Periods"))
                .bindArray("parties", Long.class, List.of(party))
                .bind(
                        "day",
                        page.after().isEmpty()
                                ? null
                                : LocalDate.parse(page.after().get(0)))
                .bind(
                        "source",
                        page.after().isEmpty()
                                ? null
                                : Long.valueOf(page.after().get(1)))
                .bind("fetch", page.fetch())
                .map((row, context) -> new Said(
                        row.getLong("owner_id"),
                        row.getLong("subject_id"),
                        EdgeKind.valueOf(row.getString("kind")),
                        Fractions.read(row, "share"),
                        Fractions.read(row, "votes"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class),
                        row.getObject("shown_from", LocalDate.class),
                        row.getObject("shown_through", LocalDate.class),
                        row.getLong("source"),
                        row.getObject("day", LocalDate.class),
                        instant(row, "recorded_at"),
                        instant(row, "superseded_at")))
                .list();
        var slice = Slice.of(found, page, said -> List.of(said.day().toString(), Long.toString(said.source())));
        var sources = sources(handle, slice.items().stream().map(Said::source).toList());
        var names = parties.rows(
                handle,
                slice.items().stream()
                        .flatMap(said -> Stream.of(said.owner(), said.subject()))
                        .collect(Collectors.toSet()));
        return new Slice<>(
                slice.items().stream()
                        .map(said -> new OwnershipPeriod(
                                who(Objects.requireNonNull(names.get(said.owner()))),
                                who(Objects.requireNonNull(names.get(said.subject()))),
                                said.kind(),
                                said.share(),
                                said.votes() == null || said.votes().equals(said.share()) ? null : said.votes(),
                                said.since(),
                                said.until(),
                                said.shownFrom(),
                                said.shownThrough(),
                                Objects.requireNonNull(sources.get(said.source()))
                                        .source(),
                                said.recordedAt(),
                                said.supersededAt()))
                        .toList(),
                slice.next());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    Map<Long, Sourced> sources(Handle handle, Collection<Long> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        handle.registerArrayType(Long.class, "bigint");
        var found = new HashMap<Long, Sourced>();
        found.put(
                SubjectOnDate.SUPPOSED,
                new Sourced(
                        null,
                        new OwnershipSource(OwnershipSource.Kind.SUPPOSITION, null, null, null, null, null, null)));
        handle.createQuery(sql.file(Telling.class, "Sources"))
                .bindArray("sources", Long.class, new TreeSet<>(sources))
                .map((row, context) -> Map.entry(
                        row.getLong("source"),
                        new Sourced(row.getObject("valid_from", LocalDate.class), source(row, "kind", "date"))))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    Map<Long, OwnershipSource> extractsUsed(Handle handle, Question question, Found found, Collection<Long> parties) {
        var ids = found.representedBy(parties);
        handle.registerArrayType(Long.class, "bigint");
        var used = new HashMap<Long, OwnershipSource>();
        handle.createQuery(sql.file(Telling.class, "ExtractsUsed"))
                .bindArray("ids", Long.class, ids)
                .bind("day", question.day())
                .bind("knownOn", question.knownOn())
                .map((row, context) -> Map.entry(
                        found.representative(row.getLong("party_id")),
                        new OwnershipSource(
                                OwnershipSource.Kind.EGRUL,
                                row.getLong("import_id"),
                                row.getString("file"),
                                row.getObject("shown_on", LocalDate.class),
                                row.getString("document"),
                                null,
                                row.getObject("line", Integer.class))))
                .forEach(entry -> used.put(entry.getKey(), entry.getValue()));
        return used;
    }

    private static OwnershipSource source(ResultSet row, String kind, String date) throws SQLException {
        return new OwnershipSource(
                OwnershipSource.Kind.valueOf(row.getString(kind)),
                row.getObject("import_id", Long.class),
                row.getString("file"),
                row.getObject(date, LocalDate.class),
                row.getString("document"),
                row.getString("record"),
                row.getObject("line", Integer.class));
    }

    /** The paragraph behind the definition. */
    static Citation citation(AffiliationProfile profile) {
        return switch (profile) {
            case AFF_948 ->
                new Citation(
                        "Закон РСФСР от 22.03.1991 № 948-1; Федеральный закон от 26.07.2006 № 135-ФЗ",
                        null,
                        "статья 4; часть 1 статьи 9",
                        Citation.Status.IN_FORCE);
            case GROUP_135 ->
                new Citation(
                        "Федеральный закон от 26.07.2006 № 135-ФЗ", null, "часть 1 статьи 9", Citation.Status.IN_FORCE);
            case INTERDEP_105 ->
                new Citation(
                        "Налоговый кодекс Российской Федерации", null, "статьи 105.1, 105.2", Citation.Status.IN_FORCE);
        };
    }
}
