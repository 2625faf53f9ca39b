package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.registry.release.Coverage.COMPLETE;
import static ru.mos.clusters.registry.release.Coverage.EXTRACT;

import jakarta.inject.Inject;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.inserver.ReleaseFiles.Shown;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.registry.release.ChangeKind;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.registry.release.ReleaseKind;
import ru.mos.clusters.registry.release.ReleaseState;
import ru.mos.clusters.registry.release.ReleaseView;
import ru.mos.clusters.registry.release.Releases;
import ru.mos.clusters.registry.release.Uploads;
import ru.mos.clusters.registry.release.Withdrawals;

class ReleasesIT extends InServer {

    private static final List<String> INNS =
            List.of("7700000016", "7700000023", "7700000030", "7700000048", "7700000055");
    private static final String NOBODY = "7707083893";
    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 10);
    private static final LocalDate ENTRY = LocalDate.of(2020, 8, 10);

    @Inject
    Releases releases;

    @Inject
    Uploads uploads;

    @Inject
    Withdrawals withdrawals;

    @BeforeEach
    void an_empty_register() throws Exception {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate registry.release, registry.release_file, registry.problem, registry.sme_run,"
                    + " registry.headcount, registry.income, registry.entity, registry.activity cascade");
        }
    }

    private ReleaseView load(String name, Coverage coverage, boolean confirm, InputStream bytes) throws Exception {
        return as("department", () -> {
            long id = uploads.submit(name, coverage, confirm, bytes, 1L << 30).id();
            return awaited(id);
        });
    }

    private ReleaseView awaited(long id) throws InterruptedException {
        for (int i = 0; i < 3000; i++) {
            var view = releases.view(id);
            if (view.state() != ReleaseState.QUEUED && view.state() != ReleaseState.RUNNING) {
                return view;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("release " + id + " did not end: " + releases.view(id));
    }

    private ReleaseView load(LocalDate on, Coverage coverage, List<Shown> shown) throws Exception {
        return load("release.xml", coverage, true, ReleaseFiles.xml(on, shown));
    }

    private static List<Shown> everybody() {
        return INNS.stream().map(inn -> new Shown(inn, ENTRY, 1)).toList();
    }

    private void withdraw(long id) throws Exception {
        as("department", () -> withdrawals.request(id, "wrong file"));
        as("department2", () -> withdrawals.confirm(id));
    }

    private String status(String inn, LocalDate day) throws Exception {
        return one("select status || '/' || reason from registry.sme_status('" + inn + "', '" + day + "')");
    }

    private InputStream sample(String name) {
        return ReleasesIT.class.getResourceAsStream("/fns/" + name);
    }

    @Test
    void the_real_sample_arrives_whole_and_a_second_time_changes_nothing() throws Exception {
        var first = load("a.zip", COMPLETE, false, sample("sme-register-2019-02-10-sample.zip"));
        var second = load("a.zip", COMPLETE, false, sample("sme-register-2019-02-10-sample.zip"));

        assertThat(first.state()).isEqualTo(ReleaseState.COMPLETED);
        assertThat(first.kind()).isEqualTo(ReleaseKind.SME_REGISTER);
        assertThat(first.stateOn()).isEqualTo(LocalDate.of(2019, 2, 10));
        assertThat(first.formatVersions()).containsExactly("4.01");
        assertThat(first.records()).isEqualTo(2700);
        assertThat(first.rejected()).isZero();
        assertThat(first.entered()).isEqualTo(2700);
        assertThat(second.state()).isEqualTo(ReleaseState.COMPLETED);
        assertThat(second.unchanged()).isEqualTo(2700);
        assertThat(one("select count(*) from registry.sme_run")).isEqualTo("2700");
        assertThat(one(
                        "select string_agg(category || ':' || n, ' ' order by category) from (select category, count(*) n"
                                + " from registry.sme_run where kind = 1 group by category) c"))
                .isEqualTo("1:600 2:39 3:5");
    }

    @Test
    void headcounts_and_incomes_arrive_under_their_year() throws Exception {
        var headcount = load("h.zip", COMPLETE, false, sample("headcount-2018-sample.zip"));
        var income = load("i.zip", COMPLETE, false, sample("income-2018-sample.zip"));

        assertThat(headcount.kind()).isEqualTo(ReleaseKind.HEADCOUNT);
        assertThat(headcount.records()).isEqualTo(9);
        assertThat(income.kind()).isEqualTo(ReleaseKind.INCOME);
        assertThat(income.records()).isEqualTo(795);
        assertThat(one("select value from registry.headcount where inn = '8605025703' and year = 2018"))
                .isEqualTo("1");
        assertThat(one("select income from registry.income where inn = '7727341398' and year = 2018"))
                .isEqualTo("8831000.00");
    }

    @Test
    void the_same_documents_zipped_anew_in_another_order_write_no_fact() throws Exception {
        load("a.zip", COMPLETE, false, ReleaseFiles.xml(JANUARY, everybody()));
        var again = load("b.zip", COMPLETE, false, ReleaseFiles.zip(JANUARY, everybody()));

        assertThat(again.unchanged()).isEqualTo(5);
        assertThat(one("select count(*) from registry.sme_run")).isEqualTo("5");
    }

    @Test
    void who_entered_left_and_changed_is_listed() throws Exception {
        load(JANUARY, COMPLETE, everybody().subList(0, 4));
        var february = load(
                JANUARY.plusMonths(1),
                COMPLETE,
                List.of(
                        new Shown(INNS.get(1), ENTRY, 1),
                        new Shown(INNS.get(2), ENTRY, 2),
                        new Shown(INNS.get(3), ENTRY, 1),
                        new Shown(INNS.get(4), ENTRY, 1)));

        assertThat(List.of(february.entered(), february.left(), february.changed(), february.unchanged()))
                .containsExactly(1L, 1L, 1L, 2L);
        as("auditor", () -> {
            var page = PageRequest.first(10);
            var entered =
                    releases.changes(february.id(), ChangeKind.ENTERED, page).items();
            var left = releases.changes(february.id(), ChangeKind.LEFT, page).items();
            var changed =
                    releases.changes(february.id(), ChangeKind.CHANGED, page).items();
            assertThat(entered).extracting("inn").containsExactly(INNS.get(4));
            assertThat(left).extracting("inn").containsExactly(INNS.get(0));
            assertThat(changed).extracting("inn").containsExactly(INNS.get(2));
            assertThat(changed.get(0).before().category()).isEqualTo("MICRO");
            assertThat(changed.get(0).after().category()).isEqualTo("SMALL");
            return null;
        });
    }

    @Test
    void a_complete_release_with_less_than_nine_tenths_needs_a_confirmation() throws Exception {
        var ten = IntStream.range(0, 10)
                .mapToObj(i -> new Shown(inn(i), ENTRY, 1))
                .toList();
        load(JANUARY, COMPLETE, ten);

        var eight = load("8.xml", COMPLETE, false, ReleaseFiles.xml(JANUARY.plusMonths(1), ten.subList(0, 8)));
        var nine = load("9.xml", COMPLETE, false, ReleaseFiles.xml(JANUARY.plusMonths(1), ten.subList(0, 9)));
        var confirmed = load("8.xml", COMPLETE, true, ReleaseFiles.xml(JANUARY.plusMonths(1), ten.subList(0, 8)));

        assertThat(eight.state()).isEqualTo(ReleaseState.REFUSED);
        assertThat(eight.refusalCode()).isEqualTo("release-too-small");
        assertThat(eight.refusalArguments()).containsExactly("8", "10");
        assertThat(nine.state()).isEqualTo(ReleaseState.COMPLETED);
        assertThat(confirmed.state()).isEqualTo(ReleaseState.COMPLETED);
    }

    private static String inn(int number) {
        String nine = "7701%05d".formatted(number * 7);
        int[] weights = {2, 4, 10, 3, 5, 9, 4, 6, 8};
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += weights[i] * (nine.charAt(i) - '0');
        }
        return nine + sum % 11 % 10;
    }

    @Test
    void a_release_decides_on_its_45th_day_and_no_longer() throws Exception {
        load(JANUARY, COMPLETE, everybody());

        assertThat(status(INNS.get(0), JANUARY.plusDays(44))).isEqualTo("IN/SHOWN");
        assertThat(status(NOBODY, JANUARY.plusDays(44))).isEqualTo("OUT/ABSENT");
        assertThat(status(INNS.get(0), JANUARY.plusDays(45))).isEqualTo("UNKNOWN/NOTHING_DECIDES");
        assertThat(status(NOBODY, JANUARY.plusDays(45))).isEqualTo("UNKNOWN/NOTHING_DECIDES");
        assertThat(status(INNS.get(0), ENTRY)).isEqualTo("IN/BEFORE_FIRST");
        assertThat(status(INNS.get(0), ENTRY.minusDays(1))).isEqualTo("UNKNOWN/NOTHING_DECIDES");
    }

    @Test
    void an_extract_says_nothing_of_those_it_does_not_hold() throws Exception {
        load(JANUARY, EXTRACT, everybody().subList(0, 1));

        assertThat(status(INNS.get(0), JANUARY)).isEqualTo("IN/SHOWN");
        assertThat(status(INNS.get(1), JANUARY)).isEqualTo("UNKNOWN/NOTHING_DECIDES");
    }

    @Test
    void a_record_that_could_not_be_read_is_neither_shown_nor_absent() throws Exception {
        var bytes = new String(
                        ReleaseFiles.xml(JANUARY, everybody()).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .replaceFirst("КатСубМСП=\"1\"", "КатСубМСП=\"1\" ССЧР=\"-1\"")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var view = load("a.xml", COMPLETE, false, new java.io.ByteArrayInputStream(bytes));

        assertThat(view.rejected()).isEqualTo(1);
        assertThat(status(INNS.get(0), JANUARY)).isEqualTo("UNKNOWN/REJECTED");
        assertThat(status(INNS.get(1), JANUARY)).isEqualTo("IN/SHOWN");
        assertThat(status(NOBODY, JANUARY)).isEqualTo("OUT/ABSENT");
    }

    /** The leave to import is a lock of the database (ImportLease); here the test is another server that holds it. */
    @Test
    void an_import_of_a_lost_server_is_taken_up_but_not_one_of_a_living_server() throws Exception {
        long id;
        try (var other = owner.getConnection();
                var statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(20101125)");
            id = as(
                    "department",
                    () -> uploads.submit("a.xml", COMPLETE, false, ReleaseFiles.xml(JANUARY, everybody()), 1L << 30)
                            .id());
            Thread.sleep(3000);
            assertThat(one("select state from registry.release where id = " + id))
                    .isEqualTo("QUEUED");

            statement.execute("update registry.release set state = 'RUNNING', node = 'lost' where id = " + id);
            Thread.sleep(3000);
            assertThat(one("select state || node from registry.release where id = " + id))
                    .isEqualTo("RUNNINGlost");
            statement.execute("select pg_advisory_unlock(20101125)");
        }

        assertThat(as("department", () -> awaited(id)).state()).isEqualTo(ReleaseState.COMPLETED);
        assertThat(one("select node from registry.release where id = " + id)).isNotEqualTo("lost");
        assertThat(one("select count(*) from registry.sme_run")).isEqualTo("5");
    }

    @Test
    void a_withdrawal_needs_a_second_person_and_leaves_what_was_known_before() throws Exception {
        load(JANUARY, COMPLETE, everybody());
        var wrong = load(JANUARY.plusMonths(1), COMPLETE, everybody().subList(0, 1));
        var before = Instant.parse(one("select to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                + " from platform.change"));
        var day = JANUARY.plusMonths(1);

        as("department", () -> withdrawals.request(wrong.id(), "wrong file"));
        assertProblem("second-person-required", () -> as("department", () -> withdrawals.confirm(wrong.id())));
        var preview = as("chief", () -> withdrawals.preview(wrong.id()));
        assertThat(preview.subjects()).isEqualTo(4);
        assertThat(status(INNS.get(1), day)).isEqualTo("OUT/ABSENT");
        var open = "select except_login || '/' || (closed_by is null) from platform.task"
                + " where kind = 'WITHDRAWAL_TO_CONFIRM' and subject = '" + wrong.id() + "'";
        assertThat(one(open)).isEqualTo("department/true");
        as("department2", () -> withdrawals.confirm(wrong.id()));
        assertThat(one(open)).isEqualTo("department/false");

        assertThat(status(INNS.get(1), day)).isEqualTo("IN/SHOWN");
        assertThat(one("select status from registry.sme_status('" + INNS.get(1) + "', '" + day + "', '" + before
                        + "')"))
                .isEqualTo("OUT");
        assertThat(load(day, COMPLETE, everybody().subList(0, 1)).entered()).isZero();
        assertThat(status(INNS.get(1), day)).isEqualTo("OUT/ABSENT");
    }

    @Test
    void the_order_of_imports_never_matters_and_the_oracle_agrees() throws Exception {
        long seed = Long.getLong("clusters.test.seed", System.nanoTime());
        var random = new Random(seed);
        System.out.println("the_order_of_imports_never_matters: -Dclusters.test.seed=" + seed);
        var six = sixReleases(random);
        for (int round = 0; round < 4; round++) {
            an_empty_register();
            var order = new ArrayList<>(six);
            Collections.shuffle(order, random);
            var ids = new ArrayList<Long>();
            for (var release : order) {
                ids.add(load(release.on(), release.complete() ? COMPLETE : EXTRACT, release.shown())
                        .id());
            }
            assertAgree(new SmeOracle(six), null, "seed " + seed + " order " + order);
            assertRunsAreCanonical("seed " + seed + " order " + order);

            String known = one("select max(at) from platform.change");
            int gone = random.nextInt(6);
            withdraw(ids.get(gone));
            var rest = new ArrayList<>(order);
            rest.remove(gone);
            assertAgree(new SmeOracle(rest), null, "seed " + seed + " without " + order.get(gone) + " of " + order);
            assertRunsAreCanonical("seed " + seed + " without " + order.get(gone));
            assertAgree(new SmeOracle(six), known, "seed " + seed + " as known before the withdrawal");
        }
    }

    private static List<SmeOracle.Release> sixReleases(Random random) {
        var days = List.of(
                JANUARY,
                JANUARY.plusMonths(1),
                JANUARY.plusMonths(2),
                JANUARY.plusMonths(5),
                random.nextBoolean() ? JANUARY.plusMonths(5) : JANUARY.plusMonths(6),
                JANUARY.plusMonths(9));
        var entries = List.of(ENTRY, JANUARY.minusDays(5), JANUARY.plusDays(10));
        return days.stream()
                .map(on -> new SmeOracle.Release(
                        on,
                        random.nextInt(3) > 0,
                        INNS.stream()
                                .filter(inn -> random.nextInt(3) > 0)
                                .map(inn -> new Shown(
                                        inn,
                                        on.equals(JANUARY) ? ENTRY : entries.get(random.nextInt(4) % 3),
                                        1 + random.nextInt(2)))
                                .toList()))
                .map(release -> release.shown().isEmpty()
                        ? new SmeOracle.Release(release.on(), release.complete(), everybody())
                        : release)
                .toList();
    }

    private void assertAgree(SmeOracle oracle, String known, String situation) throws SQLException {
        try (var connection = owner.getConnection();
                var query = connection.prepareStatement("select d, i, s.status from generate_series(date '2023-11-01',"
                        + " date '2025-01-15', interval '1 day') d, unnest(?::text[]) i,"
                        + " lateral registry.sme_status(i, d::date, ?::timestamptz) s")) {
            var all = new ArrayList<>(INNS);
            all.add(NOBODY);
            query.setArray(1, connection.createArrayOf("text", all.toArray()));
            query.setString(2, known);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var day = rows.getDate(1).toLocalDate();
                    assertThat(rows.getString(3))
                            .as(situation + ": " + rows.getString(2) + " on " + day)
                            .isEqualTo(oracle.status(rows.getString(2), day));
                }
            }
        }
    }

    /** Live runs are as long as they can be and never overlap, so equal knowledge is stored equally. */
    private void assertRunsAreCanonical(String situation) throws Exception {
        assertThat(
                        one(
                                "select count(*) from registry.sme_run a join registry.sme_run b on a.inn = b.inn and a.kind = b.kind"
                                        + " and a.id <> b.id where a.superseded_by is null and b.superseded_by is null and not a.extract"
                                        + " and not b.extract and ((a.gone_ord = b.first_ord and a.hash = b.hash)"
                                        + " or (a.first_ord <= b.first_ord and (a.gone_ord is null or a.gone_ord > b.first_ord)))"))
                .as(situation)
                .isEqualTo("0");
        assertThat(one("select count(*) from registry.sme_run r where r.superseded_by is null and not r.extract"
                        + " and exists (select from unnest(array[r.first_ord, r.gone_ord]) o where o is not null and not exists"
                        + " (select from registry.release l where l.ord = o and l.withdrawn_by is null"
                        + " and l.recorded_by is not null and l.coverage = 'COMPLETE'))"))
                .as(situation)
                .isEqualTo("0");
    }
}
