package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.cluster.AdmitMember;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.CreateCluster;
import ru.mos.clusters.cluster.MemberView;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.cluster.Participation;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.cluster.joining.AddGround;
import ru.mos.clusters.cluster.joining.AdmitApplicant;
import ru.mos.clusters.cluster.joining.ApplicationFilter;
import ru.mos.clusters.cluster.joining.ApplicationState;
import ru.mos.clusters.cluster.joining.ApplicationView;
import ru.mos.clusters.cluster.joining.FairnessRow;
import ru.mos.clusters.cluster.joining.Grouping;
import ru.mos.clusters.cluster.joining.Joining;
import ru.mos.clusters.cluster.joining.JoiningParameter;
import ru.mos.clusters.cluster.joining.JoiningParameters;
import ru.mos.clusters.cluster.joining.JoiningReports;
import ru.mos.clusters.cluster.joining.MassRow;
import ru.mos.clusters.cluster.joining.OverdueAnswers;
import ru.mos.clusters.cluster.joining.RefusalGrounds;
import ru.mos.clusters.cluster.joining.RefuseApplicant;
import ru.mos.clusters.cluster.joining.SubmitApplication;
import ru.mos.clusters.eligibility.VerdictQuery;
import ru.mos.clusters.eligibility.VerdictView;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;

class JoiningIT extends InServer {

    private static final Inn UNION = new Inn("7707083893");
    private static final Inn ALFA = new Inn("7700000016");
    private static final Inn BETA = new Inn("7700000023");
    private static final LocalDate START = LocalDate.of(2017, 1, 1);
    private static final LocalDate SUBMITTED = LocalDate.of(2019, 2, 10);
    private static final LocalDate DECIDED = LocalDate.of(2019, 3, 10);
    private static final PageRequest ALL = PageRequest.first(100);

    @Inject
    Clusters clusters;

    @Inject
    Memberships memberships;

    @Inject
    Joining joining;

    @Inject
    RefusalGrounds grounds;

    @Inject
    JoiningParameters parameters;

    @Inject
    JoiningReports reports;

    @Inject
    OverdueAnswers overdue;

    @Inject
    Verdicts verdicts;

    @BeforeEach
    void people() throws Exception {
        for (var login : List.of("department", "gckr", "applicant", "auditor")) {
            given(login);
        }
        own("truncate cluster.application cascade");
    }

    @AfterEach
    void usual() throws Exception {
        own("update platform.app_user set organisation_id = null where login = 'applicant'");
        own("update cluster.joining_parameter set superseded_by = recorded_by"
                + " where recorded_by is not null and superseded_by is null");
    }

    @Test
    void whoever_is_admitted_takes_part_from_the_day_named_and_not_the_day_before() throws Exception {
        var it = cluster("IT");
        var applied = submit(it, ALFA, SUBMITTED);

        var admitted = as("gckr", () -> joining.admit(new AdmitApplicant(it, applied.id(), DECIDED, DECIDED, paper())));

        assertThat(admitted.state()).isEqualTo(ApplicationState.ADMITTED);
        assertThat(members(it, DECIDED.minusDays(1))).isEmpty();
        assertThat(members(it, DECIDED)).extracting(MemberView::inn).containsExactly(ALFA);
        assertThat(one("select count(*) from platform.task where closed_by is null and subject = '" + applied.id()
                        + "'"))
                .isEqualTo("0");
    }

    @Test
    void an_admission_that_the_cluster_cannot_bear_leaves_the_application_waiting() throws Exception {
        var it = cluster("IT");
        var applied = submit(it, ALFA, SUBMITTED);
        as("gckr", () -> memberships.admit(new AdmitMember(it, participation(ALFA), DECIDED.plusDays(5), null)));

        assertProblem(
                "membership-overlaps",
                () -> as("gckr", () -> joining.admit(new AdmitApplicant(it, applied.id(), DECIDED, DECIDED, paper()))));

        assertThat(as("gckr", () -> joining.view(it, applied.id())).state()).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    void what_cannot_be_is_refused_by_its_own_word() throws Exception {
        var it = cluster("IT");
        var applied = submit(it, ALFA, SUBMITTED);
        var tomorrow = LocalDate.parse(one("select platform.today()")).plusDays(1);

        assertProblem("application-open-already", () -> submit(it, ALFA, SUBMITTED.plusDays(1)));
        assertProblem("organisation-is-not-a-member", () -> submit(it, UNION, SUBMITTED));
        assertProblem("application-outside-cluster", () -> submit(it, BETA, START.minusDays(1)));
        assertProblem("application-date-in-future", () -> submit(it, BETA, tomorrow));
        assertProblem("application-decided-early", () -> refuse(it, applied, SUBMITTED.minusDays(1), null));
        assertProblem("application-date-in-future", () -> refuse(it, applied, tomorrow, null));
        assertProblem("ground-unknown", () -> refuse(it, applied, DECIDED, "NO_SUCH_GROUND"));
        assertProblem(
                "admitted-before-decision",
                () -> as(
                        "gckr",
                        () -> joining.admit(
                                new AdmitApplicant(it, applied.id(), DECIDED, DECIDED.minusDays(1), paper()))));
        assertProblem(
                "refusal-ground-ambiguous",
                () -> new RefuseApplicant(it, applied.id(), DECIDED, "AFFILIATED", true, "x", paper()));
        assertProblem(
                "refusal-ground-ambiguous",
                () -> new RefuseApplicant(it, applied.id(), DECIDED, null, false, "x", paper()));
        assertProblem("application-unknown", () -> as("gckr", () -> joining.view(it, UUID.randomUUID())));

        assertThat(refuse(it, applied, SUBMITTED, "AFFILIATED").ground().code()).isEqualTo("AFFILIATED");
        assertProblem("application-step-not-allowed", () -> refuse(it, applied, DECIDED, null));
        as("gckr", () -> memberships.admit(new AdmitMember(it, participation(BETA), START, null)));
        assertProblem("applicant-is-member", () -> submit(it, BETA, SUBMITTED));
    }

    @Test
    void a_refusal_without_a_listed_ground_warns_for_twelve_months_and_no_day_longer() throws Exception {
        var it = cluster("IT");
        var quiet = verdict(it, DECIDED, null);
        var before = instant();
        refuse(it, submit(it, ALFA, SUBMITTED), DECIDED, null);

        assertThat(warned(it, DECIDED.minusDays(1))).isFalse();
        assertThat(warned(it, DECIDED)).isTrue();
        assertThat(warned(it, DECIDED.plusMonths(12).minusDays(1))).isTrue();
        assertThat(warned(it, DECIDED.plusMonths(12))).isFalse();
        assertThat(verdict(it, DECIDED, null).digest()).isNotEqualTo(quiet.digest());
        assertThat(verdict(it, DECIDED, before).digest()).isEqualTo(quiet.digest());
        assertThat(verdict(it, DECIDED.minusDays(1), null).outcome())
                .isEqualTo(verdict(it, DECIDED, null).outcome());
    }

    @Test
    void a_refusal_on_a_listed_ground_and_one_that_is_annulled_do_not_warn() throws Exception {
        var it = cluster("IT");
        var digest = verdict(it, DECIDED, null).digest();
        refuse(it, submit(it, ALFA, SUBMITTED), DECIDED, "DOCUMENTS_INCOMPLETE");
        var other = refuse(it, submit(it, BETA, SUBMITTED), DECIDED, null);
        var known = verdict(it, DECIDED, null);
        assertThat(warned(it, DECIDED)).isTrue();

        var again = as("department", () -> joining.annul(it, other.id(), "Отменено по жалобе"));

        assertThat(again.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(warned(it, DECIDED)).isFalse();
        assertThat(verdict(it, DECIDED, null).digest()).isEqualTo(digest);
        assertThat(verdict(it, DECIDED, known.knownOn()).digest()).isEqualTo(known.digest());
    }

    @Test
    void for_how_many_months_a_refusal_is_heard_is_set_from_a_day_on() throws Exception {
        var it = cluster("IT");
        refuse(it, submit(it, ALFA, SUBMITTED), DECIDED, null);
        var known = verdict(it, DECIDED.plusMonths(6), null);

        as("department", () -> parameters.set(parameter(JoiningParameter.Code.REFUSAL_MONTHS, null, 6)));

        assertThat(warned(it, DECIDED.plusMonths(6).minusDays(1))).isTrue();
        assertThat(warned(it, DECIDED.plusMonths(6))).isFalse();
        assertThat(verdict(it, DECIDED.plusMonths(6), known.knownOn()).digest()).isEqualTo(known.digest());
        as("department", () -> parameters.set(parameter(JoiningParameter.Code.REFUSAL_MONTHS, "IT", 0)));
        assertThat(warned(it, DECIDED)).isFalse();
        assertProblem(
                "joining-parameter-out-of-range",
                () -> as("department", () -> parameters.set(parameter(JoiningParameter.Code.ANSWER_DAYS, null, 0))));
        assertProblem(
                "sector-unknown",
                () -> as("department", () -> parameters.set(parameter(JoiningParameter.Code.ANSWER_DAYS, "NO", 5))));
    }

    @Test
    void the_term_runs_out_after_its_last_day_and_then_a_task_is_opened_once() throws Exception {
        var it = cluster("IT");
        var today = LocalDate.parse(one("select platform.today()"));
        assertThat(submit(it, BETA, today.minusDays(30)).answerDue()).isEqualTo(today);
        assertThat(overdue.open()).as("on the last day of the term").isZero();

        var applied = submit(it, ALFA, today.minusDays(31));
        assertThat(applied.answerDue()).isEqualTo(today.minusDays(1));
        assertThat(overdue.open()).as("on the day after it").isEqualTo(1);
        assertThat(overdue.open()).isEqualTo(1);

        assertThat(one("select count(*) from platform.task where kind = 'JOINING_OVERDUE' and closed_by is null"
                        + " and subject = '" + applied.id() + "'"))
                .isEqualTo("1");
        refuse(it, applied, today, "OTHER_SECTOR");
        assertThat(one("select count(*) from platform.task where closed_by is null and subject = '" + applied.id()
                        + "'"))
                .isEqualTo("0");
    }

    @Test
    void an_applicant_applies_today_for_its_own_organisation_and_sees_no_other() throws Exception {
        var it = cluster("IT");
        var others = submit(it, BETA, SUBMITTED);
        assertProblem(
                "applicant-without-organisation",
                () -> as(
                        "applicant",
                        () -> joining.submit(new SubmitApplication(it, participation(ALFA), null, paper()))));
        own("insert into platform.organisation (id, name, inn) values ('00000000-0000-0000-0000-0000000000a1',"
                + " 'ООО «Альфа»', '7700000016') on conflict do nothing");
        own("update platform.app_user set organisation_id = '00000000-0000-0000-0000-0000000000a1'"
                + " where login = 'applicant'");

        var own = as("applicant", () -> joining.submit(new SubmitApplication(it, participation(ALFA), null, paper())));

        assertThat(own.submittedOn()).isEqualTo(one("select platform.today()"));
        assertThat(as("applicant", () -> joining.list(everything(), ALL)).items())
                .extracting(ApplicationView::id)
                .containsExactly(own.id());
        assertProblem("application-unknown", () -> as("applicant", () -> joining.view(it, others.id())));
        assertProblem(
                "applicant-of-another-organisation",
                () -> as(
                        "applicant",
                        () -> joining.submit(new SubmitApplication(it, participation(BETA), null, paper()))));
        assertProblem(
                "applicant-submits-today",
                () -> as(
                        "applicant",
                        () -> joining.submit(new SubmitApplication(it, participation(ALFA), SUBMITTED, paper()))));
        assertThatThrownBy(() -> as("applicant", () -> refuseUnchecked(it, own)))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> as("auditor", () -> submitAs(it))).isInstanceOf(EJBAccessException.class);

        assertThat(as("applicant", () -> joining.withdraw(it, own.id(), null, null))
                        .state())
                .isEqualTo(ApplicationState.WITHDRAWN);
    }

    @Test
    void a_cluster_lists_grounds_of_its_own_documents_that_no_other_may_use() throws Exception {
        var it = cluster("IT");
        var other = cluster("IT");
        as(
                "gckr",
                () -> grounds.addOfCluster(new AddGround(
                        it, "NO_LICENCE", "Нет лицензии", "No licence", paper(), "п. 4.2", SUBMITTED, null)));

        assertProblem("ground-unknown", () -> refuse(other, submit(other, ALFA, SUBMITTED), DECIDED, "NO_LICENCE"));
        assertThat(refuse(it, submit(it, ALFA, SUBMITTED), DECIDED, "NO_LICENCE")
                        .withoutListedGround())
                .isFalse();
        assertProblem(
                "ground-unknown",
                () -> refuse(it, submit(it, BETA, SUBMITTED.minusDays(1)), SUBMITTED.minusDays(1), "NO_LICENCE"));
        assertProblem(
                "ground-exists",
                () -> as(
                        "gckr",
                        () -> grounds.addOfCluster(
                                new AddGround(it, "NO_LICENCE", "Нет", "No", paper(), "п. 1", DECIDED, null))));
        assertProblem("ground-without-document", () -> new AddGround(it, "X1", "Нет", "No", null, null, DECIDED, null));
        assertThat(as("auditor", () -> grounds.on(other, DECIDED)))
                .extracting("code")
                .doesNotContain("NO_LICENCE");
    }

    @Test
    void fairness_is_counted_by_cluster_and_by_sector() throws Exception {
        var one = cluster("MEDTECH");
        var two = cluster("MEDTECH");
        refuse(one, submit(one, inn(1), SUBMITTED), SUBMITTED.plusDays(10), "AFFILIATED");
        refuse(one, submit(one, inn(2), SUBMITTED), SUBMITTED.plusDays(31), null);
        var admitted = submit(two, inn(3), SUBMITTED);
        as(
                "gckr",
                () -> joining.admit(new AdmitApplicant(
                        two, admitted.id(), SUBMITTED.plusDays(30), SUBMITTED.plusDays(30), paper())));
        submit(two, inn(4), SUBMITTED);
        submit(two, inn(5), SUBMITTED.minusDays(1));

        var period = as(
                "auditor", () -> reports.fairness(Grouping.CLUSTER, SUBMITTED, SUBMITTED.plusDays(1), "MEDTECH", ALL));
        var sector = as(
                "auditor", () -> reports.fairness(Grouping.SECTOR, SUBMITTED, SUBMITTED.plusDays(1), "MEDTECH", ALL));

        assertThat(period.items()).hasSize(2);
        assertThat(figures(period.items().get(0)))
                .isEqualTo("2 applications, 0 in, 2 out (1), 0 back, 0 open, 1 late, 20.5/31");
        assertThat(figures(period.items().get(1)))
                .isEqualTo("2 applications, 1 in, 0 out (0), 0 back, 1 open, 1 late, 30.0/30");
        assertThat(sector.items()).hasSize(1);
        assertThat(figures(sector.items().get(0)))
                .isEqualTo("4 applications, 1 in, 2 out (1), 0 back, 1 open, 2 late, 30.0/31");
        assertThat(as(
                                "auditor",
                                () -> reports.fairness(
                                        Grouping.CLUSTER, SUBMITTED, null, "MEDTECH", PageRequest.first(1)))
                        .next())
                .isNotNull();
    }

    @Test
    void a_critical_mass_is_reached_by_the_number_set_for_the_sector_and_by_no_less() throws Exception {
        var first = cluster("BIOPHARMA");
        var second = cluster("BIOPHARMA");
        for (int i = 0; i < 3; i++) {
            var inn = inn(i);
            as("gckr", () -> memberships.admit(new AdmitMember(first, participation(inn), DECIDED, null)));
        }
        as("gckr", () -> memberships.admit(new AdmitMember(second, participation(inn(0)), DECIDED, null)));
        as("department", () -> parameters.set(parameter(JoiningParameter.Code.CRITICAL_MASS, "BIOPHARMA", 3)));

        assertThat(mass(first, DECIDED).reached()).isEqualTo(1);
        assertThat(mass(first, DECIDED).percent()).isEqualTo(100);
        assertThat(mass(first, DECIDED.minusDays(1)).reached()).isZero();
        assertThat(mass(second, DECIDED).percent()).isEqualTo(33);
        as("department", () -> parameters.set(parameter(JoiningParameter.Code.CRITICAL_MASS, "BIOPHARMA", 4)));
        assertThat(mass(first, DECIDED).reached()).isZero();

        var sector = as("auditor", () -> reports.criticalMass(Grouping.SECTOR, DECIDED, "BIOPHARMA", ALL));
        assertThat(sector.items()).singleElement().satisfies(row -> {
            assertThat(row.members()).isEqualTo(Long.valueOf(distinctMembers()));
            assertThat(row.required()).isEqualTo(4);
        });
    }

    private String distinctMembers() throws Exception {
        return one(
                "select count(distinct m.inn) from cluster.membership m join cluster.cluster c on c.id = m.cluster_id"
                        + " where c.sector = 'BIOPHARMA' and m.superseded_by is null and m.member_of_organisation"
                        + " and daterange(m.valid_from, m.valid_until) @> date '" + DECIDED + "'");
    }

    private MassRow mass(UUID cluster, LocalDate on) throws Exception {
        var code = one("select code from cluster.cluster where id = '" + cluster + "'");
        return as("auditor", () -> reports.criticalMass(Grouping.CLUSTER, on, "BIOPHARMA", PageRequest.first(500)))
                .items()
                .stream()
                .filter(row -> code.equals(row.code()))
                .findAny()
                .orElseThrow();
    }

    private static String figures(FairnessRow row) {
        return "%d applications, %d in, %d out (%d), %d back, %d open, %d late, %s/%d"
                .formatted(
                        row.applications(),
                        row.admitted(),
                        row.refused(),
                        row.refusedWithoutGround(),
                        row.withdrawn(),
                        row.open(),
                        row.overdue(),
                        row.medianDays(),
                        row.longestDays());
    }

    private UUID cluster(String sector) throws Exception {
        return as(
                        "gckr",
                        () -> clusters.create(new CreateCluster(
                                sector, "Вступление", new UnitingEntity(UNION, null, null), START, null)))
                .id();
    }

    private ApplicationView submit(UUID cluster, Inn inn, LocalDate day) throws Exception {
        return as("gckr", () -> joining.submit(new SubmitApplication(cluster, participation(inn), day, paper())));
    }

    private ApplicationView submitAs(UUID cluster) {
        return joining.submit(new SubmitApplication(cluster, participation(ALFA), SUBMITTED, paper()));
    }

    private ApplicationView refuse(UUID cluster, ApplicationView application, LocalDate day, String ground)
            throws Exception {
        return as(
                "gckr",
                () -> joining.refuse(new RefuseApplicant(
                        cluster, application.id(), day, ground, ground == null, "Решение собрания", paper())));
    }

    private ApplicationView refuseUnchecked(UUID cluster, ApplicationView application) {
        return joining.refuse(new RefuseApplicant(cluster, application.id(), DECIDED, null, true, "x", paper()));
    }

    private List<MemberView> members(UUID cluster, LocalDate on) throws Exception {
        return as("gckr", () -> memberships.on(cluster, on, null, ALL)).items();
    }

    private VerdictView verdict(UUID cluster, LocalDate on, Instant knownOn) throws Exception {
        return as(
                "gckr",
                () -> verdicts.verdict(new VerdictQuery(cluster, on, knownOn, null), Locale.forLanguageTag("ru")));
    }

    private boolean warned(UUID cluster, LocalDate on) throws Exception {
        return verdict(cluster, on, null).findings().get(4).warnings().stream()
                .anyMatch(warning -> warning.code().equals("REFUSED_WITHOUT_GROUND"));
    }

    private Instant instant() throws Exception {
        return Instant.parse(
                one(
                        "select to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from platform.change"));
    }

    private static JoiningParameter parameter(JoiningParameter.Code code, String sector, int value) {
        return new JoiningParameter(code, sector, value, LocalDate.of(2011, 1, 1));
    }

    private static ApplicationFilter everything() {
        return new ApplicationFilter(null, null, null, null, false, null, null);
    }

    private static Participation participation(Inn inn) {
        return new Participation(inn, null, Set.of(ParticipantRole.OTHER), true);
    }

    private static Inn inn(int number) {
        return new Inn(Register.inns(300, 10).get(number));
    }

    private static Paper paper() {
        return new Paper("Протокол", "1", LocalDate.of(2019, 1, 15));
    }

    private void own(String statement) throws Exception {
        try (var connection = owner.getConnection();
                var work = connection.createStatement()) {
            work.execute(statement);
        }
    }
}
