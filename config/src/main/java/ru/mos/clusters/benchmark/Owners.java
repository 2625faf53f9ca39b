package ru.mos.clusters.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import ru.mos.clusters.generator.CheckDigits;
import ru.mos.clusters.generator.EgrulExtracts;
import ru.mos.clusters.generator.EgrulExtracts.Share;
import ru.mos.clusters.launcher.RestClient;
import ru.mos.clusters.ownership.graph.Affiliations;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.OwnershipGraph;
import ru.mos.clusters.ownership.graph.PairVerdict;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.ownership.graph.Profile;

/** Who owns whom: extracts through the real import, a city of owners in the database, pairs and the cheapest fix on it. */
final class Owners {

    private static final int EXTRACTS = 20_000;
    private static final int A_FILE = 200;
    private static final int ROUNDS = 3;
    private static final int ASKED = 200;

    private static final String CHANGE = """
            insert into platform.change (actor, action, subject_kind, subject)
            values ('system', 'BENCHMARK', 'IMPORT', 'all') returning id""";

    /** Companies of the city, those of the registry among them. */
    private static final int COMPANIES = 500_000;

    /**
     * Every company is directed by a person of its own, to whom it belongs, or every second to the first of ten; the rest of
     * it belongs to somebody else's founder.
     */
    private static final List<String> CITY = List.of(
            """
            create temporary table company as
            select row_number() over (order by c.strange, c.inn) - 1 as n, c.inn, c.name
              from (select 0 as strange, inn, coalesce(short_name, name) as name from registry.entity where kind = 1
                     union all
                    select 1, '99' || lpad(cast(i as text), 8, '0'), 'Общество ' || i
                      from generate_series(1, :companies - (select count(*) from registry.entity where kind = 1)) i) c""",
            "create unique index on company (n)",
            """
            insert into ownership.party (key, kind, inn, name)
            select 'inn:' || inn, 'LEGAL_ENTITY', inn, name from company order by n on conflict do nothing""",
            """
            insert into ownership.party (key, kind, inn, name, match_name)
            select 'inn:' || lpad(cast(990000000000 + n as text), 12, '0'), 'PERSON', cast(990000000000 + n as text),
                   'Владелец ' || n, 'ВЛАДЕЛЕЦ ' || n
              from company order by n""",
            """
            create temporary table part as
            select c.n, p.id as party, h.id as person
              from company c
              join ownership.party p on p.key = 'inn:' || c.inn
              join ownership.party h on h.key = 'inn:' || cast(990000000000 + c.n as text)""",
            "create unique index on part (n)",
            "analyze part",
            """
            insert into ownership.extract (import_id, party_id, shown_on, content, name, joint_stock, owners_withheld, recorded_by)
            select 0, party, current_date - 10, gen_random_uuid(), 'ООО', false, false, :change from part order by n""",
            """
            insert into ownership.shown (extract_id, position, kind, owner_id, share_numerator, share_denominator,
                                         votes_numerator, votes_denominator, valid_from, withheld, doubtful)
            select e.id, e.position, e.kind, e.owner, e.share, 100, e.share, 100, '2020-01-01', false, false
              from (select x.id, 0 as position, 'EXECUTIVE' as kind, q.person as owner, cast(null as numeric) as share, 1 as shares
                      from ownership.extract x join part q on q.party = x.party_id and x.import_id = 0
                     union all
                    select x.id, 1, 'SHAREHOLDING',
                           case when q.n % 2 = 1 then (select party from part where part.n = q.n - q.n % 10) else q.person end, 60, 1
                      from ownership.extract x join part q on q.party = x.party_id and x.import_id = 0
                     union all
                    select x.id, 2, 'SHAREHOLDING', (select person from part where part.n = (q.n * 104729 + 1) % :companies), 40, 1
                      from ownership.extract x join part q on q.party = x.party_id and x.import_id = 0) e""",
            "update ownership.shown set share_denominator = null, votes_denominator = null where share_numerator is null",
            "analyze ownership.party",
            "analyze ownership.extract",
            "analyze ownership.shown");

    /** The edges as the graph takes them, in the order of their subject. */
    private static final String EDGES = """
            select s.owner_id, e.party_id, coalesce(s.share_numerator, 0), coalesce(s.share_denominator, 1), e.id,
                   cast(s.kind = 'EXECUTIVE' as integer)
              from ownership.shown s
              join ownership.extract e on e.id = s.extract_id
             where s.kind in ('SHAREHOLDING', 'EXECUTIVE') and e.import_id = 0""";

    /** Pairs of the asked in one group, or of which the group of one has more than a fifth of the other: what the graph finds. */
    private static final String PAIRS = """
            with recursive asked as (
                select unnest(cast(? as bigint[])) as party
            ),
            member (asked, party) as (
                select party, party from asked
                union
                select m.asked, next.party
                  from member m
                 cross join lateral (
                    select s.owner_id as party
                      from ownership.extract e
                      join ownership.shown s on s.extract_id = e.id
                     where e.party_id = m.party and e.import_id = 0
                       and (s.kind = 'EXECUTIVE' or s.share_numerator / s.share_denominator > 0.5)
                     union all
                    select e.party_id
                      from ownership.shown s
                      join ownership.extract e on e.id = s.extract_id
                     where s.owner_id = m.party and e.import_id = 0
                       and (s.kind = 'EXECUTIVE' or s.share_numerator / s.share_denominator > 0.5)) next
            )
            select least(one.asked, one.party), greatest(one.asked, one.party)
              from member one
              join asked a on a.party = one.party and a.party <> one.asked
             union
            select least(m.asked, e.party_id), greatest(m.asked, e.party_id)
              from member m
              join ownership.shown s on s.owner_id = m.party and s.kind = 'SHAREHOLDING'
              join ownership.extract e on e.id = s.extract_id and e.import_id = 0
              join asked a on a.party = e.party_id and a.party <> m.asked
             group by m.asked, e.party_id
            having sum(s.share_numerator / s.share_denominator) > 0.2""";

    private final LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/Moscow"));
    private final Report report;
    private final RestClient department;
    private final Connection connection;
    private final Path folder;

    Owners(Report report, Installation installation, Connection connection, Path folder) {
        this.report = report;
        this.department = installation.department();
        this.connection = connection;
        this.folder = folder;
    }

    /** Extracts as thousands of documents in files of an archive. */
    void imported() throws Exception {
        var archive = folder.resolve("extracts.zip");
        write(archive);
        var bare = Baseline.parse(archive);
        long begun = System.nanoTime();
        var taken = department.importOwnership(archive);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        bare = bare.plus(Baseline.parse(archive)).dividedBy(2);
        if (taken.path("records").asInt() != EXTRACTS || taken.path("rejected").asInt() != 0) {
            throw new IllegalStateException("not imported: " + taken);
        }
        report.ratio("import of " + EXTRACTS + " EGRUL extracts", took, "bare pass", bare, "≤ 2");
        Files.delete(archive);
    }

    private void write(Path archive) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int from = 0; from < EXTRACTS; from += A_FILE) {
                var extracts = new EgrulExtracts(today.minusDays(20));
                for (int i = from; i < from + A_FILE; i++) {
                    var founder = EgrulExtracts.person(5, i);
                    var since = today.minusYears(5);
                    extracts.company(
                            CheckDigits.innOfEntity("78", i),
                            EgrulExtracts.ogrn(i),
                            "ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ \"ПРИМЕР " + i + "\"",
                            since,
                            founder,
                            List.of(
                                    new Share(founder, "60", since),
                                    new Share(EgrulExtracts.person(5, EXTRACTS + i), "40", since)));
                }
                zip.putNextEntry(new ZipEntry("extracts-" + from + ".xml"));
                zip.write(extracts.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    /** Everybody in the registry gets owners. */
    void settle() throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            long change;
            try (var row = statement.executeQuery(CHANGE)) {
                row.next();
                change = row.getLong(1);
            }
            for (var step : CITY) {
                statement.execute(step.replace(":change", Long.toString(change))
                        .replace(":companies", Integer.toString(COMPANIES)));
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** The whole city as a graph in memory, and all pairs of some of it. */
    void pairs() throws Exception {
        long drained = 0;
        long built = 0;
        long before = used();
        var graph = load();
        long bytes = used() - before;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            drain();
            long between = System.nanoTime();
            graph = load();
            drained += between - begun;
            built += System.nanoTime() - between;
        }
        report.ratio(
                "graph of " + graph.parties() + " parties and " + graph.edges() + " edges into memory",
                Duration.ofNanos(built / ROUNDS),
                "draining the same COPY",
                Duration.ofNanos(drained / ROUNDS),
                "≤ 1.5");
        report.row("memory of it", Report.megabytes(bytes), "", "", "≤ 105 MB");
        var asked = asked();
        long inMemory = 0;
        long inDatabase = 0;
        Set<String> found = Set.of();
        Set<String> listed = Set.of();
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long begun = System.nanoTime();
            found = linked(graph, asked);
            long between = System.nanoTime();
            listed = listed(asked);
            if (round >= ROUNDS) {
                inMemory += between - begun;
                inDatabase += System.nanoTime() - between;
            }
        }
        report.row(
                "all pairs of " + ASKED + " participants in it",
                Report.millis(inMemory / ROUNDS / 1_000),
                "recursive CTE " + Report.millis(inDatabase / ROUNDS / 1_000),
                "1 / " + Report.ratio(inDatabase, inMemory),
                "≤ 1 / 30");
        var differing = new HashSet<>(found);
        differing.addAll(listed);
        var both = new HashSet<>(found);
        both.retainAll(listed);
        differing.removeAll(both);
        report.row(
                "pairs on which they differ",
                Integer.toString(differing.size()),
                found.size() + " and " + listed.size() + " linked",
                "",
                "0");
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void drain() throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + EDGES + ") to stdout", OutputStream.nullOutputStream());
    }

    private OwnershipGraph load() throws SQLException, IOException {
        var builder = OwnershipGraph.builder();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select max(id) from ownership.party")) {
            rows.next();
            long last = rows.getLong(1);
            for (long party = 1; party <= last; party++) {
                builder.party(party, PartyKind.LEGAL_ENTITY);
            }
        }
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + EDGES + ") to stdout", new OutputStream() {
                    private final long[] fields = new long[6];
                    private int at;

                    @Override
                    public void write(int b) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        for (int i = from; i < from + length; i++) {
                            byte b = bytes[i];
                            if (b >= '0' && b <= '9') {
                                fields[at] = fields[at] * 10 + b - '0';
                            } else if (b == '\t') {
                                at++;
                            } else if (b == '\n') {
                                builder.edge(
                                        fields[0],
                                        fields[1],
                                        fields[5] == 0 ? EdgeKind.SHAREHOLDING : EdgeKind.EXECUTIVE,
                                        builder.stake(fields[2], fields[3], fields[2], fields[3]),
                                        true,
                                        fields[4]);
                                at = 0;
                                java.util.Arrays.fill(fields, 0);
                            }
                        }
                    }
                });
        return builder.build();
    }

    /** The first of some tens and companies beside it, two of which belong to it. */
    private List<Long> asked() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select party from part where n %% 10 < 4 order by party limit %d""".formatted(ASKED))) {
            var parties = LongStream.builder();
            while (rows.next()) {
                parties.add(rows.getLong(1));
            }
            return parties.build().boxed().toList();
        }
    }

    private static Set<String> linked(OwnershipGraph graph, List<Long> asked) {
        var linked = new HashSet<String>();
        for (var finding : Affiliations.of(graph, Profile.AFF_948, Set.of()).pairs(asked)) {
            if (finding.verdict() == PairVerdict.AFFILIATED) {
                linked.add(Math.min(finding.a(), finding.b()) + " " + Math.max(finding.a(), finding.b()));
            }
        }
        return linked;
    }

    private Set<String> listed(List<Long> asked) throws SQLException {
        var listed = new HashSet<String>();
        try (var statement = connection.prepareStatement(PAIRS)) {
            statement.setArray(1, connection.createArrayOf("bigint", asked.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    listed.add(rows.getLong(1) + " " + rows.getLong(2));
                }
            }
        }
        return listed;
    }

    /** What a cluster of forty members would be if one left, and the cheapest fix. */
    void supposed() throws Exception {
        var members = department.get("clusters/IT-1/members?limit=40").path("items");
        var changes = IntStream.range(0, Math.max(0, 50 - 40))
                .mapToObj(i -> Map.of(
                        "op",
                        "REMOVE_MEMBER",
                        "inn",
                        members.path(i).path("inn").asText()))
                .toList();
        var took =
                Spread.inTurn(60, List.of(() -> department.post("clusters/IT-1/what-if", Map.of("changes", changes))));
        report.row("what-if with cheapest fix on 40 members", took.get(0).toString(), "", "", "p95 < 2 s");
    }
}
