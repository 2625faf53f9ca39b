package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.call.CallAction;
import ru.mos.clusters.call.CallEdition;
import ru.mos.clusters.call.CallFilter;
import ru.mos.clusters.call.CallState;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.call.CallView;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.TermsChange;
import ru.mos.clusters.call.calendar.EnterYear;
import ru.mos.clusters.call.calendar.ProductionCalendar;
import ru.mos.clusters.call.programme.Measure;
import ru.mos.clusters.call.programme.PlanLine;
import ru.mos.clusters.call.programme.PlanProgramme;
import ru.mos.clusters.call.programme.ProgrammeAct;
import ru.mos.clusters.call.programme.Programmes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.ProblemTranslator;
import ru.mos.clusters.platform.Tasks;

/** A call from its draft to its last amendment, and its money when many award at once. */
class CallsIT extends InServer {

    private static final String KBK = "80704121234567890811";
    private static final String PROGRAMME = "CALLS_IT";

    @Inject
    Calls calls;

    @Inject
    Programmes programmes;

    @Inject
    ProductionCalendar calendar;

    @Inject
    Tasks tasks;

    @Resource(lookup = "java:jboss/datasources/ClustersDS")
    DataSource application;

    @BeforeEach
    void a_programme_of_this_year() throws Exception {
        for (var login : EveryStep.ROLES) {
            given(login);
        }
        given("department2");
        gone();
        execute(LedgerFixture.limits(2026, KBK, "100000000"));
        as("department", () -> programmes.enter(programme("30000000")));
    }

    @AfterEach
    void gone() throws Exception {
        execute(CallFixture.NOTHING_LEFT);
        execute(LedgerFixture.NOTHING_LEFT);
        execute("""
                delete from call.plan_line where programme = 'CALLS_IT';
                delete from call.measure where programme = 'CALLS_IT';
                delete from call.programme_act where programme = 'CALLS_IT';
                delete from call.programme where code = 'CALLS_IT';
                delete from call.calendar_day where year > 2026;
                delete from call.calendar_year where year > 2026;
                delete from platform.task where kind = 'CALL_TO_PUBLISH'""");
    }

    private static PlanProgramme programme(String amount) {
        return new PlanProgramme(
                PROGRAMME,
                "Программа проверки",
                "Programme of the test",
                2026,
                2027,
                LocalDate.of(2026, 2, 1),
                List.of(new ProgrammeAct("PPM_1863_2019", LocalDate.of(2024, 2, 7))),
                List.of(new Measure("1", "Проекты", "Projects", List.of(new PlanLine(2026, new BigDecimal(amount))))));
    }

    private void execute(String statement) throws Exception {
        try (var connection = owner.getConnection();
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private static CallTerms terms(String amount) {
        return CallFixture.terms(node -> node.withArray("money")
                .addObject()
                .put("year", 2026)
                .put("kbk", KBK)
                .put("amount", new BigDecimal(amount)));
    }

    private CallView draft() throws Exception {
        return as("department", () -> calls.create(PROGRAMME, "1", terms("10000000")));
    }

    private CallView published() throws Exception {
        var draft = draft();
        as("department", () -> calls.check(draft.id()));
        return as("chief", () -> calls.publish(draft.id()));
    }

    private CallView edit(CallView call, UnaryOperator<CallTerms> change) throws Exception {
        var latest = as("department", () -> calls.view(call.id()));
        return as("department", () -> calls.edit(call.id(), latest.version(), change.apply(latest.written())));
    }

    @Test
    void a_call_is_drafted_checked_and_published_by_a_second_person_and_then_seen_by_applicants() throws Exception {
        var draft = draft();
        assertThat(draft.state()).isEqualTo(CallState.DRAFT);
        assertThat(as("gckr", () -> calls.faults(draft.id()))).isEmpty();
        assertProblem("call-unknown", () -> as("applicant", () -> calls.view(draft.id())));
        assertThat(as("department", () -> calls.announcement(draft.id())).published())
                .isFalse();

        var checked = as("department", () -> calls.check(draft.id()));
        assertThat(checked.state()).isEqualTo(CallState.CHECKED);
        assertThat(as("chief", () -> tasks.about("CALL", draft.id().toString())))
                .hasSize(1);
        assertProblem("second-person-required", () -> as("department", () -> calls.publish(draft.id())));
        var published = as("chief", () -> calls.publish(draft.id()));

        assertThat(published.state()).isEqualTo(CallState.PUBLISHED);
        assertThat(published.edition()).isEqualTo(1);
        assertThat(published.schedule().assessmentTo()).isEqualTo(LocalDate.of(2026, 4, 29));
        assertThat(published.schedule().decisionTo()).isEqualTo(LocalDate.of(2026, 5, 15));
        assertThat(as("chief", () -> tasks.about("CALL", draft.id().toString())))
                .isEmpty();
        var seen = as("applicant", () -> calls.view(draft.id()));
        assertThat(seen.terms()).isEqualTo(draft.terms());
        assertThat(seen.editedBy()).isNull();
        assertThat(seen.actions()).isEmpty();
        var announced = as("applicant", () -> calls.announcement(draft.id()));
        assertThat(announced.total()).isEqualByComparingTo("10000000");
        assertThat(announced.money())
                .singleElement()
                .satisfies(line -> assertThat(line.kbk()).isEqualTo("807 04 12 1234567890 811"));
        assertThat(as("applicant", () -> calls.list(new CallFilter(PROGRAMME, null, null), PageRequest.first(10)))
                        .items())
                .hasSize(1);
        assertThat(one("select amount from call.money")).isEqualTo("10000000.00");
    }

    @Test
    void what_is_at_fault_is_refused_with_the_whole_list_and_what_was_edited_is_checked_anew() throws Exception {
        var draft = as("department", () -> calls.create(PROGRAMME, "1", CallTerms.titled("Отбор", "Call")));

        var failure = catchThrowable(() -> as("department", () -> calls.check(draft.id())));

        var refused = ProblemTranslator.translate(failure).orElseThrow();
        assertThat(refused.code().slug()).isEqualTo("call-refused");
        assertThat(refused.faults()).hasSizeGreaterThan(12);
        assertProblem("transition-not-allowed", () -> as("chief", () -> calls.publish(draft.id())));
        edit(draft, before -> terms("10000000"));
        as("department", () -> calls.check(draft.id()));
        assertThat(edit(draft, before -> terms("9000000")).state()).isEqualTo(CallState.DRAFT);
        assertThat(as("chief", () -> tasks.about("CALL", draft.id().toString())))
                .isEmpty();
        assertProblem("changed-meanwhile", () -> as("department", () -> calls.edit(draft.id(), 1, terms("1"))));
    }

    @Test
    void an_amendment_shows_its_difference_and_holds_when_a_second_person_publishes_it() throws Exception {
        var call = published();
        as("department", () -> calls.amend(call.id(), "Средства уменьшены"));
        assertThat(as("applicant", () -> calls.view(call.id())).state()).isEqualTo(CallState.PUBLISHED);
        assertThat(as("department", () -> calls.faults(call.id())))
                .extracting(fault -> fault.code().slug())
                .containsExactly("call-amendment-empty");
        edit(call, before -> terms("9000000"));

        assertThat(as("auditor", () -> calls.difference(call.id())))
                .containsExactly(new TermsChange("/money/0/amount", "10000000", "9000000"));
        assertThat(as("applicant", () -> calls.view(call.id())).terms()).isEqualTo(call.terms());
        as("department", () -> calls.check(call.id()));
        assertProblem("second-person-required", () -> as("department", () -> calls.publish(call.id())));
        var amended = as("department2", () -> calls.publish(call.id()));

        assertThat(amended.edition()).isEqualTo(2);
        assertThat(amended.amendment()).isNull();
        assertThat(as("applicant", () -> calls.editions(call.id())))
                .extracting(
                        CallEdition::number,
                        CallEdition::because,
                        edition -> edition.changes().size())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, null, 0),
                        org.assertj.core.groups.Tuple.tuple(2, "Средства уменьшены", 1));
        assertThat(one("select amount from call.money")).isEqualTo("9000000.00");
    }

    @Test
    void an_amendment_never_confirms_less_than_was_awarded() throws Exception {
        var call = published();
        award(call.id(), "9000000.01", LocalDate.of(2026, 5, 1));
        as("department", () -> calls.amend(call.id(), "Средства уменьшены"));
        edit(call, before -> terms("9000000"));
        as("department", () -> calls.check(call.id()));

        assertProblem("call-money-exceeded", () -> as("chief", () -> calls.publish(call.id())));

        edit(call, before -> terms("9000000.01"));
        as("department", () -> calls.check(call.id()));
        assertThat(as("chief", () -> calls.publish(call.id())).edition()).isEqualTo(2);
    }

    @Test
    void a_call_given_up_cancelled_or_completed_has_ended() throws Exception {
        var discarded = draft();
        assertProblem("call-reason-required", () -> as("department", () -> calls.discard(discarded.id(), " ")));
        assertThat(as("chief", () -> calls.discard(discarded.id(), "Не нужен")).state())
                .isEqualTo(CallState.DISCARDED);
        var amended = published();
        as("department", () -> calls.amend(amended.id(), "Ошибка"));
        assertThat(as("department", () -> calls.discard(amended.id(), "Ошибки нет"))
                        .state())
                .isEqualTo(CallState.PUBLISHED);
        var cancelled = as("chief", () -> calls.cancel(amended.id(), "Средства отозваны"));
        assertThat(cancelled.state()).isEqualTo(CallState.CANCELLED);
        assertThat(cancelled.because()).isEqualTo("Средства отозваны");
        assertThat(cancelled.phase()).isNull();
        assertThat(problem(() -> award(amended.id(), "1", LocalDate.of(2026, 5, 1))))
                .isEqualTo("award-of-ended-call");

        var over = published();
        assertThat(as("chief", () -> calls.complete(over.id())).state()).isEqualTo(CallState.COMPLETED);
        assertProblem("transition-not-allowed", () -> as("department", () -> calls.amend(over.id(), "Поздно")));
    }

    @Test
    void a_call_is_not_completed_before_its_last_day_of_decisions_is_over() throws Exception {
        int next = Integer.parseInt(one("select extract(year from platform.today())::int + 1"));
        as("department", () -> calendar.enter(new EnterYear(next, "Для проверки", java.util.Set.of())));
        as("department", () -> calendar.enter(new EnterYear(next + 1, "Для проверки", java.util.Set.of())));
        var draft = as(
                "department",
                () -> calls.create(PROGRAMME, "1", CallFixture.terms(node -> {
                    node.withArray("money")
                            .addObject()
                            .put("year", 2026)
                            .put("kbk", KBK)
                            .put("amount", 10000000);
                    node.put("announcedOn", (next + 1) + "-02-01")
                            .put("intakeFrom", (next + 1) + "-02-02T06:00:00Z")
                            .put("intakeUntil", (next + 1) + "-03-01T06:00:00Z");
                })));
        as("department", () -> calls.check(draft.id()));
        as("chief", () -> calls.publish(draft.id()));

        assertProblem("call-not-over", () -> as("chief", () -> calls.complete(draft.id())));
    }

    @Test
    void a_copy_says_the_same_but_for_the_dates() throws Exception {
        var call = published();

        var copy = as("department", () -> calls.copy(call.id(), null));

        assertThat(copy.state()).isEqualTo(CallState.DRAFT);
        assertThat(copy.terms().criteria()).isEqualTo(call.terms().criteria());
        assertThat(copy.terms().announcedOn()).isNull();
        assertThat(as("department", () -> calls.faults(copy.id())))
                .extracting(fault -> fault.code().slug())
                .containsOnly("call-date-missing");
        assertProblem("measure-unknown", () -> as("department", () -> calls.copy(call.id(), "2")));
    }

    @Test
    void the_plan_holds_for_all_calls_together_and_is_never_less_than_they_announced() throws Exception {
        published();
        published();
        var third = as("department", () -> calls.create(PROGRAMME, "1", terms("10000000.01")));
        assertThat(as("department", () -> calls.faults(third.id())))
                .extracting(fault -> fault.code().slug())
                .containsExactly("call-money-over-plan");
        edit(third, before -> terms("10000000"));
        as("department", () -> calls.check(third.id()));
        as("chief", () -> calls.publish(third.id()));

        var version = as("department", () -> programmes.programme(PROGRAMME)).version();
        assertProblem(
                "plan-below-called",
                () -> as("department", () -> programmes.change(programme("29999999.99"), version)));
        var changed = as("department", () -> programmes.change(programme("30000000.01"), version));
        assertThat(changed.version()).isEqualTo(version + 1);
        assertProblem(
                "changed-meanwhile", () -> as("department", () -> programmes.change(programme("40000000"), version)));
        assertThat(one("select count(*) from call.plan_line where programme = 'CALLS_IT'"))
                .isEqualTo("2");
    }

    @Test
    void what_is_published_cannot_be_changed_in_the_database_either() throws Exception {
        var call = published();
        award(call.id(), "1", LocalDate.of(2026, 5, 1));
        for (var statement : List.of(
                "update call.edition set terms = '{}'",
                "delete from call.edition",
                "update call.award set amount = 2",
                "delete from call.award",
                "delete from call.money",
                "delete from call.call",
                "update call.money set amount = amount + 1",
                "update call.call set edition = 2",
                "update call.call set measure = '2'",
                "insert into call.edition (call_id, number, terms, assessment_to, decision_to, because, edited_by,"
                        + " published_by, recorded_by) select call_id, 2, terms, assessment_to, decision_to, 'x',"
                        + " 'a', 'b', recorded_by from call.edition")) {
            assertThat(problem(() -> {
                        execute(statement);
                        return null;
                    }))
                    .as(statement)
                    .isEqualTo("call-published");
        }
        as("chief", () -> calls.complete(call.id()));
        assertThat(problem(() -> {
                    execute("update call.call set state = 'PUBLISHED'");
                    return null;
                }))
                .isEqualTo("call-published");
    }

    @Test
    void a_call_that_has_awarded_money_is_completed_and_never_cancelled() throws Exception {
        var call = published();
        award(call.id(), "1", LocalDate.of(2026, 5, 1));

        assertProblem("call-awarded", () -> as("chief", () -> calls.cancel(call.id(), "Средства отозваны")));
        assertThat(problem(() -> {
                    execute("update call.call set state = 'CANCELLED' where id = '" + call.id() + "'");
                    return null;
                }))
                .isEqualTo("call-awarded");

        assertThat(as("chief", () -> calls.complete(call.id())).state()).isEqualTo(CallState.COMPLETED);
    }

    @Test
    void no_award_is_dated_before_the_programmes_first_day_of_awards() throws Exception {
        var call = published();

        assertThat(problem(() -> award(call.id(), "1", LocalDate.of(2026, 1, 31))))
                .isEqualTo("award-before-first-day");
        award(call.id(), "1", LocalDate.of(2026, 2, 1));
    }

    @Test
    void of_eight_who_award_at_once_none_gets_past_the_confirmed_money() throws Exception {
        var one = published();
        assertThat(atOnce(one.id(), "1250000.00", 8)).containsOnly("given").hasSize(8);
        assertThat(problem(() -> award(one.id(), "0.01", LocalDate.of(2026, 5, 1))))
                .isEqualTo("call-money-exceeded");

        var other = published();
        var outcomes = atOnce(other.id(), "1250000.01", 8);

        assertThat(outcomes).filteredOn("given"::equals).hasSize(7);
        assertThat(outcomes).filteredOn("call-money-exceeded"::equals).hasSize(1);
        assertThat(one("select sum(amount) from call.award where call_id = '" + other.id() + "'"))
                .isEqualTo("8750000.07");
        award(other.id(), "1249999.93", LocalDate.of(2026, 5, 1));
        assertThat(problem(() -> award(other.id(), "0.01", LocalDate.of(2026, 5, 1))))
                .isEqualTo("call-money-exceeded");
    }

    private List<String> atOnce(UUID call, String amount, int many) throws Exception {
        var start = new CyclicBarrier(many);
        var threads = Executors.newFixedThreadPool(many);
        try {
            var outcomes = new ArrayList<Future<String>>();
            for (int i = 0; i < many; i++) {
                outcomes.add(threads.submit(() -> {
                    start.await();
                    var refused = problem(() -> award(call, amount, LocalDate.of(2026, 5, 1)));
                    return refused == null ? "given" : refused;
                }));
            }
            var said = new ArrayList<String>();
            for (var outcome : outcomes) {
                said.add(outcome.get());
            }
            return said;
        } finally {
            threads.shutdown();
        }
    }

    /** As the application's role; null, or the slug of the refusal. */
    private static String problem(Callable<?> work) {
        var failure = catchThrowable(work::call);
        return failure == null
                ? null
                : ProblemTranslator.translate(failure)
                        .map(problem -> problem.code().slug())
                        .orElse(failure.toString());
    }

    private Void award(UUID call, String amount, LocalDate on) throws SQLException {
        try (Connection connection = application.getConnection()) {
            connection.setAutoCommit(false);
            var id = UUID.randomUUID();
            try (var insert = connection.prepareStatement("""
                            insert into call.award (id, call_id, year, kbk, amount, awarded_on, decided_by)
                            values (?, ?, 2026, ?, ?, ?, (select max(id) from platform.change))""");
                    var reserve = connection.createStatement()) {
                insert.setObject(1, id);
                insert.setObject(2, call);
                insert.setString(3, KBK);
                insert.setBigDecimal(4, new BigDecimal(amount));
                insert.setObject(5, on);
                insert.executeUpdate();
                reserve.execute(LedgerFixture.reserved(id.toString(), 2026, KBK, amount));
                connection.commit();
            } catch (SQLException refused) {
                connection.rollback();
                throw refused;
            } finally {
                connection.setAutoCommit(true);
            }
        }
        return null;
    }

    /** One call in each state that people bring about; nothing in it is done by who is asked about. */
    private Map<CallState, UUID> oneInEachState() throws Exception {
        var one = new EnumMap<CallState, UUID>(CallState.class);
        execute(
                "update call.plan_line set superseded_by = recorded_by where programme = 'CALLS_IT';"
                        + " insert into call.plan_line (programme, measure, year, amount, recorded_by)"
                        + " select distinct programme, measure, year, 9000000000, recorded_by from call.plan_line where programme = 'CALLS_IT'");
        for (var state : CallState.values()) {
            var call = state == CallState.DRAFT || state == CallState.CHECKED || state == CallState.DISCARDED
                    ? draft()
                    : published();
            var id = call.id();
            switch (state) {
                case CHECKED -> as("department", () -> calls.check(id));
                case DISCARDED -> as("department", () -> calls.discard(id, "x"));
                case AMENDING -> as("department", () -> calls.amend(id, "x"));
                case AMENDMENT_CHECKED -> {
                    as("department", () -> calls.amend(id, "x"));
                    edit(call, before -> terms("9000000"));
                    as("department", () -> calls.check(id));
                }
                case COMPLETED -> as("chief", () -> calls.complete(id));
                case CANCELLED -> as("chief", () -> calls.cancel(id, "x"));
                default -> {}
            }
            one.put(state, id);
        }
        return one;
    }

    private Object perform(CallAction action, UUID id) {
        return switch (action) {
            case EDIT -> calls.edit(id, calls.view(id).version(), terms("9000000"));
            case CHECK -> calls.check(id);
            case PUBLISH -> calls.publish(id);
            case DISCARD -> calls.discard(id, "x");
            case AMEND -> calls.amend(id, "x");
            case CANCEL -> calls.cancel(id, "x");
            case COMPLETE -> calls.complete(id);
        };
    }

    @Test
    void in_every_state_every_role_is_refused_what_the_table_does_not_list() throws Exception {
        var one = oneInEachState();
        var asked = new AtomicReference<UUID>();

        EveryStep.refusesWhatIsNotListed(
                as("auditor", () -> calls.transitions()),
                CallState.class,
                CallAction.class,
                state -> asked.set(one.get(state)),
                action -> () -> perform(action, asked.get()),
                () -> one("select state from call.call where id = '" + asked.get() + "'"));
    }

    @Test
    void a_year_of_the_calendar_is_entered_whole_and_replaced_whole() throws Exception {
        var off = LocalDate.of(2031, 1, 3);
        assertProblem(
                "calendar-year-unknown", () -> as("applicant", () -> calendar.after(LocalDate.of(2031, 1, 2), 1)));
        var entered = as(
                "department",
                () -> calendar.enter(
                        EnterYear.of(2031, "Постановление", List.of(off), List.of(LocalDate.of(2031, 1, 4)))));
        assertThat(entered.daysOff()).containsExactly(off);
        assertThat(as("applicant", () -> calendar.after(LocalDate.of(2031, 1, 2), 1)))
                .isEqualTo(LocalDate.of(2031, 1, 4));
        assertProblem(
                "calendar-year-exists",
                () -> as("department", () -> calendar.enter(new EnterYear(2031, "x", java.util.Set.of()))));

        var replaced =
                as("department", () -> calendar.replace(EnterYear.of(2031, "Иначе", List.of(off), List.of()), 1));

        assertThat(replaced.workingWeekends()).isEmpty();
        assertThat(replaced.version()).isEqualTo(2);
        assertThat(one("select count(*) from call.calendar_day where year = 2031"))
                .isEqualTo("2");
        assertProblem(
                "changed-meanwhile",
                () -> as("department", () -> calendar.replace(new EnterYear(2031, "x", java.util.Set.of()), 1)));
        assertThat(catchThrowable(() -> as("gckr", () -> calendar.enter(new EnterYear(2032, "x", java.util.Set.of())))))
                .isInstanceOf(EJBAccessException.class);
    }
}
