package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.call.application.ApplicationAction;
import ru.mos.clusters.call.application.ApplicationAnswers.Contact;
import ru.mos.clusters.call.application.ApplicationDrafts;
import ru.mos.clusters.call.application.ApplicationMoves;
import ru.mos.clusters.call.application.ApplicationSection;
import ru.mos.clusters.call.application.ApplicationState;
import ru.mos.clusters.call.application.Applications;
import ru.mos.clusters.call.application.CheckView.Ground;
import ru.mos.clusters.call.application.CheckView.Remark;
import ru.mos.clusters.call.application.FormalChecks;
import ru.mos.clusters.call.application.Signing;
import ru.mos.clusters.call.application.Submissions;
import ru.mos.clusters.call.assessment.AssessmentBoard;
import ru.mos.clusters.call.assessment.Assessments;
import ru.mos.clusters.call.assessment.AssignmentAction;
import ru.mos.clusters.call.assessment.AssignmentState;
import ru.mos.clusters.call.assessment.AssignmentView;
import ru.mos.clusters.call.assessment.Assignments;
import ru.mos.clusters.call.assessment.ConflictKind;
import ru.mos.clusters.call.assessment.ConflictWatch;
import ru.mos.clusters.call.assessment.Conflicts;
import ru.mos.clusters.call.assessment.EnterExpert;
import ru.mos.clusters.call.assessment.ExpertPool;
import ru.mos.clusters.call.assessment.GiveOpinion;
import ru.mos.clusters.call.assessment.GiveScores;
import ru.mos.clusters.call.assessment.Opinions;
import ru.mos.clusters.call.assessment.Ranked;
import ru.mos.clusters.call.assessment.Ranking;
import ru.mos.clusters.call.assessment.Standing;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.CreateCluster;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.ownership.EnterStake;
import ru.mos.clusters.ownership.PartyName;
import ru.mos.clusters.ownership.Stakes;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Tasks;

/** Experts from the pool to the ranking: who may assess, who sees what, and what counts. */
class AssessmentIT extends InServer {

    private static final Inn UNION = new Inn("7707083893");
    private static final Inn ALFA = new Inn("7700000016");
    private static final Inn BETA = new Inn("7700000023");
    private static final Inn PERSON = new Inn("500100732259");
    private static final UUID CALL = UUID.fromString("00000000-0000-0000-0000-0000000ca110");

    @Inject
    ExpertPool pool;

    @Inject
    Assignments assignments;

    @Inject
    Assessments assessments;

    @Inject
    Conflicts conflicts;

    @Inject
    ConflictWatch watch;

    @Inject
    Opinions opinions;

    @Inject
    Ranking ranking;

    @Inject
    AssessmentBoard board;

    @Inject
    Clusters clusters;

    @Inject
    Stakes stakes;

    @Inject
    Tasks tasks;

    @Inject
    Applications applications;

    @Inject
    ApplicationDrafts drafts;

    @Inject
    Submissions submissions;

    @Inject
    FormalChecks checks;

    @Inject
    ApplicationMoves moves;

    private UUID cluster;

    @BeforeEach
    void a_call_whose_applications_are_assessed() throws Exception {
        for (var login : List.of("department", "gckr", "gckr2", "chief", "auditor", "commission", "applicant")) {
            given(login);
        }
        for (int at = 1; at <= 12; at++) {
            given("expert" + at);
        }
        gone();
        cluster = as(
                        "gckr",
                        () -> clusters.create(new CreateCluster(
                                "IT",
                                "Кластер оценки",
                                new UnitingEntity(UNION, "Союз", null),
                                LocalDate.of(2020, 1, 1),
                                null)))
                .id();
        var terms = Json.write(CallFixture.terms(node -> node.put("experts", 3)));
        own("""
                insert into call.programme (code, name_ru, name_en, first_year, last_year, first_award_on, recorded_by, changed_by)
                select 'ASSESS_IT', 'П', 'P', 2026, 2027, '2026-02-01', max(id), max(id) from platform.change;
                insert into call.measure (programme, code, name_ru, name_en, position) values ('ASSESS_IT', '1', 'М', 'M', 1)""");
        raw("call.call", """
                insert into call.call (id, programme, measure, state, edited_by, edition, recorded_by, changed_by)
                select '%s', 'ASSESS_IT', '1', 'PUBLISHED', 'department', 1, max(id), max(id) from platform.change""".formatted(CALL));
        raw("call.edition", """
                insert into call.edition (call_id, number, terms, assessment_to, decision_to, edited_by, published_by, recorded_by)
                select '%s', 1, '%s', '2099-04-29', '2099-05-15', 'department', 'chief', max(id) from platform.change""".formatted(CALL, terms));
        raw(
                "call.money",
                "insert into call.money values ('%s', 2026, '80704121234567890811', 1000.00)".formatted(CALL));
    }

    @AfterEach
    void gone() throws Exception {
        own(CallFixture.NOTHING_LEFT);
        own("truncate call.expert cascade");
        own("""
                delete from call.measure where programme = 'ASSESS_IT';
                delete from call.programme where code = 'ASSESS_IT';
                truncate ownership.import, ownership.import_problem, ownership.party, ownership.identity, ownership.extract,
                         ownership.shown, ownership.stake cascade;
                truncate cluster.consultation;
                delete from platform.deputy_order;
                delete from call.assessment_parameter where recorded_by is not null;
                delete from platform.task where subject_kind in ('ASSIGNMENT', 'CALL_APPLICATION')""");
    }

    private void own(String statement) throws Exception {
        try (var connection = owner.getConnection();
                var work = connection.createStatement()) {
            work.execute(statement);
        }
    }

    private void raw(String table, String statement) throws Exception {
        own("alter table %1$s disable trigger user; %2$s; alter table %1$s enable trigger user"
                .formatted(table, statement));
    }

    /** An admitted application of a project of two; it asks for so much. */
    private UUID application(int number, String asked) throws Exception {
        var id = new UUID(0, number);
        raw("project.project", """
                insert into project.project (id, kind, lead, title, draft, edited_by, edition, recorded_by, changed_by)
                select '%1$s', 'CLUSTER', '%2$s', '=Проект %3$d', '{}', 'applicant', 1, max(id), max(id) from platform.change""".formatted(id, UNION, number));
        raw("project.edition", """
                insert into project.edition (project_id, number, content, digest, recorded_by)
                select '%s', 1, '{"title": "Проект"}', 'x', max(id) from platform.change""".formatted(id));
        raw("project.participant", """
                insert into project.participant (project_id, edition, inn, cluster_id, roles) values
                ('%1$s', 1, '%2$s', '%4$s', '{OTHER}'), ('%1$s', 1, '%3$s', '%4$s', '{OTHER}')""".formatted(id, ALFA, BETA, cluster));
        raw("project.cluster", "insert into project.cluster values ('%s', 1, '%s', true)".formatted(id, cluster));
        raw(
                "project.funding",
                "insert into project.funding values ('%1$s', 1, 1, 'CITY_BUDGET', %2$s), ('%1$s', 1, 1, 'OWN', 100)"
                        .formatted(id, asked));
        raw("call.application", """
                insert into call.application (id, call_id, project_id, applicant, channel, state, round, submitted_at, answers,
                                              checked_by, recorded_by, changed_by)
                select '%1$s', '%2$s', '%1$s', '%3$s', 'APPLICANT', 'ADMITTED', 1, timestamptz '2026-03-10' + interval '%4$d minutes', '{}',
                       'gckr2', max(id), max(id) from platform.change""".formatted(id, CALL, UNION, number));
        raw("call.submission", """
                insert into call.submission (application_id, round, call_id, call_edition, project_id, project_edition, answers,
                                             submitted_by, certified_by, received_at, receipt, digest, recorded_by)
                select '%1$s', 1, '%2$s', 1, '%1$s', 1, '{}', 'applicant', 'applicant2', '2026-03-10', 'T-%3$d', 'x', max(id)
                  from platform.change""".formatted(id, CALL, number));
        return id;
    }

    private void inPool(String login, Inn inn, Inn employer) throws Exception {
        as(
                "gckr",
                () -> pool.enter(
                        login, new EnterExpert(inn, employer, null, List.of("IT"), LocalDate.of(2020, 1, 1), null)));
    }

    private AssignmentView accepted(UUID application, String expert) throws Exception {
        if (one("select login from call.expert where login = '" + expert + "'") == null) {
            inPool(expert, null, null);
        }
        var assigned = as("gckr", () -> assignments.assign(application, expert));
        return as(expert, () -> assignments.accept(assigned.id()));
    }

    private static GiveScores scores(AssignmentView assignment, int novelty, int synergy) {
        return new GiveScores(
                assignment.id(),
                assignment.version(),
                List.of(
                        new GiveScores.Given("NOVELTY", novelty, "=1+1"),
                        new GiveScores.Given("SYNERGY", synergy, "Общие стенды")),
                null);
    }

    private AssignmentView scored(AssignmentView assignment, int novelty, int synergy) throws Exception {
        return as(assignment.expert(), () -> assessments.give(scores(assignment, novelty, synergy)));
    }

    private String state(UUID application) throws Exception {
        return one("select state from call.application where id = '" + application + "'");
    }

    @Test
    void in_every_state_every_role_is_refused_what_the_table_of_applications_does_not_list() throws Exception {
        var id = application(1, "500");

        EveryStep.refusesWhatIsNotListed(
                as("auditor", () -> applications.transitions()),
                ApplicationState.class,
                ApplicationAction.class,
                state -> raw("call.application", "update call.application set state = '" + state + "'"),
                action -> of(action, id),
                () -> state(id));
    }

    private @Nullable Callable<?> of(ApplicationAction action, UUID id) {
        return switch (action) {
            case EDIT -> () -> drafts.save(id, 1, new Contact("Кузьма Пробный", "1", "a@b.ru", "Москва"));
            case SIGN -> () -> submissions.sign(id, Signing.own(null));
            case RECALL -> () -> submissions.recall(id, null);
            case CERTIFY -> () -> submissions.certify(id, Signing.own(null));
            case WITHDRAW -> () -> submissions.withdraw(id, null, "x");
            case RETURN ->
                () -> checks.returnForCorrection(id, null, List.of(new Remark(ApplicationSection.DOCUMENTS, "x")));
            case ADMIT -> () -> checks.admit(id, null, ApplicationFixture.CONCLUSION);
            case REJECT ->
                () -> checks.reject(
                        id, null, new Ground("PPM_1863_2019", LocalDate.of(2024, 2, 7), "п. 1", "x"), List.of());
            case ASSESS, AWARD, RESERVE, REFUSE, REINSTATE -> () -> moves.move(id, action, "x");
            case REASSESS, CANCEL ->
                null; // follow from a conflict and from the call's end, which have tests of their own
        };
    }

    @Test
    void in_every_state_every_role_is_refused_what_the_table_of_assignments_does_not_list() throws Exception {
        given("expert");
        inPool("expert", null, null);
        var application = application(1, "500");
        var id = as("gckr", () -> assignments.assign(application, "expert")).id();

        EveryStep.refusesWhatIsNotListed(
                as("auditor", () -> assignments.transitions()),
                AssignmentState.class,
                AssignmentAction.class,
                state -> raw(
                        "call.assignment",
                        "update call.assignment set because = 'x', version = 1, state = '" + state + "'"),
                action -> of(action, id),
                () -> one("select state from call.assignment where id = '" + id + "'"));
    }

    private Callable<?> of(AssignmentAction action, UUID id) {
        var scores = new GiveScores(
                id, 1, List.of(new GiveScores.Given("NOVELTY", 1, "x"), new GiveScores.Given("SYNERGY", 1, "x")), "x");
        return switch (action) {
            case ACCEPT -> () -> assignments.accept(id);
            case DECLINE -> () -> assignments.decline(id, "x");
            case DECLARE -> () -> assignments.declare(id, "x");
            case STOP -> () -> assignments.stop(id);
            case WITHDRAW -> () -> assignments.withdraw(id, "x");
            case REPLACE -> () -> assignments.replace(id, "x");
            case SCORE -> () -> assessments.give(scores);
            case CORRECT -> () -> assessments.correct(scores);
        };
    }

    @Test
    void the_instant_of_a_change_is_told_when_it_has_one() throws Exception {
        var application = application(1, "500");
        inPool("expert1", null, null);

        var assigned = as("gckr", () -> assignments.assign(application, "expert1"));

        assertThat(assigned.changedAt()).isNull();
        assertThat(as("expert1", () -> assignments.accept(assigned.id())).changedAt())
                .isNull();
        assertThat(as("gckr", () -> assignments.assignment(assigned.id())).changedAt())
                .isNotNull();
    }

    @Test
    void an_owner_of_one_hundredth_is_found_with_the_proof_and_neither_assigned_nor_let_in() throws Exception {
        var application = application(1, "500");
        inPool("expert1", PERSON, null);
        var invited = as("gckr", () -> assignments.assign(application, "expert1"));
        assertThat(as("expert1", () -> assessments.sheet(invited.id())).content())
                .isNull();
        as(
                "department",
                () -> stakes.enter(new EnterStake(
                        PartyName.person("Иванов Иван Иванович", PERSON),
                        PartyName.of(ALFA),
                        EdgeKind.SHAREHOLDING,
                        Fraction.of(1, 100),
                        null,
                        LocalDate.of(2020, 1, 1),
                        null,
                        new Paper("Список участников", "1", LocalDate.of(2020, 1, 1)))));

        assertProblem("expert-conflicted", () -> as("expert1", () -> assignments.accept(invited.id())));

        assertThat(as("gckr", () -> assignments.assignment(invited.id())).state())
                .isEqualTo(AssignmentState.STOPPED);
        assertProblem("expert-assignment-unknown", () -> as("expert1", () -> assessments.sheet(invited.id())));
        assertProblem("call-application-unknown", () -> as("expert1", () -> assessments.of(application)));
        assertProblem("expert-conflicted", () -> as("gckr", () -> assignments.assign(application, "expert1")));
        assertThat(as("auditor", () -> conflicts.known(application, "expert1")))
                .satisfies(found -> assertThat(found.conflicted()).isTrue())
                .extracting(found -> found.findings().get(0))
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(ConflictKind.OWNER);
                    assertThat(finding.subject()).isEqualTo(ALFA);
                    assertThat(finding.proof()).hasSize(1);
                    assertThat(finding.proof().get(0).share()).isEqualTo(Fraction.of(1, 100));
                });
        assertProblem("expert-conflicted", () -> own("""
                insert into call.assignment (id, call_id, application_id, expert, state, due, recorded_by, changed_by)
                select gen_random_uuid(), '%s', '%s', 'expert1', 'INVITED', '2099-01-01', max(id), max(id) from platform.change""".formatted(CALL, application)));
        assertThat(as("gckr", () -> tasks.about("CALL_APPLICATION", application.toString())))
                .extracting(task -> task.kind())
                .contains("EXPERT_TO_REPLACE");
    }

    @Test
    void who_is_employed_by_the_large_enterprise_that_begins_a_project_does_not_assess_it() throws Exception {
        var enterprise = new Inn("7736050003");
        var application = application(1, "500");
        raw("project.edition", """
                update project.edition set content = content || '{"initiator": {"inn": "%s", "evidence": []}}'""".formatted(enterprise));
        inPool("expert1", null, enterprise);

        assertProblem("expert-conflicted", () -> as("gckr", () -> assignments.assign(application, "expert1")));

        assertThat(as("gckr", () -> conflicts.known(application, "expert1")).findings())
                .extracting(finding -> finding.kind())
                .contains(ConflictKind.EMPLOYMENT);
    }

    @Test
    void employment_advice_and_the_formal_check_are_found_and_what_is_found_later_stops() throws Exception {
        var application = application(1, "500");
        inPool("expert1", null, BETA);
        assertProblem("expert-conflicted", () -> as("gckr", () -> assignments.assign(application, "expert1")));
        assertThat(as("gckr", () -> conflicts.known(application, "expert1"))
                        .findings()
                        .get(0)
                        .kind())
                .isEqualTo(ConflictKind.EMPLOYMENT);
        own("insert into platform.user_role (login, role) values ('gckr2', 'expert') on conflict do nothing");
        inPool("gckr2", null, null);
        own("""
                insert into cluster.consultation (id, adviser, inn, held_on, form, topic, entered_by, recorded_by)
                select gen_random_uuid(), 'gckr2', '%s', '2026-01-20', 'CONSULTATION', 'x', max(id), max(id) from platform.change""".formatted(ALFA));
        assertThat(as("gckr", () -> conflicts.check(application, "gckr2")).findings())
                .extracting(finding -> finding.kind())
                .containsExactly(ConflictKind.CONSULTATION, ConflictKind.FORMAL_CHECK);
        var free = accepted(application, "expert2");
        var other = application(2, "500");
        accepted(other, "expert2");

        as("expert2", () -> pool.declareTies(Set.of(ALFA), Set.of()));
        assertThat(watch.look()).isEqualTo(2);

        assertThat(as("gckr", () -> assignments.assignment(free.id())).state()).isEqualTo(AssignmentState.STOPPED);
        assertThat(as("gckr", () -> conflicts.known(application, "expert2")).findings())
                .extracting(finding -> finding.kind())
                .contains(ConflictKind.PARTICIPANT, ConflictKind.COMPETING);
        own("delete from platform.user_role where login = 'gckr2' and role = 'expert'");
    }

    @Test
    void nobody_sees_scores_of_others_before_giving_their_own_and_the_last_ends_the_assessment() throws Exception {
        var application = application(1, "500");
        var one = accepted(application, "expert1");
        var two = accepted(application, "expert2");
        var three = accepted(application, "expert3");
        assertProblem("scores-refused", () -> scored(one, 11, 5));
        assertProblem("expert-assignment-unknown", () -> as("expert2", () -> assessments.give(scores(one, 5, 5))));
        scored(one, 6, 6);
        assertProblem(
                "changed-meanwhile",
                () -> as(
                        "expert2",
                        () -> assessments.give(new GiveScores(
                                two.id(), two.version() + 7, scores(two, 5, 5).scores(), null))));

        assertThat(as("expert2", () -> assessments.of(application))).isEmpty();
        assertThat(as("expert2", () -> assessments.sheet(two.id())).others()).isEmpty();
        assertThat(as("auditor", () -> assessments.of(application))).hasSize(1);
        scored(two, 7, 6);
        assertThat(as("expert2", () -> assessments.sheet(two.id())).others()).hasSize(1);
        assertThat(as("expert2", () -> assessments.of(application))).hasSize(2);
        assertThat(as("expert3", () -> assessments.of(application))).isEmpty();
        assertThat(state(application)).isEqualTo("ADMITTED");

        scored(three, 5, 6);

        assertThat(state(application)).isEqualTo("ASSESSED");
        assertProblem("transition-not-allowed", () -> scored(three, 5, 6));
        var again = as("expert3", () -> assignments.assignment(three.id()));
        assertProblem(
                "assessment-over",
                () -> as(
                        "expert3",
                        () -> assessments.correct(new GiveScores(
                                again.id(), again.version(), scores(again, 9, 9).scores(), "Ошибся"))));
        assertThat(as("chief", () -> ranking.of(CALL)).ranked()).singleElement().satisfies(ranked -> {
            assertThat(ranked.score()).isEqualTo(Fraction.of(6, 1));
            assertThat(ranked.standing()).isEqualTo(Standing.WITHIN_MONEY);
        });
        assertThat(as("department", () -> assessments.isAssessor(application, "expert1")))
                .isTrue();
        assertThat(as("gckr", () -> board.list(CALL, PageRequest.first(10))).items())
                .singleElement()
                .satisfies(row -> assertThat(row.scored()).isEqualTo(3));
        var workbook = new ByteArrayOutputStream();
        as("auditor", () -> {
            assessments.export(CALL, Locale.ENGLISH, workbook);
            return true;
        });
        assertThat(workbook.size()).isGreaterThan(1000);
        assertThatThrownBy(() -> as("expert1", () -> ranking.of(CALL))).isInstanceOf(EJBAccessException.class);
        assertProblem("assessment-kept", () -> own("update call.score set points = 1"));
    }

    @Test
    void experts_who_differ_much_discuss_and_may_correct_until_the_discussion_closes() throws Exception {
        var application = application(1, "500");
        var one = accepted(application, "expert1");
        scored(one, 2, 6);
        scored(accepted(application, "expert2"), 6, 6);
        scored(accepted(application, "expert3"), 7, 6);

        assertThat(state(application)).isEqualTo("ADMITTED");
        var discussion =
                as("expert1", () -> assessments.discussion(application)).orElseThrow();
        assertThat(discussion.deviations()).singleElement().satisfies(found -> {
            assertThat(found.criterion()).isEqualTo("NOVELTY");
            assertThat(found.lowest()).isEqualTo(2);
            assertThat(found.highest()).isEqualTo(7);
        });
        assertThat(as("expert1", () -> tasks.mine(PageRequest.first(10))).items())
                .extracting(task -> task.kind())
                .containsExactly("EXPERT_TO_DISCUSS");
        var again = as("expert1", () -> assignments.assignment(one.id()));
        as(
                "expert1",
                () -> assessments.correct(new GiveScores(
                        again.id(), again.version(), scores(again, 5, 6).scores(), "Не учёл образец")));
        assertThat(as("gckr", () -> assessments.of(application))).hasSize(4);

        as("gckr", () -> assessments.close(application, "Сошлись на опытном образце"));

        assertThat(state(application)).isEqualTo("ASSESSED");
        assertThat(as("chief", () -> ranking.of(CALL)).ranked().get(0).score()).isEqualTo(Fraction.of(6, 1));
        assertProblem("discussion-unknown", () -> as("gckr", () -> assessments.close(application, "x")));
    }

    @Test
    void who_is_asked_while_others_discuss_sees_nothing_of_it_and_ends_the_assessment_by_scoring() throws Exception {
        var application = application(1, "500");
        scored(accepted(application, "expert1"), 0, 0);
        scored(accepted(application, "expert2"), 10, 10);
        var third = accepted(application, "expert3");
        var fourth = accepted(application, "expert4");
        scored(third, 5, 5);
        assertThat(as("expert4", () -> assessments.discussion(application))).isEmpty();
        scored(fourth, 5, 5);

        assertThat(as("gckr", () -> assessments.discussion(application))).isPresent();
        assertThat(as("expert4", () -> assessments.discussion(application))).isPresent();
        var fifth = accepted(application, "expert5");
        as("gckr", () -> assessments.close(application, "Договорились"));
        assertThat(state(application)).isEqualTo("ADMITTED");
        assertThat(as("expert5", () -> assessments.discussion(application))).isEmpty();
        scored(fifth, 5, 5);

        assertThat(state(application)).isEqualTo("ASSESSED");
    }

    @Test
    void scores_of_who_drops_out_stay_and_do_not_count_and_a_deputy_is_nobody_else() throws Exception {
        var application = application(1, "500");
        var one = accepted(application, "expert1");
        scored(one, 10, 10);
        assertProblem("assignment-reason-required", () -> as("gckr", () -> assignments.replace(one.id(), " ")));
        assertThatThrownBy(() -> as("expert1", () -> assignments.replace(one.id(), "x")))
                .isInstanceOf(EJBAccessException.class);

        as("gckr", () -> assignments.replace(one.id(), "Болезнь"));

        scored(accepted(application, "expert2"), 6, 6);
        scored(accepted(application, "expert3"), 6, 6);
        assertThat(state(application)).isEqualTo("ADMITTED");
        var last = accepted(application, "expert4");
        own("""
                insert into platform.deputy_order (id, deputy, deputised, valid_from, valid_until, document_title, document_date,
                                                   entered_by, recorded_by)
                select gen_random_uuid(), 'gckr2', 'expert4', '2020-01-01', '2099-01-01', 'x', '2020-01-01', max(id), max(id)
                  from platform.change""");
        assertProblem("expert-assignment-unknown", () -> as("gckr2", () -> assessments.give(scores(last, 6, 6))));
        scored(last, 6, 6);
        assertThat(as("chief", () -> ranking.of(CALL)).ranked().get(0).score()).isEqualTo(Fraction.of(6, 1));
        assertThat(as("gckr", () -> assessments.of(application)))
                .filteredOn(given -> given.expert().equals("expert1"))
                .singleElement()
                .satisfies(given -> assertThat(given.counts()).isFalse());
    }

    @Test
    void whoever_accepts_a_call_is_assigned_at_once_and_a_conflict_of_their_own_ends_it() throws Exception {
        var application = application(1, "500");
        inPool("expert1", null, null);
        var invitation = as("gckr", () -> assignments.invite(CALL, "expert1"));
        assertProblem("call-invitation-twice", () -> as("gckr", () -> assignments.invite(CALL, "expert1")));
        as("expert1", () -> assignments.accept(invitation.id()));

        var assigned = as("gckr", () -> assignments.assign(application, "expert1"));

        assertThat(assigned.state()).isEqualTo(AssignmentState.ACCEPTED);
        assertProblem("assignment-twice", () -> as("gckr", () -> assignments.assign(application, "expert1")));
        as("expert1", () -> assignments.declare(assigned.id(), "Учился вместе с заявителем"));
        assertProblem("expert-conflicted", () -> as("gckr", () -> assignments.assign(application, "expert1")));
        assertThat(as("gckr", () -> conflicts.known(application, "expert1")).findings())
                .extracting(finding -> finding.kind())
                .containsExactly(ConflictKind.DECLARED);
        assertThat(as(
                                "expert2",
                                () -> assignments.list(
                                        new ru.mos.clusters.call.assessment.AssignmentFilter(null, null, null, null),
                                        PageRequest.first(10)))
                        .items())
                .isEmpty();
    }

    @Test
    void scores_taken_out_for_a_conflict_after_the_assessment_are_replaced_by_those_of_another_expert()
            throws Exception {
        var application = application(1, "500");
        var first = accepted(application, "expert1");
        scored(first, 6, 6);
        for (var expert : List.of("expert2", "expert3")) {
            scored(accepted(application, expert), 6, 6);
        }
        assertThat(state(application)).isEqualTo("ASSESSED");

        as("expert1", () -> assignments.declare(first.id(), "Узнал, что брат работает у заявителя"));

        assertThat(state(application)).isEqualTo("ADMITTED");
        scored(accepted(application, "expert4"), 7, 7);
        assertThat(state(application)).isEqualTo("ASSESSED");
    }

    @Test
    void all_experts_who_save_at_once_are_counted_and_the_assessment_ends_once() throws Exception {
        var application = application(1, "500");
        var given = new ArrayList<AssignmentView>();
        for (int at = 1; at <= 12; at++) {
            given.add(accepted(application, "expert" + at));
        }
        var gate = new CyclicBarrier(given.size());
        var threads = Executors.newFixedThreadPool(given.size());

        var done = threads.invokeAll(given.stream()
                .map(assignment -> (java.util.concurrent.Callable<AssignmentView>) () -> as(assignment.expert(), () -> {
                    gate.await();
                    return assessments.give(scores(assignment, 6, 6));
                }))
                .toList());
        for (Future<AssignmentView> one : done) {
            assertThat(one.get().state()).isEqualTo(AssignmentState.SCORED);
        }
        threads.shutdown();

        assertThat(state(application)).isEqualTo("ASSESSED");
        assertThat(one("select count(*) from call.score")).isEqualTo("24");
        assertThat(one("select count(*) from platform.change where action = 'CALL_APPLICATION_ASSESSED' and subject = '"
                        + application + "' and id > (select max(recorded_by) from call.call)"))
                .isEqualTo("1");
    }

    @Test
    void the_opinion_of_the_council_answers_what_only_people_can_say_of_the_cluster() throws Exception {
        var application = application(1, "500");
        var paper = new Paper("Заключение совета", "3", LocalDate.of(2026, 2, 1));

        as(
                "gckr",
                () -> opinions.give(new GiveOpinion(
                        application,
                        new GiveOpinion.Said(true, "Вместе делают то, чего порознь не могут"),
                        new GiveOpinion.Said(true, "Новый сплав"),
                        new GiveOpinion.Said(false, "Смета завышена"),
                        paper)));

        assertThat(as("commission", () -> opinions.opinion(application))
                        .orElseThrow()
                        .document())
                .isEqualTo(paper);
        assertThat(one("""
                select string_agg(part || ' ' || outcome || ' ' || document_number, ', ' order by part)
                  from eligibility.conclusion where superseded_by is null and cluster_id = '%s'""".formatted(cluster))).isEqualTo("NEW_KNOWLEDGE MET 3, SYNERGY MET 3");
        assertThatThrownBy(() -> as("expert1", () -> opinions.opinion(application)))
                .isInstanceOf(EJBAccessException.class);
    }

    @Test
    void two_thousand_applications_with_eight_thousand_assessments_are_ranked_within_two_seconds() throws Exception {
        for (int at = 1; at <= 4; at++) {
            inPool("expert" + at, null, null);
        }
        application(1, "0.50");
        var first = new UUID(0, 1);
        for (var table : List.of(
                "project.project",
                "project.edition",
                "project.cluster",
                "project.funding",
                "call.application",
                "call.submission",
                "call.assignment",
                "call.assessment",
                "call.score")) {
            own("alter table " + table + " disable trigger user");
        }
        own("""
                create temp table many as select n, ('00000000-0000-0000-0001-' || lpad(n::text, 12, '0'))::uuid as id from generate_series(1, 2000) n;
                insert into project.project (id, kind, lead, title, draft, edited_by, edition, recorded_by, changed_by)
                select m.id, p.kind, p.lead, p.title, p.draft, p.edited_by, 1, p.recorded_by, p.changed_by from many m, project.project p where p.id = '%1$s';
                insert into project.edition select m.id, 1, e.content, e.digest, e.recorded_by from many m, project.edition e where e.project_id = '%1$s';
                insert into project.cluster select m.id, 1, c.cluster_id, true from many m, project.cluster c where c.project_id = '%1$s';
                insert into project.funding select m.id, 1, 1, 'CITY_BUDGET', 0.50 from many m;
                insert into call.application (id, call_id, project_id, applicant, channel, state, round, submitted_at, answers, recorded_by, changed_by)
                select m.id, a.call_id, m.id, a.applicant, a.channel, 'ASSESSED', 1, a.submitted_at + m.n * interval '1 minute', '{}', a.recorded_by, a.changed_by
                  from many m, call.application a where a.id = '%1$s';
                insert into call.submission (application_id, round, call_id, call_edition, project_id, project_edition, answers, submitted_by, certified_by, received_at, receipt, digest, recorded_by)
                select m.id, 1, s.call_id, 1, m.id, 1, '{}', 'a', 'b', s.received_at, 'M-' || m.n, 'x', s.recorded_by from many m, call.submission s where s.application_id = '%1$s';
                insert into call.assignment (id, call_id, application_id, expert, state, due, recorded_by, changed_by)
                select gen_random_uuid(), '%2$s', m.id, 'expert' || e, 'SCORED', '2099-01-01', a.recorded_by, a.changed_by
                  from many m, generate_series(1, 4) e, call.application a where a.id = '%1$s';
                insert into call.assessment (assignment_id, number, recorded_by) select id, 1, recorded_by from call.assignment;
                insert into call.score select g.id, 1, k.code, (hashtext(g.id::text || k.code) & 1023) %% 11, 'x'
                  from call.assignment g, unnest(array['NOVELTY', 'SYNERGY']) k (code);
                analyze call.assignment; analyze call.assessment; analyze call.score; analyze call.application; analyze call.submission; analyze project.funding; analyze project.cluster""".formatted(first, CALL));
        for (var table : List.of(
                "project.project",
                "project.edition",
                "project.cluster",
                "project.funding",
                "call.application",
                "call.submission",
                "call.assignment",
                "call.assessment",
                "call.score")) {
            own("alter table " + table + " enable trigger user");
        }
        as("chief", () -> ranking.of(CALL));

        long from = System.nanoTime();
        var ranked = as("chief", () -> ranking.of(CALL));
        long millis = (System.nanoTime() - from) / 1_000_000;

        assertThat(ranked.ranked()).hasSize(2000);
        assertThat(ranked.within()).isLessThanOrEqualTo(new BigDecimal("1000.00"));
        assertThat(ranked.ranked().stream().map(Ranked::standing).distinct())
                .contains(Standing.WITHIN_MONEY, Standing.BELOW_MINIMUM);
        assertThat(millis).isLessThan(2000);
        assertThat(IntStream.range(1, 2000)
                        .allMatch(at -> ranked.ranked()
                                        .get(at - 1)
                                        .score()
                                        .compareTo(ranked.ranked().get(at).score())
                                >= 0))
                .isTrue();
        long pageFrom = System.nanoTime();
        assertThat(as("gckr", () -> board.list(CALL, PageRequest.first(50))).items())
                .hasSize(50);
        assertThat((System.nanoTime() - pageFrom) / 1_000_000).isLessThan(1000);
    }
}
