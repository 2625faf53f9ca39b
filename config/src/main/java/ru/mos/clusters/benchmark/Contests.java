package ru.mos.clusters.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ru.mos.clusters.launcher.RestClient;

/** A call with 2 000 applications, 60 experts and 8 000 assessments: its board, its ranking, its scores and a long protocol. */
final class Contests {

    private static final String CALL = "00000000-0000-4000-8000-00000000c0de";
    private static final int ROUNDS = 20;
    private static final int AGENDA = 300;
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    private static final String TERMS = """
            {"titleRu": "Совместные проекты", "titleEn": "Joint projects", "pilot": false,
             "acts": [{"act": "PPM_1863_2019", "edition": "2024-02-07"}], "rules": "CONCEPT_2010:2", "eligibility": "PRIORITY",
             "applicants": ["CLUSTER_ORGANISATION"], "forms": ["FINANCIAL"],
             "money": [{"year": 2026, "kbk": "80704121234567890811", "amount": 1000}],
             "projectLeast": 0.5, "projectMost": 5, "shares": [{"numerator": "2", "denominator": "3"}],
             "target": {"numerator": "2", "denominator": "3"}, "documents": [], "method": "CONTEST",
             "criteria": [{"code": "NOVELTY", "nameRu": "Новизна", "nameEn": "Novelty", "weight": 0.6, "least": 0, "most": 10},
                          {"code": "SYNERGY", "nameRu": "Синергия", "nameEn": "Synergy", "weight": 0.4, "least": 0, "most": 10}],
             "weightTotal": 1, "minimumScore": 5, "experts": 4, "tieBreak": "EARLIER_SUBMITTED", "returns": 1, "returnDays": 5,
             "announcedOn": "2026-03-02", "intakeFrom": "2026-03-03T06:00:00Z", "intakeUntil": "2026-04-01T15:00:00Z",
             "assessmentDays": 20, "decisionDays": 10, "flow": {"route": "APPLICANT_ONLY", "agreements": false}}""";

    private static final String FILL = """
            set session_replication_role = replica;
            create temporary table many as
            select n, ('00000000-0000-0000-0001-' || lpad(n::text, 12, '0'))::uuid as id,
                   (select max(id) from platform.change) as change, (select id from cluster.cluster where code = 'IT-1') as cluster
              from generate_series(1, 2000) n;
            insert into platform.app_user (login, name, password)
            select 'expert' || n, 'Эксперт ' || n, 'x' from generate_series(1, 60) n;
            insert into platform.user_role (login, role) select 'expert' || n, 'expert' from generate_series(1, 60) n;
            insert into call.expert (login, fields, valid_from, recorded_by, changed_by)
            select 'expert' || e, '{IT}', '2020-01-01', m.change, m.change from generate_series(1, 60) e, many m where m.n = 1;
            insert into call.programme (code, name_ru, name_en, first_year, last_year, first_award_on, recorded_by, changed_by)
            select 'BENCHMARK', 'П', 'P', 2026, 2027, '2026-02-01', change, change from many where n = 1;
            insert into call.measure (programme, code, name_ru, name_en, position) values ('BENCHMARK', '1', 'М', 'M', 1);
            insert into call.call (id, programme, measure, state, edited_by, edition, recorded_by, changed_by)
            select '%1$s', 'BENCHMARK', '1', 'PUBLISHED', 'a', 1, change, change from many where n = 1;
            insert into call.edition (call_id, number, terms, assessment_to, decision_to, edited_by, published_by, recorded_by)
            select '%1$s', 1, '%2$s', '2099-04-29', '2099-05-15', 'a', 'b', change from many where n = 1;
            insert into call.money values ('%1$s', 2026, '80704121234567890811', 1000);
            insert into project.project (id, kind, lead, title, draft, edited_by, edition, recorded_by, changed_by)
            select id, 'CLUSTER', '7707083893', 'Опытное производство ' || n, '{}', 'a', 1, change, change from many;
            insert into project.edition select id, 1, '{"title": "Проект"}', 'x', change from many;
            insert into project.cluster select id, 1, cluster, true from many;
            insert into project.funding select id, 1, 1, 'CITY_BUDGET', 0.50 from many;
            insert into call.application (id, call_id, project_id, applicant, channel, state, round, submitted_at, answers, recorded_by,
                                          changed_by)
            select id, '%1$s', id, '7707083893', 'APPLICANT', 'ASSESSED', 1, timestamptz '2026-03-10' + n * interval '1 minute', '{}',
                   change, change from many;
            insert into call.submission (application_id, round, call_id, call_edition, project_id, project_edition, answers,
                                         submitted_by, certified_by, received_at, receipt, digest, recorded_by)
            select id, 1, '%1$s', 1, id, 1, '{}', 'a', 'b', '2026-03-10', 'M-' || n, 'x', change from many;
            insert into call.assignment (id, call_id, application_id, expert, state, due, recorded_by, changed_by)
            select gen_random_uuid(), '%1$s', id, 'expert' || 1 + (4 * n + e) %% 60, 'SCORED', '2099-01-01', change, change
              from many, generate_series(1, 4) e;
            insert into call.assessment (assignment_id, number, recorded_by) select id, 1, recorded_by from call.assignment;
            insert into call.score
            select g.id, 1, k.code, (hashtext(g.id::text || k.code) & 1023) %% 11, 'Обосновано расчётом и сравнением с другими'
              from call.assignment g, unnest(array['NOVELTY', 'SYNERGY']) k (code);
            set session_replication_role = origin;
            analyze""";

    /** On each application of the agenda the council recommends the same, by all votes. */
    private static final String VOTED = """
            set session_replication_role = replica;
            insert into call.motion (id, item_id, number, motion, reason, recorded_by)
            select gen_random_uuid(), i.id, 1, 'RECOMMEND', 'Проект отвечает условиям отбора, смета обоснована', i.recorded_by
              from call.agenda_item i where i.sitting_id = '%1$s';
            insert into call.ballot (motion_id, seat_id, choice, given_by, recorded_by)
            select m.id, a.seat_id, 'FOR', 'department', m.recorded_by
              from call.agenda_item i join call.motion m on m.item_id = i.id
              join call.attendance a on a.sitting_id = i.sitting_id join call.seat s on s.id = a.seat_id and s.votes
             where i.sitting_id = '%1$s';
            set session_replication_role = origin""";

    private final Report report;
    private final Installation installation;
    private final RestClient department;
    private final Connection connection;
    private final HttpClient http = HttpClient.newHttpClient();

    Contests(Report report, Installation installation, Connection connection) {
        this.report = report;
        this.installation = installation;
        this.connection = connection;
        this.department = installation.department();
    }

    void measure() throws Exception {
        execute(FILL.formatted(CALL, TERMS.replace("'", "''")));
        screen("board of 2 000 applications", "expertise/board.xhtml?call=" + CALL);
        screen("ranking of 2 000 applications", "ranking/card.xhtml?call=" + CALL);
        var ranked = Spread.inTurn(ROUNDS, List.of(() -> department.get("rankings/" + CALL)))
                .get(0);
        report.row("ranking of 2 000 by 8 000 assessments", ranked.toString(), "", "", "≤ 2 s");
        var sheet = new Taken("rankings/" + CALL + "/scores.xlsx");
        report.row(
                "XLSX of all 16 000 scores",
                Report.seconds(sheet.took),
                sheet.bytes.length / 1024 + " KB",
                "",
                "streamed");
        protocol();
    }

    private void screen(String name, String path) throws Exception {
        Searches.screen(report, installation, connection, name, path);
    }

    private void protocol() throws Exception {
        var sitting = sitting();
        execute(VOTED.formatted(sitting));
        department.post("sittings/" + sitting + "/close", Map.of());
        var protocol = department
                .post("protocols", Map.of("sitting", sitting, "annexes", List.of("Рейтинг заявок")))
                .path("id")
                .asText();
        department.post("protocols/" + protocol + "/number", Map.of());
        screen("protocol of " + AGENDA + " applications", "council/protocol.xhtml?id=" + protocol);
        new Taken("protocols/" + protocol + "/pdf");
        var pdf = new Taken("protocols/" + protocol + "/pdf");
        report.row(
                "PDF of the protocol, " + pdf.pages() + " pages",
                Report.seconds(pdf.took),
                pdf.bytes.length / 1024 + " KB",
                "",
                "100 pages ≤ 5 s");
    }

    private String sitting() throws Exception {
        var paper = Map.of("title", "Распоряжение", "number", "1-РП", "date", "2026-01-10");
        department.post(
                "council-bodies",
                Map.of(
                        "code", "BENCHMARK",
                        "kind", "EXPERT_COUNCIL",
                        "nameRu", "Совет",
                        "genitive", "Совета",
                        "nameEn", "Council"));
        department.post(
                "council-bodies/BENCHMARK/regulations",
                Map.of(
                        "from",
                        "2026-01-01",
                        "quorum",
                        Map.of("numerator", "1", "denominator", "2"),
                        "moreThan",
                        true,
                        "recused",
                        "ABSENT",
                        "majority",
                        "ALL_VOTES",
                        "castingVote",
                        true,
                        "inAbsentia",
                        true,
                        "appealDays",
                        10,
                        "document",
                        paper));
        department.post(
                "council-bodies/BENCHMARK/orders",
                Map.of(
                        "from",
                        "2026-01-10",
                        "document",
                        paper,
                        "appointments",
                        List.of(
                                seat("Гоголь Николай Васильевич", "CHAIR", true),
                                seat("Дюма Илья Кузьмич", "MEMBER", true),
                                seat("Шевченко Никита Фомич", "MEMBER", true),
                                seat("Мицкевич Нинель Яковлевна", "SECRETARY", false))));
        var sitting = department.post(
                "sittings",
                Map.of(
                        "body",
                        "BENCHMARK",
                        "call",
                        CALL,
                        "form",
                        "MEETING",
                        "heldOn",
                        "2026-06-01",
                        "place",
                        "Москва"));
        var path = "sittings/" + sitting.path("id").asText();
        department.post(
                path + "/items",
                Map.of(
                        "applications",
                        column("select id from call.application where call_id = '" + CALL + "' order by number limit "
                                + AGENDA)));
        department.post(path + "/open", Map.of());
        for (var member : sitting.path("members")) {
            department.post(
                    path + "/attendance", Map.of("seat", member.path("seat").asText(), "presence", "PRESENT"));
        }
        return sitting.path("id").asText();
    }

    private static Map<String, Object> seat(String name, String post, boolean votes) {
        return Map.of("name", name, "organisation", "Организация", "post", post, "votes", votes);
    }

    private void execute(String statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private List<String> column(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    /** A file as it came, and how long that took. */
    private final class Taken {
        private final byte[] bytes;
        private final Duration took;

        Taken(String path) throws IOException, InterruptedException {
            var basic = Base64.getEncoder().encodeToString("department:demo".getBytes(StandardCharsets.UTF_8));
            var request = HttpRequest.newBuilder(URI.create(installation.url() + "api/v1/" + path))
                    .header("Authorization", "Basic " + basic)
                    .build();
            long begun = System.nanoTime();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            took = Duration.ofNanos(System.nanoTime() - begun);
            bytes = answer.body();
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        path + ": " + answer.statusCode() + " " + new String(bytes, StandardCharsets.UTF_8));
            }
        }

        long pages() {
            return PAGE.matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                    .results()
                    .count();
        }
    }
}
