package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.cluster.AdmitMember;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.CreateCluster;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.cluster.Participation;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.eligibility.Conclusions;
import ru.mos.clusters.eligibility.RecordConclusion;
import ru.mos.clusters.eligibility.VerdictQuery;
import ru.mos.clusters.eligibility.VerdictView;
import ru.mos.clusters.eligibility.VerdictView.FindingView;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Finding;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.PartCode;
import ru.mos.clusters.ownership.OwnershipImports;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.registry.release.ReleaseState;
import ru.mos.clusters.registry.release.Releases;
import ru.mos.clusters.registry.release.Uploads;

/** The fourth condition by what sources of ownership show. */
class AffiliatedVerdictsIT extends InServer {

    private static final Locale RU = Locale.forLanguageTag("ru");
    private static final LocalDate FOUNDED = LocalDate.of(2017, 1, 1);
    private static final String ORGANISATION = "7707083893";
    private static final int FIRST = 700;
    private static final Paper PAPER = new Paper("Протокол", "3", LocalDate.of(2017, 2, 1));

    @Inject
    Clusters clusters;

    @Inject
    Memberships memberships;

    @Inject
    Conclusions conclusions;

    @Inject
    Verdicts verdicts;

    @Inject
    Releases releases;

    @Inject
    Uploads uploads;

    @Inject
    OwnershipImports imports;

    private LocalDate today;

    @BeforeEach
    void an_empty_register() throws Exception {
        given("department");
        given("gckr");
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    truncate registry.manual_fact, registry.sme_run, registry.headcount, registry.income, registry.entity,
                             registry.release_file, registry.problem, registry.activity, registry.release,
                             ownership.import, ownership.import_problem, ownership.party, ownership.identity,
                             ownership.extract, ownership.shown, ownership.stake cascade""");
        }
        today = LocalDate.parse(one("select platform.today()"));
        Register.take(uploads, releases, today.minusDays(5), Coverage.COMPLETE, Register.inns(FIRST, 4));
    }

    private static String member(int number) {
        return Register.inn(FIRST + number);
    }

    /** Who has 60 % of the member and directs it; another person has the rest. */
    private static String ownerOf(int number) {
        return Egrul.person(700 + number);
    }

    private static String minorityOf(int number) {
        return Egrul.person(800 + number);
    }

    private Egrul own(int number, LocalDate on) {
        return Egrul.of(member(number), on)
                .holder(ownerOf(number), "60/100")
                .holder(minorityOf(number), "40/100")
                .head(ownerOf(number));
    }

    /** The second member after somebody has bought some of it. */
    private Egrul bought(String buyer, int percent) {
        return Egrul.of(member(1), today.minusDays(1))
                .holder(buyer, percent + "/100", today.minusDays(2))
                .holder(ownerOf(1), 60 - percent + "/100", today.minusDays(2))
                .holder(minorityOf(1), "40/100")
                .head(ownerOf(1));
    }

    private long take(Egrul... extracts) throws Exception {
        return take("extracts.xml", Egrul.file(extracts));
    }

    private long take(String name, byte[] file) throws Exception {
        long id = as(
                "department",
                () -> imports.submit(name, new ByteArrayInputStream(file), 1L << 24)
                        .id());
        await(() -> as("department", () -> imports.view(id).state()), ReleaseState.COMPLETED);
        return id;
    }

    private UUID eligible() throws Exception {
        var cluster = cluster(3);
        take(own(0, today.minusDays(4)), own(1, today.minusDays(4)), own(2, today.minusDays(4)));
        await(() -> standing(cluster), "ELIGIBLE");
        return cluster;
    }

    @Test
    void an_owner_of_one_who_buys_more_than_a_fifth_of_another_flips_the_outcome_by_itself() throws Exception {
        var cluster = eligible();
        var first = verdict(new VerdictQuery(cluster, today, null, null));
        assertThat(e4(first).outcome()).isEqualTo(Outcome.MET);
        assertThat(e4(first).warnings()).isEmpty();
        var replay = new VerdictQuery(cluster, today, first.knownOn(), null);

        long wrong = take(bought(ownerOf(0), 21));

        await(() -> standing(cluster), "NOT_ELIGIBLE");
        var after = verdict(new VerdictQuery(cluster, today, null, null));
        assertThat(e4(after).outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(e4(after).notCounted())
                .filteredOn(entry -> entry.state() == Finding.State.NOT_QUALIFIED)
                .extracting(entry -> entry.inn().digits())
                .containsExactlyInAnyOrder(member(0), member(1));
        assertThat(e4(after).measured().count()).isEqualTo(1);
        var task = " from platform.task where kind = 'OUTCOME_CHANGED' and closed_by is null and subject = '" + cluster
                + "' and facts ->> 'after' = 'NOT_ELIGIBLE'";
        assertThat(one("select count(*)" + task)).isEqualTo("1");
        assertThat(one("select login" + task)).isEqualTo("gckr");
        assertThat(one("select facts -> 'members' @> '[{\"rule\": \"E4\", \"inn\": \"" + member(1) + "\"}]'" + task))
                .isEqualTo("t");
        assertThat(verdict(replay))
                .as("the first verdict replays to its digest")
                .isEqualTo(first);
        assertThat(verdict(new VerdictQuery(cluster, today.minusDays(3), null, null))
                        .outcome())
                .as("the day before the purchase")
                .isEqualTo(Eligibility.ELIGIBLE);

        as("department", () -> imports.requestWithdrawal(wrong, "не тот файл"));
        as("department2", () -> imports.confirmWithdrawal(wrong));
        await(() -> standing(cluster), "ELIGIBLE");
        assertThat(verdict(new VerdictQuery(cluster, today, null, null)).digest())
                .isEqualTo(first.digest());
        assertThat(verdict(replay)).isEqualTo(first);
        assertThat(verdict(new VerdictQuery(cluster, today, after.knownOn(), null)))
                .isEqualTo(after);
    }

    @Test
    void exactly_a_fifth_does_not_flip_it_nor_does_an_owner_without_control_of_the_first() throws Exception {
        var cluster = eligible();

        take(bought(ownerOf(0), 20));
        assertThat(verdict(new VerdictQuery(cluster, today, null, null)).outcome())
                .as("exactly 20 %%")
                .isEqualTo(Eligibility.ELIGIBLE);

        take(bought(minorityOf(0), 30));
        assertThat(e4(verdict(new VerdictQuery(cluster, today, null, null))).outcome())
                .as("two extracts of one day contradict each other")
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void an_owner_of_less_than_half_of_the_first_may_buy_of_the_second() throws Exception {
        var cluster = eligible();
        take(bought(minorityOf(0), 30));

        assertThat(verdict(new VerdictQuery(cluster, today, null, null)).outcome())
                .isEqualTo(Eligibility.ELIGIBLE);
    }

    @Test
    void the_organisation_and_its_director_link_nobody() throws Exception {
        var cluster = eligible();
        take(Egrul.of(ORGANISATION, today.minusDays(3))
                .holder(member(0), "1/3")
                .holder(member(1), "1/3")
                .holder(member(2), "1/3")
                .head(ownerOf(0)));

        var verdict = verdict(new VerdictQuery(cluster, today, null, null));

        assertThat(verdict.outcome()).isEqualTo(Eligibility.ELIGIBLE);
        assertThat(e4(verdict).counted()).hasSize(3);
    }

    @Test
    void members_of_unknown_ownership_leave_it_open_until_they_declare_and_that_is_told() throws Exception {
        var cluster = cluster(3);
        var open = e4(verdict(new VerdictQuery(cluster, today, null, null)));
        assertThat(open.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(open.notCounted())
                .hasSize(3)
                .allMatch(entry ->
                        entry.state() == Finding.State.UNKNOWN && !entry.why().isBlank());

        declare(cluster, 3);

        var declared = e4(verdict(new VerdictQuery(cluster, today, null, null)));
        assertThat(declared.outcome()).isEqualTo(Outcome.MET);
        assertThat(declared.warnings()).hasSize(1);
        assertThat(declared.warnings().get(0).message()).isNotBlank();
    }

    @Test
    void a_declaration_never_outweighs_a_link_that_is_shown() throws Exception {
        var cluster = eligible();
        declare(cluster, 3);
        take(bought(ownerOf(0), 21));

        assertThat(e4(verdict(new VerdictQuery(cluster, today, null, null))).outcome())
                .isEqualTo(Outcome.NOT_MET);
    }

    @Test
    void a_cluster_judged_alone_and_among_all_comes_out_the_same() throws Exception {
        var cluster = eligible();
        as("department", () -> verdicts.evaluate());

        assertThat(standing(cluster))
                .isEqualTo(verdict(new VerdictQuery(cluster, today, null, null))
                        .outcome()
                        .name());
    }

    private UUID cluster(int members) throws Exception {
        var id = as(
                        "department",
                        () -> clusters.create(new CreateCluster(
                                "INSTRUMENTS",
                                "Приборы",
                                new UnitingEntity(new Inn(ORGANISATION), "Ассоциация «Приборы»", null),
                                FOUNDED,
                                "gckr")))
                .id();
        as("department", () -> {
            for (int i = 0; i < members; i++) {
                memberships.admit(new AdmitMember(
                        id,
                        new Participation(new Inn(member(i)), null, Set.of(ParticipantRole.OTHER), true),
                        FOUNDED,
                        null));
            }
            return null;
        });
        for (var code : PartCode.values()) {
            if (code.isAsked() && code != PartCode.DECLARATION) {
                conclude(id, code, code.name());
            }
        }
        return id;
    }

    private void declare(UUID cluster, int members) throws Exception {
        for (int i : IntStream.range(0, members).toArray()) {
            conclude(cluster, PartCode.DECLARATION, "DECLARATION:" + member(i));
        }
    }

    private void conclude(UUID cluster, PartCode code, String part) throws Exception {
        as(
                "department",
                () -> conclusions.conclude(
                        new RecordConclusion(cluster, code.rule(), part, true, "Подтверждено", PAPER, FOUNDED, null)));
    }

    private String standing(UUID cluster) throws Exception {
        return one("select outcome from eligibility.standing where cluster_id = '" + cluster + "'");
    }

    private VerdictView verdict(VerdictQuery query) throws Exception {
        return as("auditor", () -> verdicts.verdict(query, RU));
    }

    private static FindingView e4(VerdictView verdict) {
        return verdict.findings().get(3);
    }

    private static <T> void await(Callable<T> what, T wanted) throws Exception {
        T got = null;
        for (int i = 0; i < 900; i++) {
            got = what.call();
            if (wanted.equals(got)) {
                return;
            }
            Thread.sleep(100);
        }
        assertThat(got).isEqualTo(wanted);
    }
}
