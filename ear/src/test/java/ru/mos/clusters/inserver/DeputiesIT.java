package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.CreateCluster;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.cluster.merger.MergerState;
import ru.mos.clusters.cluster.merger.MergerView;
import ru.mos.clusters.cluster.merger.Mergers;
import ru.mos.clusters.cluster.merger.ProposeMerger;
import ru.mos.clusters.platform.AppointDeputy;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Deputies;
import ru.mos.clusters.platform.DeputyOrder;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.LogIns;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.TaskView;
import ru.mos.clusters.platform.Tasks;

class DeputiesIT extends InServer {

    private static final PageRequest ALL = PageRequest.first(500);

    @Inject
    Deputies deputies;

    @Inject
    Caller caller;

    @Inject
    LogIns logIns;

    @Inject
    Tasks tasks;

    @Inject
    Clusters clusters;

    @Inject
    Mergers mergers;

    private LocalDate today;

    @BeforeEach
    void people() throws Exception {
        for (var login : List.of(
                "admin",
                "admin2",
                "department",
                "department2",
                "gckr",
                "expert",
                "expert2",
                "chief",
                "auditor",
                "service")) {
            given(login);
        }
        own("delete from platform.deputy_order");
        today = LocalDate.parse(one("select platform.today()"));
    }

    @AfterEach
    void usual() throws Exception {
        own("delete from platform.clock_shift");
        own("delete from platform.deputy_order");
        own("update platform.app_user set active = true where login in ('department', 'expert')");
    }

    @Test
    void a_deputy_has_the_roles_from_the_first_day_through_the_last_and_on_no_other() throws Exception {
        appoint("expert", "department", today.plusDays(2), today.plusDays(4));

        shift("1 day");
        assertThat(has("expert", "department")).as("the day before").isFalse();
        shift("2 days");
        assertThat(has("expert", "department")).as("the first day").isTrue();
        assertThat(has("expert", "expert")).as("the own role besides").isTrue();
        shift("3 days");
        assertThat(has("expert", "department")).as("the last day").isTrue();
        shift("4 days");
        assertThat(has("expert", "department")).as("the day after").isFalse();
    }

    @Test
    void the_day_of_an_order_begins_and_ends_at_midnight_in_moscow() throws Exception {
        appoint("expert", "department", today.plusDays(1), today.plusDays(2));

        midnight("- interval '1 second'");
        assertThat(has("expert", "department")).isFalse();
        midnight("+ interval '1 second'");
        assertThat(has("expert", "department")).isTrue();
        midnight("+ interval '1 day' - interval '1 second'");
        assertThat(has("expert", "department")).isTrue();
        midnight("+ interval '1 day' + interval '1 second'");
        assertThat(has("expert", "department")).isFalse();
    }

    @Test
    void what_was_let_in_ends_where_an_order_begins_and_ends_and_where_the_others_rights_change() throws Exception {
        var before = version("expert");
        appoint("expert", "department", today.plusDays(1), today.plusDays(2));
        assertThat(version("expert")).isEqualTo(before);

        shift("1 day");
        var during = version("expert");
        assertThat(during).isNotEqualTo(before);
        own("insert into platform.user_role values ('department', 'chief') on conflict do nothing");
        assertThat(version("expert")).isNotEqualTo(during);
        assertThat(has("expert", "chief")).isTrue();
        own("delete from platform.user_role where login = 'department' and role = 'chief'");
        shift("2 days");
        assertThat(version("expert")).isEqualTo(before);
    }

    @Test
    void four_eyes_stay_with_persons() throws Exception {
        appoint("gckr", "department", today, today.plusDays(1));
        appoint("expert", "department", today, today.plusDays(1));

        var mine = as("gckr", () -> mergers.propose(merger()));
        assertProblem("second-person-required", () -> as("gckr", () -> mergers.confirm(mine.id())));
        var theirs = as("department", () -> mergers.propose(merger()));
        assertProblem("second-person-required", () -> as("department", () -> mergers.confirm(theirs.id())));
        MergerView confirmed = as("expert", () -> mergers.confirm(theirs.id()));

        assertThat(confirmed.state()).isEqualTo(MergerState.CONFIRMED);
        assertThat(one("select actor || ' for ' || deputising from platform.change where action = 'CLUSTER_MERGED'"
                        + " order by id desc limit 1"))
                .isEqualTo("expert for department");
        assertThat(one("select id from platform.broken_seal()")).isNull();
    }

    @Test
    void a_deputy_sees_the_tasks_of_the_other_but_not_those_that_ask_for_a_second_person() throws Exception {
        tasksOf("expert");
        as(
                "department",
                () -> tasks.open("TESTED", Tasks.Doer.person("department"), "TEST", "own-" + today, Map.of(), null));
        as(
                "department",
                () -> tasks.open("TESTED", Tasks.Doer.role("department"), "TEST", "role-" + today, Map.of(), null));
        as(
                "department",
                () -> tasks.open(
                        "TESTED",
                        Tasks.Doer.second("department", "expert"),
                        "TEST",
                        "second-" + today,
                        Map.of(),
                        null));
        assertThat(tasksOf("expert")).doesNotContain("own-" + today, "role-" + today);

        appoint("expert", "department", today, today.plusDays(1));

        assertThat(tasksOf("expert")).contains("own-" + today, "role-" + today).doesNotContain("second-" + today);
        for (var subject : List.of("own-", "role-", "second-")) {
            as("department", () -> {
                tasks.done("TESTED", "TEST", subject + today);
                return true;
            });
        }
    }

    @Test
    void what_would_give_somebody_rights_by_themselves_is_refused() throws Exception {
        var tomorrow = today.plusDays(1);

        assertProblem("deputy-enters-own-order", () -> appoint("admin", "department", today, tomorrow));
        assertProblem("deputy-of-oneself", () -> appoint("expert", "expert", today, tomorrow));
        assertProblem("deputy-of-program", () -> appoint("expert", "service", today, tomorrow));
        assertProblem("deputy-of-program", () -> appoint("service", "expert", today, tomorrow));
        assertProblem("user-unknown", () -> appoint("nobody", "department", today, tomorrow));
        assertProblem("period-empty", () -> appoint("expert", "department", tomorrow, tomorrow));
        assertProblem("deputy-period-over", () -> appoint("expert", "department", today.minusDays(5), today));
        assertThatThrownBy(
                        () -> as("department", () -> deputies.appoint(order("expert", "department", today, tomorrow))))
                .isInstanceOf(EJBAccessException.class);

        as("admin2", () -> deputies.appoint(order("expert", "admin", today, tomorrow)));
        assertThat(has("expert", "admin")).isTrue();
        assertProblem(
                "deputy-enters-order",
                () -> as("expert", () -> deputies.appoint(order("expert2", "department", today, tomorrow))));
        assertThat(appoint("expert", "department", today.minusDays(5), tomorrow).inForce())
                .isTrue();
        assertProblem("deputy-overlaps", () -> appoint("expert", "department", today, tomorrow.plusDays(9)));
    }

    @Test
    void a_role_got_by_deputising_is_not_passed_on_and_a_closed_login_passes_on_none() throws Exception {
        appoint("expert", "department", today, today.plusDays(1));
        appoint("chief", "expert", today, today.plusDays(1));

        assertThat(has("chief", "expert")).isTrue();
        assertThat(has("chief", "department")).isFalse();
        own("update platform.app_user set active = false where login = 'department'");
        assertThat(has("expert", "department")).isFalse();
    }

    @Test
    void an_order_is_ended_early_from_today_and_keeps_its_past() throws Exception {
        var order = appoint("expert", "department", today.minusDays(3), today.plusDays(9));
        var future = appoint("expert2", "department", today.plusDays(3), today.plusDays(9));

        as("admin", () -> {
            deputies.end(order.id(), today, "Вышел на работу");
            deputies.end(future.id(), today, "Не понадобилось");
            return true;
        });

        assertThat(has("expert", "department")).isFalse();
        assertThat(as("auditor", () -> deputies.order(order.id())).to()).isEqualTo(today);
        assertProblem("deputy-order-unknown", () -> as("auditor", () -> deputies.order(future.id())));
        assertThat(as("auditor", () -> deputies.list(false, ALL)).items())
                .extracting(DeputyOrder::id)
                .containsExactly(order.id());
        assertThat(as("auditor", () -> deputies.list(true, ALL)).items()).isEmpty();
    }

    private DeputyOrder appoint(String deputy, String deputised, LocalDate from, LocalDate to) throws Exception {
        return as("admin", () -> deputies.appoint(order(deputy, deputised, from, to)));
    }

    private static AppointDeputy order(String deputy, String deputised, LocalDate from, LocalDate to) {
        return new AppointDeputy(deputy, deputised, from, to, new Paper("Приказ", "7-к", LocalDate.of(2019, 1, 15)));
    }

    private boolean has(String login, String role) throws Exception {
        return as(login, () -> caller.hasRole(role));
    }

    private long version(String login) {
        return logIns.version(login).orElseThrow();
    }

    private List<String> tasksOf(String login) throws Exception {
        return as(login, () -> tasks.mine(ALL)).items().stream()
                .map(TaskView::subject)
                .toList();
    }

    private ProposeMerger merger() throws Exception {
        var union = new UnitingEntity(new Inn("7707083893"), null, null);
        var start = LocalDate.of(2017, 1, 1);
        var one = as("department", () -> clusters.create(new CreateCluster("IT", "Первый", union, start, null)));
        var two = as("department", () -> clusters.create(new CreateCluster("IT", "Второй", union, start, null)));
        return new ProposeMerger(
                Set.of(two.id()),
                one.id(),
                null,
                null,
                null,
                LocalDate.of(2019, 1, 1),
                new Paper("Решение", null, LocalDate.of(2018, 12, 1)));
    }

    private void shift(String interval) throws Exception {
        own("delete from platform.clock_shift");
        own("insert into platform.clock_shift values (interval '" + interval + "')");
    }

    /** Sets the clock near the next midnight in Moscow. */
    private void midnight(String later) throws Exception {
        own("delete from platform.clock_shift");
        own("insert into platform.clock_shift select (date '" + today.plusDays(1)
                + "')::timestamp at time zone 'Europe/Moscow' - clock_timestamp() " + later);
    }

    private void own(String statement) throws Exception {
        try (var connection = owner.getConnection();
                var work = connection.createStatement()) {
            work.execute(statement);
        }
    }
}
