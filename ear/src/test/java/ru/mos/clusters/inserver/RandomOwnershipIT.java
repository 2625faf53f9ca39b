package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.ownership.AffiliationProfile;
import ru.mos.clusters.ownership.EnterStake;
import ru.mos.clusters.ownership.MemberLinks;
import ru.mos.clusters.ownership.Ownership;
import ru.mos.clusters.ownership.OwnershipImports;
import ru.mos.clusters.ownership.PartyName;
import ru.mos.clusters.ownership.Stakes;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.Missing;
import ru.mos.clusters.ownership.graph.PairVerdict;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.registry.release.ReleaseState;

/**
 * The search in the database, which looks around two parties only, against the same question asked of all parties at once, for
 * which everything is looked at. Small random worlds: rings, joint holdings, groups, executives, families, boards, stale and
 * later extracts, persons without a number, successors. A failure names its seed; the environment variable
 * {@code WORLDS_SEED} repeats a run, {@code WORLDS} says how many of them.
 */
class RandomOwnershipIT extends InServer {

    private static final int WORLDS = Integer.parseInt(System.getenv().getOrDefault("WORLDS", "60"));
    private static final long SEED =
            Long.parseLong(System.getenv().getOrDefault("WORLDS_SEED", Long.toString(System.nanoTime())));
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final int FIRMS = 6;
    /** So many pairs of each world are asked about, a third of them by the other laws too. */
    private static final int PAIRS = 6;

    private static final int PERSONS = 8;
    /** The first of them leave nothing over. */
    private static final int[][] SPLITS = {
        {100},
        {51, 49},
        {50, 50},
        {60, 40},
        {30, 30, 40},
        {25, 26, 49},
        {21, 79},
        {20, 80},
        {34, 33, 33},
        {30, 30},
        {30, 21, 10},
        {10, 15, 26},
        {70}
    };

    private static final int WHOLE = 9;

    @Inject
    OwnershipImports imports;

    @Inject
    Ownership ownership;

    @Inject
    Stakes stakes;

    @Inject
    MemberLinks memberLinks;

    /** A story of some firms and persons that nobody else has to do with. */
    private record World(int number, List<Egrul> extracts, List<EnterStake> stakes, List<String> told) {

        /** Nothing of it is missing, so that pairs can be free. */
        boolean isWhole() {
            return number % 3 != 0;
        }
    }

    @BeforeEach
    void nobody_owns_anything() throws Exception {
        given("department");
        given("auditor");
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                truncate ownership.import, ownership.import_problem, ownership.party, ownership.identity,
                         ownership.extract, ownership.shown, ownership.stake cascade""");
        }
    }

    @Test
    void the_search_around_two_finds_what_the_whole_shows() throws Exception {
        System.out.println("random ownership: WORLDS_SEED=" + SEED + " WORLDS=" + WORLDS);
        var worlds = new ArrayList<World>();
        for (int number = 0; number < WORLDS; number++) {
            worlds.add(world(number));
        }
        take(worlds);
        var seen = new HashMap<String, Integer>();
        int pairs = 0;
        for (var world : worlds) {
            for (var profile : AffiliationProfile.values()) {
                pairs += compare(world, profile, seen);
            }
        }
        System.out.println("random ownership: " + WORLDS + " worlds, " + pairs + " pairs, " + seen);
        assertThat(seen.keySet()).contains("AFF_948 AFFILIATED", "AFF_948 UNKNOWN");
        assertThat(seen.keySet()).contains("AFF_948 NOT_AFFILIATED", "GROUP_135 NOT_AFFILIATED");
    }

    @Test
    void the_city_in_memory_shows_what_the_database_does() throws Exception {
        System.out.println("city in memory: WORLDS_SEED=" + SEED + " WORLDS=" + WORLDS);
        var worlds = new ArrayList<World>();
        for (int number = 0; number < WORLDS; number++) {
            worlds.add(world(number));
        }
        take(worlds);
        as("auditor", () -> {
            memberLinks.prepare();
            return null;
        });
        var latest = Instant.parse(one("select to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                + " from platform.change"));
        for (var world : worlds) {
            for (var profile : AffiliationProfile.values()) {
                compareWithMemory(world, profile, latest);
            }
        }
    }

    /** What this transaction sees, committed or not, only the database shows; what was known at an instant memory does. */
    private static void same(World world, Callable<?> database, Callable<?> memory) throws Exception {
        assertThat(as("auditor", memory))
                .as(() -> "seed " + SEED + " world " + world.number() + "\n" + String.join("\n", world.told()))
                .isEqualTo(as("auditor", database));
    }

    private void compareWithMemory(World world, AffiliationProfile profile, Instant latest) throws Exception {
        var all = everybody(world);
        same(
                world,
                () -> ownership.matrix(all, List.of(), DAY, null, profile),
                () -> ownership.matrix(all, List.of(), DAY, latest, profile));
        for (int at = 0; at < PAIRS / 3; at++) {
            var one = "inn:" + all.get(at).digits();
            var other = "inn:" + all.get((at * 5 + world.number()) % all.size()).digits();
            var searched = searches();
            var day = DAY.plusDays(at * 7L - 14);
            var shown = as("auditor", () -> ownership.affiliation(one, other, day, latest, profile));
            assertThat(searches()).as("asked of the database").isEqualTo(searched);
            same(world, () -> ownership.affiliation(one, other, day, null, profile), () -> shown);
        }
    }

    private long searches() throws Exception {
        return Long.parseLong(one("select coalesce(sum(calls), 0) from pg_stat_statements"
                + " where query like '%with recursive around%' and query not like '%pg_stat_statements%'"));
    }

    private static List<Inn> everybody(World world) {
        var all = new ArrayList<Inn>();
        for (int at = 0; at < FIRMS; at++) {
            all.add(new Inn(firm(world, at)));
        }
        for (int at = 0; at < PERSONS; at++) {
            all.add(new Inn(person(world, at)));
        }
        return all;
    }

    private int compare(World world, AffiliationProfile profile, Map<String, Integer> seen) throws Exception {
        var firms = everybody(world);
        var whole = as("auditor", () -> ownership.matrix(firms, List.of(), DAY, null, profile));
        int compared = 0;
        var cells = new ArrayList<>(whole.pairs().stream()
                .filter(cell -> cell.one().isLegalEntity() && cell.other().isLegalEntity())
                .toList());
        Collections.shuffle(cells, new Random(SEED + world.number()));
        for (var cell : cells.subList(0, profile == AffiliationProfile.AFF_948 ? PAIRS : PAIRS / 3)) {
            var alone = as(
                    "auditor",
                    () -> ownership.affiliation(
                            "inn:" + cell.one().digits(), "inn:" + cell.other().digits(), DAY, null, profile));
            compared++;
            seen.merge(profile + " " + alone.verdict(), 1, Integer::sum);
            assertThat(alone.verdict())
                    .as(() -> "seed " + SEED + " world " + world.number() + " " + profile + " " + cell.one() + " "
                            + cell.other() + " whole " + cell + " alone " + alone.missing() + "\n"
                            + String.join("\n", world.told()))
                    .satisfies(verdict -> assertThat(verdict == cell.verdict()
                                    // alone, a person without a number has no namesake and may be anyone
                                    || (verdict == PairVerdict.UNKNOWN
                                            && cell.verdict() != PairVerdict.AFFILIATED
                                            && alone.missing().stream()
                                                    .anyMatch(item -> item.what() == Missing.NO_INN)))
                            .isTrue());
        }
        return compared;
    }

    private void take(List<World> worlds) throws Exception {
        var files = new ArrayList<Object>();
        for (var world : worlds) {
            files.add("w" + world.number() + ".xml");
            files.add(Egrul.file(world.extracts().toArray(Egrul[]::new)));
        }
        var zip = Egrul.zip(files.toArray());
        long id = as(
                "department",
                () -> imports.submit("worlds.zip", new ByteArrayInputStream(zip), 1L << 28)
                        .id());
        var until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        var state = ReleaseState.QUEUED;
        while (System.nanoTime() < until && (state == ReleaseState.QUEUED || state == ReleaseState.RUNNING)) {
            Thread.sleep(100);
            state = as("department", () -> imports.view(id).state());
        }
        assertThat(state).isEqualTo(ReleaseState.COMPLETED);
        for (var world : worlds) {
            for (var stake : world.stakes()) {
                as("department", () -> stakes.enter(stake));
            }
        }
    }

    private static String firm(World world, int at) {
        return Register.inn(100_000 + world.number() * 20 + at);
    }

    private static String person(World world, int at) {
        return Egrul.person(100_000 + world.number() * 20 + at);
    }

    private static World world(int number) {
        var random = new Random(SEED * 31 + number);
        var world = new World(number, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int at = 0; at < FIRMS; at++) {
            if (!world.isWhole() && random.nextInt(12) == 0) {
                continue;
            }
            if (random.nextInt(25) == 0) {
                int heir = random.nextInt(FIRMS);
                var ceased = Egrul.of(firm(world, at), DAY.minusDays(5)).ceased(DAY.minusDays(6), firm(world, heir));
                world.extracts().add(ceased);
                world.told().add("F" + at + " succeeded by F" + heir);
                continue;
            }
            var days = new ArrayList<LocalDate>();
            int kind = world.isWhole() ? 1 + random.nextInt(30) : random.nextInt(10);
            days.add(DAY.minusDays(kind == 0 ? 200 : 10 + random.nextInt(30)));
            if (kind == 1 || kind == 2) {
                days.add(DAY.plusDays(20));
            }
            for (var day : days) {
                world.extracts().add(extract(world, at, day, random));
            }
        }
        if (random.nextInt(3) == 0) {
            relate(world, EdgeKind.FAMILY, person(world, 0), person(world, 1));
        }
        if (random.nextInt(4) == 0) {
            for (int seat = 0; seat < 3; seat++) {
                relate(world, EdgeKind.BOARD, person(world, random.nextInt(PERSONS)), firm(world, seat % 2));
            }
        }
        return world;
    }

    private static void relate(World world, EdgeKind kind, String owner, String subject) {
        boolean already = world.stakes().stream()
                .anyMatch(stake -> owner.equals(digits(stake.owner())) && subject.equals(digits(stake.subject())));
        if (!already && !owner.equals(subject)) {
            world.stakes()
                    .add(new EnterStake(
                            named(owner),
                            named(subject),
                            kind,
                            null,
                            null,
                            DAY.minusYears(1),
                            null,
                            new Paper("Документ", "1", DAY.minusYears(1))));
            world.told().add(owner + " " + kind + " " + subject);
        }
    }

    private static String digits(PartyName name) {
        return name.inn() == null ? "" : name.inn().digits();
    }

    private static PartyName named(String inn) {
        return inn.length() == 12 ? PartyName.person("Лицо" + inn + " Иван", new Inn(inn)) : PartyName.of(new Inn(inn));
    }

    private static Egrul extract(World world, int at, LocalDate day, Random random) {
        var extract = Egrul.of(firm(world, at), day);
        var told = new StringBuilder("F" + at + " on " + day + ":");
        var owners = new ArrayList<Integer>();
        for (int share : SPLITS[random.nextInt(world.isWhole() ? WHOLE : SPLITS.length)]) {
            int owner = owner(world, at, share, random);
            while (owners.contains(owner)) {
                owner = FIRMS + random.nextInt(PERSONS);
            }
            owners.add(owner);
            told.append(' ').append(share).append("% ").append(label(owner));
            hold(extract, world, owner, share, day.minusDays(random.nextInt(60)));
        }
        if (world.isWhole() || random.nextInt(12) != 0) {
            int head = random.nextInt(FIRMS + PERSONS * 6);
            if (head < FIRMS && head != at) {
                extract.managedBy(firm(world, head));
                told.append(" managed by F").append(head);
            } else {
                int person = head % PERSONS;
                extract.head(person(world, person), day.minusDays(random.nextInt(60)));
                told.append(" headed by P").append(person);
            }
        }
        world.told().add(told.toString());
        return extract;
    }

    /** Below FIRMS a firm, then persons, the last of them of one name without a number. */
    private static int owner(World world, int at, int share, Random random) {
        int owner = random.nextInt(5) < 2 ? random.nextInt(FIRMS) : FIRMS + random.nextInt(PERSONS);
        if (!world.isWhole() && random.nextInt(20) == 0) {
            return FIRMS + PERSONS;
        }
        return owner == at && share > 50 ? FIRMS + random.nextInt(PERSONS) : owner;
    }

    private static String label(int owner) {
        return owner < FIRMS ? "F" + owner : owner < FIRMS + PERSONS ? "P" + (owner - FIRMS) : "N";
    }

    private static void hold(Egrul extract, World world, int owner, int share, LocalDate since) {
        if (owner < FIRMS) {
            extract.holder(firm(world, owner), share + "/100", since);
        } else if (owner < FIRMS + PERSONS) {
            extract.holder(person(world, owner - FIRMS), share + "/100", since);
        } else {
            extract.founder("<УчрФЛ><СвФЛ Фамилия=\"ТЕЗКА" + world.number() % 50 + "\" Имя=\"ПЁТР\">"
                    + Egrul.record(since) + "</СвФЛ><ДоляУстКап НоминСтоим=\"100\"><РазмерДоли><Процент>" + share
                    + "</Процент></РазмерДоли>" + Egrul.record(since) + "</ДоляУстКап></УчрФЛ>");
        }
    }
}
