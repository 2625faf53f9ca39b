package ru.mos.clusters.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import ru.mos.clusters.launcher.RestClient;

/** Searches by REST and lists on screens, beside the same rows asked for in plain SQL and beside an empty request. */
final class Searches {

    private static final int ROUNDS = 200;
    private static final int PAGE = 50;
    private static final int DEEP = 1_000;
    private static final int COMMON = 25_000;
    private static final String APPLICATION = "clusters_app";

    private static final String SHOWN = """
            select p.inn, e.ogrn, e.kind, e.name, e.region, s.status, s.category, e.main_code, a.name
              from page p
              join registry.entity e on e.inn = p.inn
             cross join lateral registry.sme_status(e.inn, current_date) s
              left join registry.activity a on a.version = e.main_version and a.code = e.main_code
            """;
    private static final String BY_NUMBER = "with page as materialized (select inn from registry.entity"
            + " where inn >= ? and inn < ? order by inn limit 51)\n" + SHOWN + " order by p.inn";
    private static final String BY_WORDS = "with hit as materialized (select inn, search_name from registry.entity"
            + " where search_name like ? and search_name like ?), page as materialized (select * from hit"
            + " order by search_name, inn limit 51)\n" + SHOWN + " order by p.search_name, p.inn";
    private static final String IN_ORDER = "with page as materialized (select inn, search_name from registry.entity"
            + " where (search_name, inn) > (?, ?) order by search_name, inn limit 51)\n" + SHOWN
            + " order by p.search_name, p.inn";

    private final Report report;
    private final Installation installation;
    private final RestClient department;
    private final Connection connection;

    Searches(Report report, Installation installation, Connection connection) {
        this.report = report;
        this.installation = installation;
        this.connection = connection;
        this.department = installation.department();
    }

    void measure() throws Exception {
        execute("vacuum analyze");
        try (var number = connection.prepareStatement(BY_NUMBER);
                var words = connection.prepareStatement(BY_WORDS);
                var ordered = connection.prepareStatement(IN_ORDER)) {
            var some = column("select inn from registry.entity tablesample system (1) limit 200");
            var common = common();
            listed("exact INN", some, number, inn -> List.of(inn, inn + ":"));
            var prefixes =
                    some.stream().map(inn -> inn.substring(0, 7)).distinct().toList();
            listed("INN prefix", prefixes, number, prefix -> List.of(prefix, prefix + ":"));
            listed("rare part of a name", rare(), words, word -> List.of("%" + word + "%", "%"));
            listed("common word", List.of(common), words, word -> List.of("%" + word + "%", "%"));
            listed("two words", List.of(common + " луч"), words, word -> List.of("%" + common + "%", "%луч%"));
            listed("no hit", List.of("ъщжфы"), words, word -> List.of("%" + word + "%", "%"));
            pages(ordered);
            firstOfCommon(common);
            screen("list of enterprises", "registry/list.xhtml");
            screen("the same for the common word", "registry/list.xhtml?q=" + encoded(common));
        }
    }

    private interface Bound {
        List<String> values(String text);
    }

    private void listed(String name, List<String> texts, PreparedStatement raw, Bound bound) throws Exception {
        var rest = new Turn(texts);
        var sql = new Turn(texts);
        compare(
                name,
                () -> department.get("entities?query=" + encoded(rest.next())),
                () -> run(raw, bound.values(sql.next())));
    }

    /** One after the other, over and over. */
    private static final class Turn {
        private final List<String> texts;
        private int at;

        Turn(List<String> texts) {
            this.texts = texts;
        }

        String next() {
            return texts.get(at++ % texts.size());
        }
    }

    private void compare(String name, Callable<?> rest, Callable<?> sql) throws Exception {
        var took = Spread.inTurn(ROUNDS, List.of(() -> department.get("me"), sql, rest));
        report.row(
                "search: " + name,
                took.get(2).toString(),
                "SQL " + took.get(1) + ", empty request " + took.get(0),
                took.get(2).above(took.get(1), took.get(0)),
                "≤ 5 / 5");
    }

    private void pages(PreparedStatement ordered) throws Exception {
        compare("page 1 of all", () -> department.get("entities"), () -> run(ordered, List.of("", "")));
        var cursor = "";
        var last = department.get("entities?limit=1");
        for (int skipped = 0; skipped < DEEP * PAGE; skipped += 500) {
            last = department.get("entities?limit=500" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            cursor = last.path("next").asText();
            if (last.path("next").isNull()) {
                return; // too few records for such a page
            }
        }
        var items = last.path("items");
        var inn = items.path(items.size() - 1).path("inn").asText();
        var key = column("select search_name from registry.entity where inn = '" + inn + "'")
                .get(0);
        var deep = "entities?cursor=" + cursor;
        compare("page 1 000 of all", () -> department.get(deep), () -> run(ordered, List.of(key, inn)));
        var both = Spread.inTurn(ROUNDS, List.of(() -> department.get("entities"), () -> department.get(deep)));
        report.row(
                "page 1 000",
                both.get(1).toString(),
                "page 1 " + both.get(0),
                Report.ratio(both.get(1).p50(), both.get(0).p50()),
                "1 (keyset)");
    }

    /** What the database itself took for the first page in order, and for a bare count of the same hits. */
    private void firstOfCommon(String common) throws Exception {
        long page = 0;
        long count = 0;
        int calls = 40;
        try (var counting =
                connection.prepareStatement("select count(*) from registry.entity where search_name like ?")) {
            for (int i = 0; i < 10; i++) {
                department.get("entities?query=" + encoded(common));
                run(counting, List.of("%" + common + "%"));
            }
            for (int i = 0; i < calls; i++) {
                Statements.reset(connection);
                department.get("entities?query=" + encoded(common));
                run(counting, List.of("%" + common + "%"));
                page += Statements.since(connection, APPLICATION).micros();
                count += Statements.since(connection, "postgres").micros();
            }
        }
        report.row(
                "first page of the common word in order, in the database",
                Report.millis(page / calls),
                "its count(*) " + Report.millis(count / calls),
                Report.ratio(page, count),
                "≤ 1.5");
    }

    private void screen(String name, String path) throws Exception {
        screen(report, installation, connection, name, path);
    }

    /** A page of a list: its time beside what its statements took in the database, and how many they were. */
    static void screen(Report report, Installation installation, Connection connection, String name, String path)
            throws Exception {
        var session = Session.of(installation.url(), "department", "demo");
        var client = installation.department();
        Spread.inTurn(ROUNDS / 2, List.of(() -> session.page(path)));
        Statements.reset(connection);
        for (int i = 0; i < ROUNDS; i++) {
            session.page(path);
        }
        var counted = Statements.since(connection, APPLICATION);
        var took = Spread.inTurn(ROUNDS, List.of(() -> client.get("me"), () -> session.page(path)));
        long sql = counted.micros() / ROUNDS;
        report.row(
                "screen: " + name,
                took.get(1).toString(),
                "SQL " + Report.millis(sql) + " (" + counted.calls() / ROUNDS + " statements), empty request "
                        + took.get(0),
                took.get(1).above(new Spread(sql, sql), took.get(0)),
                "≤ 18 / 18");
    }

    /** The word of the generator's names that is nearest to being as common as the goal says. */
    private String common() throws SQLException {
        var words = List.of(
                "прибор",
                "метрика",
                "датчик",
                "сигнал",
                "вакцина",
                "мебель",
                "транс",
                "софт",
                "пекарня",
                "торговый",
                "мастерская",
                "лаборатория",
                "проект",
                "плюс",
                "алексеевич",
                "александрович",
                "петровна",
                "семенович");
        record Counted(String word, long hits) {}
        var counted = new ArrayList<Counted>();
        for (var word : words) {
            counted.add(new Counted(word, hits(word)));
        }
        var nearest = counted.stream()
                .min(Comparator.comparingLong(each -> Math.abs(each.hits() - COMMON)))
                .orElseThrow();
        report.row("the common word", nearest.word(), nearest.hits() + " hits", "", "25 000 hits");
        return nearest.word();
    }

    /** Words of names that few others have. */
    private List<String> rare() throws SQLException {
        return column("""
                select w.word
                  from (select distinct word
                          from registry.entity tablesample system (1) repeatable (1)
                         cross join regexp_split_to_table(search_name, '[^а-я]+') word
                         where kind = 1 and length(word) >= 12) w
                 where (select count(*)
                          from (select from registry.entity e
                                 where e.search_name like '%' || w.word || '%' limit 21) hit) <= 20
                 limit 20""");
    }

    private long hits(String word) throws SQLException {
        return Long.parseLong(column("select count(*) from registry.entity where search_name like '%" + word + "%'")
                .get(0));
    }

    private List<String> column(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    private void execute(String statement) throws SQLException {
        try (var running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    private static int run(PreparedStatement statement, List<String> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setString(i + 1, values.get(i));
        }
        try (var rows = statement.executeQuery()) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
