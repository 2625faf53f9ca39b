package ru.mos.clusters.benchmark;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The ledger's function beside the transaction of TPC-B (seven statements, 20 branches), each from eight connections and each
 * commit on disk; then the trial balance beside the bare read of what accounts hold.
 */
final class Postings {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 3;
    private static final long NANOS = 5_000_000_000L;
    private static final int BRANCHES = 20;
    private static final int LINES = 200;
    private static final int REGISTER = 50;

    private static final String TABLES = """
            drop schema if exists tpcb cascade;
            create schema tpcb;
            create table tpcb.branch (id int primary key, balance int not null, filler char(88)) with (fillfactor = 70);
            create table tpcb.teller (id int primary key, branch int, balance int not null, filler char(84)) with (fillfactor = 70);
            create table tpcb.account (id int primary key, branch int, balance int not null, filler char(84)) with (fillfactor = 70);
            create table tpcb.history (teller int, branch int, account int, delta int, at timestamp, filler char(22));
            insert into tpcb.branch select n, 0, '' from generate_series(1, %1$d) n;
            insert into tpcb.teller select n, (n - 1) / 10 + 1, 0, '' from generate_series(1, 10 * %1$d) n;
            insert into tpcb.account select n, (n - 1) / 100000 + 1, 0, '' from generate_series(1, 100000 * %1$d) n;
            analyze tpcb.branch, tpcb.teller, tpcb.account""".formatted(BRANCHES);

    private static final String POST = """
            select ledger.post(platform.today(), 'benchmark', ?, array_fill('LIMITED'::text, array[%1$d]), array_fill('m'::text, array[%1$d]),
                               array_fill(null::text, array[%1$d]), array_fill(null::text, array[%1$d]),
                               array_fill(null::bigint, array[%1$d]), ?, ?, array_fill(2026, array[2 * %1$d]), ?,
                               array_fill(''::text, array[2 * %1$d]), ?)""";

    private final Report report;
    private final Installation installation;
    private final Connection connection;

    Postings(Report report, Installation installation, Connection connection) {
        this.report = report;
        this.installation = installation;
        this.connection = connection;
    }

    /** One thing a client does again and again. */
    private interface Client {
        Job of(Connection connection) throws SQLException;
    }

    private interface Job {
        void once() throws SQLException;
    }

    void measure() throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        for (int line = 1; line <= LINES; line++) {
            appropriate(kbk(line));
        }
        long deadlocks = deadlocks();
        var rates = inTurn(List.of(
                Postings::bank,
                client ->
                        new Posting(client, 1, () -> ThreadLocalRandom.current().nextInt(LINES) + 1)::once,
                client -> new Posting(client, 1, () -> 1)::once,
                client -> new Posting(client, REGISTER, () -> 1)::once));
        long bank = rates.get(0);
        row("a posting, 8 clients, distinct lines", rates.get(1), bank, "≥ 0.8");
        report.row(
                "the same, all on one line",
                rates.get(2) + " /s",
                "distinct lines " + rates.get(1) + " /s",
                Report.ratio(rates.get(2), rates.get(1)),
                "≥ 0.3");
        row("a register of 50 on one line, in payments", REGISTER * rates.get(3), bank, "≥ 2");
        report.row("deadlocks meanwhile", Long.toString(deadlocks() - deadlocks), "", "", "0");
        balances();
    }

    private void row(String job, long rate, long bank, String goal) {
        report.row(job, rate + " /s", "TPC-B " + bank + " /s", Report.ratio(rate, bank), goal);
    }

    private static String kbk(int line) {
        return String.format("%03d", line) + "04121234567890811";
    }

    private void appropriate(String kbk) throws SQLException {
        try (var post = connection.prepareStatement("""
                select ledger.post(platform.today(), 'benchmark', array[?], array['APPROPRIATED'], array['m'], array[null], array[null],
                                   array[null]::bigint[], array[1, 1], array['APPROPRIATION', 'BUDGET'], array[2026, 2026], array[?, ?],
                                   array['', ''], array[1e12, -1e12])""")) {
            post.setString(1, "benchmark/" + kbk);
            post.setString(2, kbk);
            post.setString(3, kbk);
            post.execute();
        }
    }

    /** Transactions a second of each, the median of rounds taken in turn. */
    private List<Long> inTurn(List<Client> clients) throws Exception {
        var rates = new ArrayList<List<Long>>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < clients.size(); i++) {
                if (round == 0) {
                    rates.add(new ArrayList<>());
                }
                rates.get(i).add(rate(clients.get(i)));
            }
        }
        var medians = new ArrayList<Long>();
        for (var of : rates) {
            Collections.sort(of);
            medians.add(of.get(ROUNDS / 2));
        }
        return medians;
    }

    private long rate(Client client) throws Exception {
        var pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            long until = System.nanoTime() + NANOS;
            var futures = new ArrayList<Future<Long>>();
            for (int i = 0; i < CLIENTS; i++) {
                futures.add(pool.submit((Callable<Long>) () -> {
                    try (var own = installation.database()) {
                        own.setAutoCommit(false);
                        var job = client.of(own);
                        long done = 0;
                        while (System.nanoTime() < until) {
                            job.once();
                            own.commit();
                            done++;
                        }
                        return done;
                    }
                }));
            }
            long all = 0;
            for (var future : futures) {
                all += future.get();
            }
            return all * 1_000_000_000L / NANOS;
        } finally {
            pool.shutdown();
        }
    }

    private static Job bank(Connection client) throws SQLException {
        var statements = List.of(
                client.prepareStatement("update tpcb.account set balance = balance + ? where id = ?"),
                client.prepareStatement("select balance from tpcb.account where id = ?"),
                client.prepareStatement("update tpcb.teller set balance = balance + ? where id = ?"),
                client.prepareStatement("update tpcb.branch set balance = balance + ? where id = ?"),
                client.prepareStatement(
                        "insert into tpcb.history (teller, branch, account, delta, at) values (?, ?, ?, ?, current_timestamp)"));
        return () -> {
            var dice = ThreadLocalRandom.current();
            int delta = dice.nextInt(-5000, 5001);
            int account = dice.nextInt(BRANCHES * 100_000) + 1;
            int teller = dice.nextInt(BRANCHES * 10) + 1;
            int branch = dice.nextInt(BRANCHES) + 1;
            execute(statements.get(0), delta, account);
            execute(statements.get(1), account);
            execute(statements.get(2), delta, teller);
            execute(statements.get(3), delta, branch);
            execute(statements.get(4), teller, branch, account, delta);
        };
    }

    private static void execute(PreparedStatement statement, int... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setInt(i + 1, values[i]);
        }
        statement.execute();
    }

    /** Which line is posted to next. */
    private interface Line {
        int next();
    }

    /** Some entries that move a rouble each from the appropriation of a line to its limit. */
    private static final class Posting {
        private final Connection client;
        private final PreparedStatement post;
        private final int many;
        private final Line line;
        private final Array entries;
        private final Array stages;
        private final Array amounts;

        Posting(Connection client, int many, Line line) throws SQLException {
            this.client = client;
            this.many = many;
            this.line = line;
            post = client.prepareStatement(POST.formatted(many));
            var legs = new Integer[2 * many];
            var kinds = new String[2 * many];
            var sums = new BigDecimal[2 * many];
            for (int i = 0; i < 2 * many; i++) {
                legs[i] = i / 2 + 1;
                kinds[i] = i % 2 == 0 ? "LIMIT" : "APPROPRIATION";
                sums[i] = i % 2 == 0 ? BigDecimal.ONE : BigDecimal.ONE.negate();
            }
            entries = client.createArrayOf("integer", legs);
            stages = client.createArrayOf("text", kinds);
            amounts = client.createArrayOf("numeric", sums);
        }

        void once() throws SQLException {
            var keys = new String[many];
            for (int i = 0; i < many; i++) {
                keys[i] = "benchmark/" + ThreadLocalRandom.current().nextLong();
            }
            var codes = new String[2 * many];
            Arrays.fill(codes, kbk(line.next()));
            post.setArray(1, client.createArrayOf("text", keys));
            post.setArray(2, entries);
            post.setArray(3, stages);
            post.setArray(4, client.createArrayOf("text", codes));
            post.setArray(5, amounts);
            post.execute();
        }
    }

    private long deadlocks() throws SQLException {
        return number("select deadlocks from pg_stat_database where datname = current_database()");
    }

    private long number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Today's is kept with the accounts; that of a past day is added up. */
    private void balances() throws Exception {
        long entries = number("select count(*) from ledger.entry");
        var spreads = Spread.inTurn(
                20,
                List.of(
                        () -> number("select sum(debit + credit) from ledger.account"),
                        () -> number(
                                "select count(*) from (select a.code, a.debit, a.credit, a.balance, s.name_ru from ledger.account a"
                                        + " join ledger.stage s on s.code = a.stage order by a.code) b"),
                        () -> number("select count(*) from ledger.balances(platform.today(), ledger.settled_now())")));
        report.row(
                "trial balance of " + entries + " entries, today",
                spreads.get(1).toString(),
                "bare read " + spreads.get(0),
                Report.ratio(spreads.get(1).p50(), spreads.get(0).p50()),
                "≤ 1.5");
        report.row(
                "the same as known at an instant, no month closed",
                spreads.get(2).toString(),
                "",
                "",
                "p95 < 1 s");
        var begun = System.nanoTime();
        long faults = number("select count(*) from ledger.faults()");
        report.row(
                "every seal checked, every sum added up anew",
                Report.seconds(Duration.ofNanos(System.nanoTime() - begun)),
                entries + " entries",
                faults + " faults",
                "0 faults");
    }
}
