package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.cluster.AdmitMember;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.CreateCluster;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.cluster.Participation;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.eligibility.Evaluated;
import ru.mos.clusters.eligibility.Evaluation;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.ownership.EnterStake;
import ru.mos.clusters.ownership.OwnershipChanged;
import ru.mos.clusters.ownership.OwnershipImports;
import ru.mos.clusters.ownership.PartyName;
import ru.mos.clusters.ownership.PersonMatches;
import ru.mos.clusters.ownership.Stakes;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTranslator;
import ru.mos.clusters.registry.EnterFact;
import ru.mos.clusters.registry.FactChanged;
import ru.mos.clusters.registry.FactKind;
import ru.mos.clusters.registry.ManualFacts;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.registry.release.ReleaseMerged;
import ru.mos.clusters.registry.release.ReleaseState;
import ru.mos.clusters.registry.release.Releases;
import ru.mos.clusters.registry.release.Uploads;

/** Judging only the clusters that something touches comes to the same as judging all. */
class TouchedClustersIT extends InServer {

    private static final long SEED = Long.getLong("touched.seed", 28_11_26L);
    private static final int ROUNDS = Integer.getInteger("touched.rounds", 24);
    private static final LocalDate FOUNDED = LocalDate.of(2017, 1, 1);
    private static final int FIRST = 900;
    private static final int FIRMS = 36;
    private static final int CLUSTERS = 12;

    @Inject
    Clusters clusters;

    @Inject
    Memberships memberships;

    @Inject
    Verdicts verdicts;

    @Inject
    Evaluation evaluation;

    @Inject
    Releases releases;

    @Inject
    Uploads uploads;

    @Inject
    OwnershipImports imports;

    @Inject
    Stakes stakes;

    @Inject
    PersonMatches matches;

    @Inject
    ManualFacts facts;

    private LocalDate today;

    @BeforeEach
    void clusters_of_few_members_each() throws Exception {
        given("department");
        given("department2");
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    truncate registry.manual_fact, registry.sme_run, registry.headcount, registry.income, registry.entity,
                             registry.release_file, registry.problem, registry.activity, registry.release,
                             ownership.import, ownership.import_problem, ownership.party, ownership.identity,
                             ownership.extract, ownership.shown, ownership.stake cascade""");
        }
        today = LocalDate.parse(one("select platform.today()"));
        Register.take(uploads, releases, today.minusDays(5), Coverage.COMPLETE, Register.inns(FIRST, FIRMS / 2));
    }

    @Test
    void all_clusters_are_judged_once_however_many_there_are() throws Exception {
        int others = as("department", () -> verdicts.evaluate()).clusters();
        for (int i = 0; i < 51; i++) {
            cluster(List.of(firm(0)));
        }

        var judged = as("department", () -> verdicts.evaluate());
        var again = as("department", () -> verdicts.evaluate());

        assertThat(judged.clusters()).isEqualTo(others + 51);
        assertThat(again.clusters()).isEqualTo(others + 51);
        assertThat(again.changed()).isZero();
    }

    @Test
    void whatever_is_learnt_the_touched_clusters_alone_are_judged_otherwise() throws Exception {
        System.out.println("touched.seed=" + SEED);
        var random = new Random(SEED);
        for (int i = 0; i < CLUSTERS; i++) {
            cluster(List.of(firm(2 * i), firm(2 * i + 1), firm(random.nextInt(FIRMS))));
        }
        as("department", () -> verdicts.evaluate());
        var taken = new ArrayList<Long>();
        long verdictsBefore = kept();
        int judged = 0;
        long all = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var touched = learn(random, taken);
            judged += touched.clusters();

            var rest = as("department", () -> verdicts.evaluate());

            assertThat(rest.changed())
                    .as("round %d of seed %d: clusters left out that stand otherwise", round, SEED)
                    .isZero();
            all += rest.clusters();
        }
        assertThat(kept()).as("something did change").isGreaterThan(verdictsBefore + CLUSTERS / 2);
        assertThat((long) judged).as("not everything was judged").isLessThan(all / 2);
    }

    private long kept() throws Exception {
        return Long.parseLong(one("select count(*) from eligibility.verdict"));
    }

    private Evaluated learn(Random random, List<Long> taken) throws Exception {
        int what = random.nextInt(10);
        if (what < 5) {
            long id = take(extract(random));
            taken.add(id);
            return evaluation.evaluateTouched(new OwnershipChanged(id, List.of()));
        } else if (what < 7) {
            return hold(random);
        } else if (what == 7 && !taken.isEmpty()) {
            long id = taken.remove(random.nextInt(taken.size()));
            as("department", () -> imports.requestWithdrawal(id, "не тот файл"));
            as("department2", () -> imports.confirmWithdrawal(id));
            return evaluation.evaluateTouched(new OwnershipChanged(id, List.of()));
        } else if (what == 8) {
            var inn = new Inn(firm(random.nextInt(FIRMS)));
            return confirmed(inn);
        }
        var shown = new HashSet<String>();
        for (int i = 0; i < 3; i++) {
            shown.add(firm(random.nextInt(FIRMS)));
        }
        long release = Register.take(uploads, releases, today.minusDays(random.nextInt(3)), Coverage.EXTRACT, shown);
        return evaluation.evaluateTouched(new ReleaseMerged(release));
    }

    /** A firm with owners among all firms and few persons, so that chains and circles come about. */
    private Egrul extract(Random random) {
        int number = random.nextInt(FIRMS);
        var extract = Egrul.of(firm(number), today.minusDays(random.nextInt(4)));
        int left = 100;
        var holders = new HashSet<String>();
        for (int i = 0; i < 3 && left > 10; i++) {
            var holder = random.nextBoolean() ? firm(random.nextInt(FIRMS)) : Egrul.person(random.nextInt(12));
            if (holders.add(holder) && !holder.equals(firm(number))) {
                int share = i == 2 ? left : 1 + random.nextInt(left - 1);
                extract.holder(holder, share + "/100");
                left -= share;
            }
        }
        return extract.head(Egrul.person(random.nextInt(12)));
    }

    private Evaluated hold(Random random) throws Exception {
        var kinds = List.of(EdgeKind.EXECUTIVE, EdgeKind.BOARD, EdgeKind.FAMILY, EdgeKind.SHAREHOLDING);
        var kind = kinds.get(random.nextInt(kinds.size()));
        var holder = PartyName.person("Лицо", new Inn(Egrul.person(random.nextInt(12))));
        var subject = kind == EdgeKind.FAMILY
                ? PartyName.person("Родня", new Inn(Egrul.person(12 + random.nextInt(4))))
                : PartyName.of(new Inn(firm(random.nextInt(FIRMS))));
        var share = kind == EdgeKind.SHAREHOLDING ? Fraction.of(1 + random.nextInt(30), 100) : null;
        UUID id;
        try {
            id = as(
                            "department",
                            () -> stakes.enter(new EnterStake(
                                    holder,
                                    subject,
                                    kind,
                                    share,
                                    null,
                                    FOUNDED,
                                    null,
                                    new Paper("Выписка из реестра", "1", FOUNDED))))
                    .id();
        } catch (Exception refused) {
            assertThat(ProblemTranslator.translate(refused))
                    .as(refused.toString())
                    .isPresent()
                    .get()
                    .isInstanceOf(Problem.class);
            return new Evaluated(today, 0, 0, 0); // held already, or more than the whole
        }
        var ends = one("select owner_id || ' ' || subject_id from ownership.stake where id = '" + id + "'")
                .split(" ");
        return evaluation.evaluateTouched(
                new OwnershipChanged(null, List.of(Long.valueOf(ends[0]), Long.valueOf(ends[1]))));
    }

    private Evaluated confirmed(Inn inn) throws Exception {
        boolean there = !"0".equals(one("select count(*) from registry.manual_fact where inn = '" + inn + "'"));
        if (!there) {
            var fact = as(
                    "department",
                    () -> facts.enter(new EnterFact(
                            inn,
                            FactKind.INNOVATIVE,
                            "true",
                            FOUNDED,
                            null,
                            new EnterFact.Paper("Справка", "1", FOUNDED),
                            null,
                            null)));
            as("department2", () -> facts.confirm(inn, fact.id()));
        }
        return evaluation.evaluateTouched(new FactChanged(inn));
    }

    @Test
    void an_import_reaches_the_clusters_of_its_firms_by_itself_and_no_other() throws Exception {
        var near = cluster(List.of(firm(0), firm(1)));
        var far = cluster(List.of(firm(2), firm(3)));
        as("department", () -> verdicts.evaluate());

        take(Egrul.of(firm(30), today.minusDays(1))
                .holder(Egrul.person(1), "1/1")
                .head(Egrul.person(1)));
        take(Egrul.of(firm(0), today.minusDays(1)).holder(firm(30), "1/1").head(Egrul.person(2)));
        take(Egrul.of(firm(1), today.minusDays(1))
                .holder(Egrul.person(1), "1/1")
                .head(Egrul.person(3)));

        await(() -> finding(near), "NOT_MET");
        assertThat(one("select known_on < (select max(c.at) from ownership.import i join platform.change c"
                        + " on c.id = i.recorded_by) from eligibility.standing where cluster_id = '" + far + "'"))
                .as("nobody judged it anew")
                .isEqualTo("t");
    }

    @Test
    void persons_found_to_be_one_reach_the_clusters_of_both() throws Exception {
        var cluster = cluster(List.of(firm(0), firm(1)));
        take(
                Egrul.of(firm(0), today.minusDays(1)).founder(namesake()).head(Egrul.person(1)),
                Egrul.of(firm(1), today.minusDays(1)).founder(namesake()).head(Egrul.person(2)));
        as("department", () -> verdicts.evaluate());
        assertThat(finding(cluster)).isNotEqualTo("NOT_MET");

        var match = as("department", () -> matches.list(PageRequest.first(10)))
                .items()
                .get(0);
        as("department", () -> {
            matches.decide(match.one().party().id(), match.other().party().id(), true, "Паспорт");
            return null;
        });

        await(() -> finding(cluster), "NOT_MET");
    }

    @Test
    void nobody_is_found_to_be_one_with_persons_of_two_numbers() throws Exception {
        var first = namesake().replace("Отчество=\"ИВАНОВИЧ\">", "Отчество=\"ИВАНОВИЧ\" ИННФЛ=\"770000000156\">");
        take(
                Egrul.of(firm(0), today.minusDays(1)).founder(first).head(Egrul.person(1)),
                Egrul.of(firm(1), today.minusDays(1))
                        .founder(first.replace("770000000156", "770000000220"))
                        .head(Egrul.person(2)),
                Egrul.of(firm(2), today.minusDays(1)).founder(namesake()).head(Egrul.person(3)));
        var unnumbered = as("department", () -> matches.list(PageRequest.first(10))).items().stream()
                .flatMap(match -> Stream.of(match.one(), match.other()))
                .filter(person -> !person.numbered())
                .map(person -> person.party().id())
                .findFirst()
                .orElseThrow();
        decide("inn:770000000156", unnumbered);

        assertThatThrownBy(() -> decide("inn:770000000220", unnumbered)).hasMessageContaining("match-of-another");
    }

    private void decide(String one, String other) throws Exception {
        as("department", () -> {
            matches.decide(one, other, true, "Паспорт");
            return null;
        });
    }

    private static String namesake() {
        return "<УчрФЛ><ГРНДатаПерв ГРН=\"2027703503200\" ДатаЗаписи=\"2015-03-20\"/><СвФЛ Фамилия=\"ТЁЗКИН\""
                + " Имя=\"ИВАН\" Отчество=\"ИВАНОВИЧ\">" + Egrul.record(LocalDate.of(2015, 3, 20)) + "</СвФЛ>"
                + "<ДоляУстКап НоминСтоим=\"100\"><РазмерДоли><ДробПрост Числит=\"1\" Знаменат=\"1\"/></РазмерДоли>"
                + Egrul.record(LocalDate.of(2015, 3, 20)) + "</ДоляУстКап></УчрФЛ>";
    }

    @Test
    void a_confirmed_fact_and_an_extract_of_the_register_judge_their_clusters_at_once() throws Exception {
        var touched = cluster(List.of(firm(FIRMS - 1), firm(FIRMS - 2), firm(FIRMS - 3)));
        as("department", () -> verdicts.evaluate());
        assertThat(one(outcome(touched, 2))).isEqualTo("NOT_MET");

        Register.take(
                uploads,
                releases,
                today.minusDays(1),
                Coverage.EXTRACT,
                List.of(firm(FIRMS - 1), firm(FIRMS - 2), firm(FIRMS - 3)));

        await(() -> one(outcome(touched, 2)), "MET");
    }

    private static String firm(int number) {
        return Register.inn(FIRST + number);
    }

    private static String outcome(UUID cluster, int condition) {
        return "select findings[" + condition + "] from eligibility.standing where cluster_id = '" + cluster + "'";
    }

    /** How the fourth condition stands. */
    private String finding(UUID cluster) throws Exception {
        return one(outcome(cluster, 4));
    }

    private long take(Egrul... extracts) throws Exception {
        long id = as(
                "department",
                () -> imports.submit("extracts.xml", new ByteArrayInputStream(Egrul.file(extracts)), 1L << 24)
                        .id());
        await(() -> as("department", () -> imports.view(id).state()), ReleaseState.COMPLETED);
        return id;
    }

    private UUID cluster(List<String> members) throws Exception {
        var id = as(
                        "department",
                        () -> clusters.create(new CreateCluster(
                                "INSTRUMENTS",
                                "Приборы",
                                new UnitingEntity(new Inn("7707083893"), "Ассоциация «Приборы»", null),
                                FOUNDED,
                                null)))
                .id();
        as("department", () -> {
            for (var inn : Set.copyOf(members)) {
                memberships.admit(new AdmitMember(
                        id, new Participation(new Inn(inn), null, Set.of(ParticipantRole.OTHER), true), FOUNDED, null));
            }
            return null;
        });
        return id;
    }

    private static <T> void await(Callable<T> what, T wanted) throws Exception {
        T got = null;
        for (int i = 0; i < 600 && !wanted.equals(got); i++) {
            got = what.call();
            if (!wanted.equals(got)) {
                Thread.sleep(100);
            }
        }
        assertThat(got).isEqualTo(wanted);
    }
}
