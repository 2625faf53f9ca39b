package ru.mos.clusters.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ru.mos.clusters.generator.CheckDigits;
import ru.mos.clusters.launcher.RestClient;

/**
 * Statements of the bank taken in and matched, then a large ledger: its journal as text while the heap is looked at, and the trial
 * balance of today and of a past day once months are closed. The entries of the large ledger are written straight into the database,
 * past the function that posts, so their seals are none; everything else is as posted.
 */
final class Books {

    private static final Charset CP1251 = Charset.forName("windows-1251");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
    private static final String ACCOUNT = "40201810200000000001";
    private static final int FEW = 10_000;
    private static final int MANY = 100_000;
    private static final int EXPORTED = Integer.getInteger("benchmark.entries", 1_000_000);
    private static final int BALANCED = 5 * EXPORTED;
    private static final int MONTHS = 24;
    private static final int ROUNDS = 20;
    private static final long BETWEEN_LOOKS_MILLIS = 500;

    private static final String PEOPLE = """
            insert into platform.app_user (login, name, password)
            select n.login, n.login, u.password
              from platform.app_user u, unnest(array['accountant', 'chief']) n (login) where u.login = 'department';
            insert into platform.user_role (login, role) values ('accountant', 'accountant'), ('chief', 'chief')""";

    private static final Map<String, Object> OURS = Map.of(
            "number",
            ACCOUNT,
            "bic",
            "044525000",
            "bank",
            "ГУ Банка России по ЦФО",
            "holder",
            "Департамент",
            "inn",
            "7700000016",
            "kpp",
            "770001001",
            "oktmo",
            "45000000",
            "pays",
            true,
            "from",
            "2026-01-01");

    /** Orders given to the bank, from a number on. */
    private static final String ORDERS = """
            insert into bank.instruction (id, number, day, account_id, payee_inn, payee_name, payee_account, payee_bic, payee_bank,
                                          amount, purpose, year, kbk, source_kind, source, state, issued_by, recorded_by, changed_by)
            select gen_random_uuid(), n, '%1$s', a.id, '7700000023', 'АНО', '40703810400000000101', '044525225', 'Банк', 1.00, 'Субсидия',
                   2026, '80704121234567890811', 'TRANSFER', n::text, 'ISSUED', 'chief', a.recorded_by, a.recorded_by
              from bank.account a, generate_series(%2$d, %3$d) n;
            analyze bank.instruction""";

    /**
     * Entries that move a rouble from an appropriation to its limit, a thousand codes, from a number on. They come month after month, as
     * entries do.
     */
    private static final String ENTRIES = """
            set session_replication_role = replica;
            insert into ledger.account (stage, year, kbk, subject, side, within_year)
            select s, 2026, lpad(n::text, 3, '0') || '04121234567890812', '', 0, false
              from generate_series(0, 999) n, unnest(array['APPROPRIATION', 'LIMIT']) s on conflict do nothing;
            with made as (
                insert into ledger.entry (key, operation, effective_on, recorded_at, actor, memo, digest)
                select 'large/' || n, 'LIMITED', (date_trunc('month', platform.today()) - (%3$d - n * %3$d / %4$d) * interval '1 month')::date,
                       date_trunc('month', platform.now()) - (%3$d - n * %3$d / %4$d) * interval '1 month', 'benchmark', 'm', ''
                  from generate_series(%1$d, %2$d) n
                returning id, substr(key, 7)::bigint as n)
            insert into ledger.posting (account_id, line, entry_id, amount, balance, seal)
            select a.id, m.n, m.id, case a.stage when 'LIMIT' then 1 else -1 end, 0, ''
              from made m
              join ledger.account a on a.kbk = lpad((m.n %% 1000)::text, 3, '0') || '04121234567890812';
            update ledger.account a
               set lines = t.lines, debit = t.debit, credit = t.credit
              from (select p.account_id, max(p.line) as lines, sum(greatest(p.amount, 0)) as debit, sum(greatest(-p.amount, 0)) as credit
                      from ledger.posting p group by p.account_id) t
             where t.account_id = a.id and a.kbk like '%%04121234567890812';
            set session_replication_role = origin;
            analyze ledger.account, ledger.entry, ledger.posting""";

    /** An agreement of which the first instalment was paid, and a report on it of so many lines, by a hundred contractors. */
    private static final String REPORT = """
            set session_replication_role = replica;
            create temporary table one as
            select '%1$s'::uuid as id, 'R%2$d' as code, (select max(id) from platform.change) as change;
            insert into call.programme (code, name_ru, name_en, first_year, last_year, first_award_on, recorded_by, changed_by)
            select code, 'П', 'P', 2026, 2027, '2026-02-01', change, change from one;
            insert into call.measure (programme, code, name_ru, name_en, position) select code, '1', 'М', 'M', 1 from one;
            insert into call.call (id, programme, measure, state, edited_by, edition, recorded_by, changed_by)
            select id, code, '1', 'PUBLISHED', 'a', 1, change, change from one;
            insert into project.project (id, kind, lead, title, draft, edited_by, edition, recorded_by, changed_by)
            select id, 'CLUSTER', '7707083893', 'Опытное производство', '{}', 'a', 1, change, change from one;
            insert into project.edition select id, 1, '{"title": "Проект"}', 'x', change from one;
            insert into call.application (id, call_id, project_id, applicant, channel, state, round, submitted_at, answers, recorded_by,
                                          changed_by)
            select id, id, id, '7707083893', 'APPLICANT', 'AWARDED', 1, '2026-03-10', '{}', change, change from one;
            insert into agreement.agreement (id, award_id, application_id, call_id, project_id, project_edition, party, year, kbk, awarded,
                                             route, mode, state, edition, recorded_by, changed_by)
            select id, id, id, id, id, 1, '7707083893', 2026, '80704121234567890811', 1000000, 'APPLICANT_ONLY', 'ADVANCE', 'IN_FORCE', 1, change,
                   change from one;
            insert into agreement.edition (agreement_id, number, article, treasury_support, vat_eligible, amount, drawn_by, signed_by,
                                           signed_on, commitment_number, commitment_on)
            select id, 1, 'ARTICLE_78', false, false, 1000000, 'a', 'b', '2026-03-10', '1', '2026-03-10' from one;
            insert into agreement.instalment select id, 1, 1, 1, '2026-03-10', 1000000, 0 from one;
            insert into agreement.payment (id, agreement_id, position, payee, account_id, amount, year, kbk, state, two_chiefs, prepared_by,
                                           approved_by, ordered_on, executed_on, recorded_by, changed_by)
            select id, id, 1, '7707083893', id, 1000000, 2026, '80704121234567890811', 'EXECUTED', false, 'a', 'b', '2026-03-10',
                   '2026-03-10', change, change from one;
            insert into agreement.report (id, agreement_id, position, state, written_by, recorded_by, changed_by)
            select id, id, 1, 'DRAFT', 'a', change, change from one;
            insert into agreement.report_line (report_id, position, item, contractor, document_title, document_number, document_date,
                                               paid_on, amount)
            select id, n, 'Оснастка', (array[%3$s])[1 + n %% 100], 'Акт', '%2$d/' || n, '2026-03-11', '2026-03-11', 1.00
              from one, generate_series(1, %2$d) n;
            drop table one;
            set session_replication_role = origin;
            analyze agreement.report_line""";

    private static final String BALANCES = """
            select b.code, b.stage, s.name_ru, s.name_en, b.year, b.kbk, nullif(b.subject, ''), b.debit, b.credit, b.balance
              from %s b join ledger.stage s on s.code = b.stage where b.lines > 0 order by b.code""";

    private static final String THEN = """
            (select a.code, a.stage, a.year, a.kbk, a.subject, a.lines, t.debit, t.credit, t.debit - t.credit as balance
               from ledger.balances((date_trunc('month', platform.today()) - interval '%d months 10 days')::date, ledger.settled_now()) t
               join ledger.account a on a.id = t.account_id)""";

    private final Report report;
    private final Installation installation;
    private final Connection connection;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Books(Report report, Installation installation, Connection connection) {
        this.report = report;
        this.installation = installation;
        this.connection = connection;
    }

    void measure() throws Exception {
        execute(PEOPLE);
        new RestClient(installation.url(), "chief", "demo").post("bank/accounts", OURS);
        var few = statement(FIRST_DAY, 1, FEW);
        report.row("a statement of 10 000 documents, taken in and matched", Report.seconds(few), "", "", "< 5 s");
        report.ratio(
                "a statement of 100 000 documents",
                statement(FIRST_DAY.plusDays(1), FEW + 1, FEW + MANY),
                "10 000",
                few,
                "≤ 11");
        var brief = checked(FEW);
        report.row("a report of 10 000 lines checked", Report.seconds(brief), "", "", "< 5 s");
        report.ratio("a report of 100 000 lines", checked(MANY), "10 000", brief, "≤ 11");
        execute(ENTRIES.formatted(1, EXPORTED, MONTHS, BALANCED));
        exported();
        execute(ENTRIES.formatted(EXPORTED + 1, BALANCED, MONTHS, BALANCED));
        balances();
    }

    private Duration statement(LocalDate day, int from, int to) throws Exception {
        execute(ORDERS.formatted(day, from, to));
        var text = text(day, from, to).getBytes(CP1251);
        long begun = System.nanoTime();
        var answer = http.send(
                request("accountant", "bank/statements?fileName=" + day + ".txt")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofByteArray(text))
                        .build(),
                BodyHandlers.ofString());
        var took = Duration.ofNanos(System.nanoTime() - begun);
        if (answer.statusCode() != 201 || !answer.body().contains("\"matched\":" + (to - from + 1) + ",")) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return took;
    }

    /** How long it takes to be shown a report with all that is wrong in it. */
    private Duration checked(int lines) throws Exception {
        var id = UUID.nameUUIDFromBytes(("report " + lines).getBytes(StandardCharsets.UTF_8));
        var contractors = IntStream.range(0, 100)
                .mapToObj(n -> "'" + CheckDigits.innOfEntity("77", 7_000_000 + n) + "'")
                .collect(Collectors.joining(", "));
        execute(REPORT.formatted(id, lines, contractors));
        long begun = System.nanoTime();
        var answer = http.send(request("accountant", "reports/" + id).build(), BodyHandlers.ofString());
        var took = Duration.ofNanos(System.nanoTime() - begun);
        if (answer.statusCode() != 200 || !answer.body().contains("\"spent\":\"" + lines + ".00\"")) {
            throw new IllegalStateException(
                    answer.statusCode() + " " + answer.body().substring(0, 500));
        }
        return took;
    }

    private static String text(LocalDate day, int from, int to) {
        var sum = new BigDecimal(to - from + 1).setScale(2);
        var date = DATE.format(day);
        var text = new StringBuilder("""
                1CClientBankExchange
                ВерсияФормата=1.03
                Кодировка=Windows
                СекцияРасчСчет
                ДатаНачала=%1$s
                ДатаКонца=%1$s
                НачальныйОстаток=%2$s
                РасчСчет=%3$s
                ВсегоСписано=%4$s
                ВсегоПоступило=0.00
                КонечныйОстаток=%5$s
                КонецРасчСчет
                """.formatted(date, balance(from - 1), ACCOUNT, sum, balance(to)));
        for (int number = from; number <= to; number++) {
            text.append("""
                    СекцияДокумент=Платежное поручение
                    Номер=%1$d
                    Дата=%2$s
                    Сумма=1.00
                    ПлательщикСчет=%3$s
                    ДатаСписано=%2$s
                    ПолучательСчет=40703810400000000101
                    ПолучательИНН=7700000023
                    Получатель1=АНО
                    ПолучательБИК=044525225
                    НазначениеПлатежа=Субсидия
                    КонецДокумента
                    """.formatted(number, date, ACCOUNT));
        }
        return text.append("КонецФайла\n").toString();
    }

    /** What is left of a million after so many roubles. */
    private static BigDecimal balance(int paid) {
        return new BigDecimal(1_000_000 - paid).setScale(2);
    }

    /** The whole journal, thrown away as it comes. */
    private void exported() throws Exception {
        long before = installation.liveHeap();
        long begun = System.nanoTime();
        var running = CompletableFuture.supplyAsync(this::drained);
        long most = before;
        while (!running.isDone()) {
            most = Math.max(most, installation.liveHeap());
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        long bytes = running.get();
        report.row(
                "journal of " + number("select count(*) from ledger.entry") + " entries, heap growth meanwhile",
                Report.megabytes(Math.max(0, most - before)),
                Report.megabytes(bytes) + " of text in " + Report.seconds(Duration.ofNanos(System.nanoTime() - begun)),
                "",
                "< 64 MB");
    }

    private long drained() {
        try {
            var answer =
                    http.send(request("department", "ledger/journal.hledger").build(), BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("no journal: " + answer.statusCode());
                }
                return body.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure);
        }
    }

    private HttpRequest.Builder request(String login, String path) {
        var basic = Base64.getEncoder().encodeToString((login + ":demo").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(installation.url() + "api/v1/" + path))
                .header("Authorization", "Basic " + basic);
    }

    /** Today's balances are kept; those of a past day are added up from the last closed month before it. */
    private void balances() throws Exception {
        for (int month = MONTHS; month >= 1; month--) {
            execute("select ledger.close_month((date_trunc('month', platform.today()) - interval '" + (month - 1)
                    + " months 1 day')::date, 'benchmark')");
        }
        var spreads = Spread.inTurn(
                ROUNDS,
                List.of(
                        () -> rows(
                                "select code, stage, year, kbk, subject, debit, credit, balance from ledger.account where lines > 0"),
                        () -> rows(BALANCES.formatted("ledger.account")),
                        () -> rows(BALANCES.formatted(THEN.formatted(MONTHS / 2)))));
        var postings = number("select count(*) from ledger.posting");
        report.row(
                "trial balance of " + postings + " postings, today",
                spreads.get(1).toString(),
                "bare read " + spreads.get(0),
                Report.ratio(spreads.get(1).p50(), spreads.get(0).p50()),
                "≤ 1.5");
        report.row(
                "the same on a day of a year ago",
                spreads.get(2).toString(),
                MONTHS + " months closed",
                "",
                "p95 < 1 s");
    }

    /** Reads all of an answer, and tells how many rows it has. */
    private long rows(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            long many = 0;
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
                many++;
            }
            return many;
        }
    }

    private void execute(String statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private long number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
