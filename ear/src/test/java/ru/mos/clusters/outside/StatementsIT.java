package ru.mos.clusters.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.TestSession;
import ru.mos.clusters.generator.CheckDigits;
import ru.mos.clusters.inserver.LedgerFixture;

/** What a screen asks of the database is counted, not timed: a statement a row would show here first. */
class StatementsIT extends FromOutside {

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]+)\"");

    /** The check of the log-in, which also tells the number of tasks. */
    private static final int OF_EVERY_PAGE = 1;

    private static final List<String> ROWS = List.of(
            """
        insert into platform.change (actor, action, subject_kind, subject)
        select 'department', 'STATEMENTS', 'CLUSTER', 'all' from generate_series(1, 1000)""",
            """
        insert into platform.app_user (login, name, password)
        select 'statements' || n, 'Человек ' || n, '' from generate_series(1, 1000) n on conflict do nothing""",
            """
        insert into platform.task (id, kind, login, subject_kind, subject, facts, opened_by)
        select gen_random_uuid(), 'OUTCOME_CHANGED', 'department', 'CLUSTER', 'all ' || n, '{}', %1$d
          from generate_series(1, 1000) n""",
            """
        insert into registry.release (kind, file_name, sha256, size, path, coverage, confirm, state, uploaded_by, uploaded_at)
        select 'SME_REGISTER', 'statements-' || n || '.zip', n, 1, '', 'COMPLETE', false, 'REFUSED', 'department', now()
          from generate_series(1, 1000) n""",
            """
        insert into registry.entity (inn, kind, name, search_name, region, ord)
        select inn, 1, 'Запросы ' || inn, 'запросы ' || inn, '77', 0 from unnest(array[%2$s]) inn""",
            """
        insert into registry.manual_fact (id, inn, fact, value, valid_from, document_title, document_number, document_on,
                                          entered_by, entered_in)
        select gen_random_uuid(), inn, 'INNOVATIVE', 'true', '2024-01-01', 'Протокол', '1', '2024-01-01', 'department', %1$d
          from unnest(array[%2$s]) inn""",
            """
        insert into cluster.cluster (id, sector, number, code, version, recorded_by)
        select gen_random_uuid(), 'IT', l.last_number + n, 'IT-' || l.last_number + n, 1, %1$d
          from cluster.numbering l
         cross join generate_series(1, 1000) n
         where l.sector = 'IT'""",
            """
        insert into cluster.particulars (id, cluster_id, name, valid_from, recorded_by)
        select gen_random_uuid(), id, 'Запросы ' || number, '2024-01-01', %1$d
          from cluster.cluster
         where recorded_by = %1$d""",
            "update cluster.numbering set last_number = last_number + 1000 where sector = 'IT'");

    private static final List<String> NO_MORE = List.of(
            "delete from cluster.particulars where recorded_by = %1$d",
            "delete from cluster.cluster where recorded_by = %1$d",
            "delete from registry.manual_fact where entered_in = %1$d",
            "delete from registry.entity where search_name like 'запросы %%'",
            "delete from registry.release where file_name like 'statements-%%'",
            "delete from platform.task where opened_by = %1$d",
            "delete from platform.app_user where login like 'statements%%'");

    private static final String KBK = "80704121234567890811";

    private static long change;

    @BeforeAll
    static void fill() throws Exception {
        given("department", "admin", "auditor");
        var inns = IntStream.range(0, 1_000)
                .mapToObj(n -> "'" + CheckDigits.innOfEntity("77", 8_000_000 + n) + "'")
                .collect(joining(","));
        try (var connection = TestSession.superuser();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(ROWS.get(0));
            try (var row = statement.executeQuery("select max(id) from platform.change")) {
                row.next();
                change = row.getLong(1);
            }
            for (var rows : ROWS.subList(1, ROWS.size())) {
                statement.execute(rows.formatted(change, inns));
            }
            connection.commit();
            statement.execute(LedgerFixture.limits(2026, KBK, "1000.00"));
            for (int n = 1; n <= 250; n++) {
                statement.execute(LedgerFixture.reserved("statements/" + n, 2026, KBK, "1.00")
                        .replace("'A-1'", "'X-" + n + "'"));
            }
            connection.commit();
        }
    }

    @AfterAll
    static void empty() throws Exception {
        try (var connection = TestSession.superuser();
                var statement = connection.createStatement()) {
            for (var rows : NO_MORE) {
                statement.execute(rows.formatted(change));
            }
            statement.execute(LedgerFixture.NOTHING_LEFT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "department, index.xhtml",
        "department, registry/list.xhtml",
        "department, registry/list.xhtml?q=запросы",
        "department, registry/releases.xhtml",
        "department, registry/facts.xhtml",
        "department, cluster/list.xhtml",
        "admin, users/list.xhtml",
        "auditor, audit/list.xhtml",
        "auditor, ledger/grants.xhtml?by=AGREEMENT&year=2026"
    })
    void a_list_of_a_thousand_takes_three_statements_however_many_rows_are_shown(String login, String page)
            throws Exception {
        var cookie = logIn(login);
        var joined = page.contains("?") ? "&" : "?";

        long few = statements(cookie, page + joined + "size=25");
        long many = statements(cookie, page + joined + "size=200");

        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(3 + OF_EVERY_PAGE);
    }

    /** Of one page; the least of some tries, for timers run statements of their own. */
    static long statements(String cookie, String page) throws Exception {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = counted();
            var answer = Door.send(
                    "GET",
                    "/" + page.replace("запросы", URLEncoder.encode("запросы", UTF_8)),
                    new String[] {"Cookie", cookie},
                    null);
            assertThat(answer.status()).as(page).isEqualTo(200);
            assertThat(answer.body()).contains("<tbody>");
            least = Math.min(least, counted() - before);
        }
        return least;
    }

    private static long counted() throws Exception {
        try (var connection = TestSession.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select coalesce(sum(s.calls), 0)
                          from pg_stat_statements s
                          join pg_roles r on r.oid = s.userid
                         where r.rolname = 'clusters_app'
                           and s.query !~* '^(begin|commit|rollback|set|show|select 1$)'""")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String logIn(String login) throws Exception {
        var form = Door.send("GET", "/login.xhtml", new String[0], null);
        var state = VIEW_STATE.matcher(form.body());
        assertThat(state.find()).isTrue();
        var body = "login=login&login:name=" + login + "&login:password=demo&login:enter=x&jakarta.faces.ViewState="
                + URLEncoder.encode(state.group(1), UTF_8);
        var answer = Door.send(
                "POST",
                "/login.xhtml",
                new String[] {"Cookie", cookie(form), "Content-Type", "application/x-www-form-urlencoded"},
                body.getBytes(UTF_8));
        assertThat(answer.status()).isEqualTo(302);
        return cookie(answer);
    }

    private static String cookie(Door.Answer answer) {
        return answer.header("Set-Cookie").replaceFirst(";.*", "");
    }
}
