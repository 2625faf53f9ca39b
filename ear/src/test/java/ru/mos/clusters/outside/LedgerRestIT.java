package ru.mos.clusters.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.mos.clusters.inserver.LedgerFixture;
import ru.mos.clusters.inserver.OpeningBook;

/** The ledger as other programs meet it, those of plain-text accounting among them. */
class LedgerRestIT extends FromOutside {

    private static final String KBK = "80704121234567890811";
    private static final String AWKWARD = "Уведомление; «о лимитах» \\\\ \\\"=1+1\\\" | {x} \\t2";

    @TempDir
    Path folder;

    @BeforeEach
    void people() throws Exception {
        given("accountant", "chief", "auditor", "department", "gckr");
        gone();
    }

    @AfterEach
    void gone() throws Exception {
        CallsRestIT.run(LedgerFixture.NOTHING_LEFT);
    }

    private static JsonNode notice(String kind, String amount) throws Exception {
        var entered = Door.api("accountant", "POST", "ledger/notices", """
                {"kind": "%s", "effectiveOn": "2026-03-02", "document": {"title": "%s", "number": "7", "date": "2026-03-01"},
                 "lines": [{"year": 2026, "kbk": "%s", "amount": "%s"}]}""".formatted(kind, AWKWARD, KBK, amount));
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        return entered.json();
    }

    private static JsonNode posted(String kind, String amount) throws Exception {
        var path = "ledger/notices/" + notice(kind, amount).get("id").asText() + "/post";
        var answer = Door.api("chief", "POST", path, "{}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void the_trial_balance_is_that_of_the_contract_and_debit_equals_credit() throws Exception {
        posted("APPROPRIATION", "1250000.00");
        posted("LIMIT", "1000000.50");

        var balance = Door.api("auditor", "GET", "ledger/trial-balance", null).json();

        assertThat(balance.properties().stream().map(Map.Entry::getKey).toList())
                .containsExactlyInAnyOrder("on", "accounts", "debit", "credit");
        assertThat(balance.get("debit").asText())
                .isEqualTo(balance.get("credit").asText())
                .isEqualTo("2250000.50");
        var first = balance.at("/accounts/0");
        assertThat(first.properties().stream().map(Map.Entry::getKey).toList())
                .containsExactlyInAnyOrder("code", "name", "debit", "credit", "balance");
        assertThat(first.get("code").asText()).isEqualTo("APPROPRIATION-2026-" + KBK);
        assertThat(first.get("name").asText()).isEqualTo("Ассигнования, не доведённые лимитами, 2026");
        assertThat(first.get("balance").asText()).isEqualTo("249999.50");
        assertThat(Door.api("auditor", "GET", "ledger/trial-balance?on=2026-03-01", null)
                        .json()
                        .get("accounts"))
                .isEmpty();
        assertThat(Door.api("auditor", "GET", "ledger/trial-balance?on=2026-03-02", null)
                        .json()
                        .get("accounts"))
                .hasSize(3);
        assertThat(Door.api("auditor", "GET", "ledger/trial-balance?knownOn=2020-01-01", null)
                        .json()
                        .get("accounts"))
                .isEmpty();
        assertProblem(Door.api("gckr", "GET", "ledger/trial-balance", null), 403, "forbidden-role");
        assertProblem(Door.api("auditor", "GET", "ledger/trial-balance?on=31.12.2026", null), 400, "date-malformed");
    }

    @Test
    void a_notice_waits_for_a_second_person_and_a_shortage_names_account_and_sums() throws Exception {
        posted("APPROPRIATION", "100.00");
        var limits = notice("LIMIT", "100.01");
        var path = "ledger/notices/" + limits.get("id").asText();
        assertThat(limits.get("state").asText()).isEqualTo("DRAFT");
        assertProblem(Door.api("accountant", "POST", path + "/post", "{}"), 422, "second-person-required");
        assertProblem(Door.api("chief", "POST", path + "/post", "{\"version\": 99}"), 412, "changed-meanwhile");

        var refused = Door.api("chief", "POST", path + "/post", "{}");

        assertProblem(refused, 409, "appropriation-exceeded");
        assertThat(refused.json().get("detail").asText())
                .contains("APPROPRIATION-2026-" + KBK)
                .contains("100,00")
                .contains("100,01");
        var away = Door.api("accountant", "POST", path + "/discard", "{\"reason\": \"Не та сумма\"}");
        assertThat(away.json().get("state").asText()).isEqualTo("DISCARDED");
        assertThat(Door.api("auditor", "GET", "ledger/faults", null).json().get("items"))
                .isEmpty();
    }

    @Test
    void a_notice_that_cannot_be_is_refused_at_its_line() throws Exception {
        for (var wrong : Map.of(
                        "\"amount\": \"0.001\"", "posting-sum-impossible",
                        "\"amount\": \"0\"", "posting-sum-impossible",
                        "\"amount\": \"10000000000000\"", "posting-sum-impossible")
                .entrySet()) {
            var answer = Door.api("accountant", "POST", "ledger/notices", """
                    {"kind": "LIMIT", "effectiveOn": "2026-03-02", "document": {"title": "x", "date": "2026-03-01"},
                     "lines": [{"year": 2026, "kbk": "%s", %s}]}""".formatted(KBK, wrong.getKey()));
            assertProblem(answer, 422, wrong.getValue());
            assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/lines/0/amount");
        }
        var code = Door.api("accountant", "POST", "ledger/notices", """
                {"kind": "LIMIT", "effectiveOn": "2026-03-02", "document": {"title": "x", "date": "2026-03-01"},
                 "lines": [{"year": 2015, "kbk": "%s", "amount": "1.00"}]}""".formatted(KBK));
        assertProblem(code, 422, "account-kbk-not-of-year");
        assertThat(code.json().at("/errors/0/pointer").asText()).isEqualTo("/lines/0/kbk");
    }

    @Test
    void of_several_faults_of_a_notice_all_are_told_at_once() throws Exception {
        var wrong = Door.api("accountant", "POST", "ledger/notices", """
                {"kind": "LIMIT", "effectiveOn": "2999-12-31", "document": {"title": "x", "date": "2026-03-01"},
                 "lines": [{"year": 2026, "kbk": "%s", "amount": "0"}, {"year": 2015, "kbk": "%s", "amount": "1.00"}]}""".formatted(KBK, KBK));

        assertProblem(wrong, 422, "notice-refused");
        assertThat(places(wrong))
                .containsExactly(
                        "/effectiveOn entry-in-future",
                        "/lines/0/amount posting-sum-impossible",
                        "/lines/1/kbk account-kbk-not-of-year");

        var incomplete = Door.api("accountant", "POST", "ledger/notices", """
                {"kind": "LIMIT", "document": {"title": "x"}, "lines": [{"year": 2026}, {}]}""");

        assertProblem(incomplete, 400, "field-required");
        assertThat(places(incomplete))
                .containsExactly(
                        "/effectiveOn field-required",
                        "/document/date field-required",
                        "/lines/0/kbk field-required",
                        "/lines/0/amount field-required",
                        "/lines/1/year field-required",
                        "/lines/1/kbk field-required",
                        "/lines/1/amount field-required");
    }

    private static List<String> places(Door.Answer answer) throws Exception {
        var places = new ArrayList<String>();
        answer.json()
                .get("errors")
                .forEach(error -> places.add(
                        error.get("pointer").asText() + " " + error.get("code").asText()));
        return places;
    }

    @Test
    void the_accounting_program_gets_a_table_that_sums_up_to_the_trial_balance() throws Exception {
        var source = posted("APPROPRIATION", "1250000.00").get("id").asText();
        posted("LIMIT", "1000000.50");

        var table = Door.api("auditor", "GET", "ledger/journal.csv", null);

        assertThat(table.status()).isEqualTo(200);
        assertThat(table.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        var lines = new String(table.bytes(), StandardCharsets.UTF_8).split("\r\n");
        assertThat(lines[0]).startsWith("\uFEFFДата;Номер записи;Операция;Дебет;Кредит;");
        assertThat(lines[1])
                .startsWith("2026-03-02;")
                .contains(";Доведены ассигнования;503.15;503.13;2026;" + KBK + ";;1250000.00;\"Уведомление; ")
                .endsWith(";NOTICE " + source + ";");
        assertThat(lines[2]).contains(";501.15;501.13;").contains(";1000000.50;");
        assertThat(lines).hasSize(3);
        assertThat(text("ledger/journal.csv?from=2026-03-02&to=2026-03-02").split("\r\n"))
                .hasSize(3);
        assertThat(text("ledger/journal.csv?from=2026-03-03").split("\r\n")).hasSize(1);
        assertThat(text("ledger/journal.csv?to=2026-03-01").split("\r\n")).hasSize(1);
        assertProblem(Door.api("auditor", "GET", "ledger/journal.csv?from=1.3.2026", null), 400, "date-malformed");
        assertProblem(Door.api("gckr", "GET", "ledger/journal.csv", null), 403, "forbidden-role");
    }

    private static String text(String path) throws Exception {
        return new String(Door.api("auditor", "GET", path, null).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void the_execution_of_a_year_is_told_by_code_and_subject_with_the_exact_share() throws Exception {
        CallsRestIT.run(LedgerFixture.limits(2026, KBK, "300.00"));
        CallsRestIT.run(LedgerFixture.reserved("x", 2026, KBK, "100.00"));

        var lines =
                Door.api("auditor", "GET", "ledger/execution?year=2026", null).json();

        assertThat(lines.get("items")).hasSize(2);
        var code = lines.at("/items/0");
        assertThat(code.get("kbk").asText()).isEqualTo(KBK);
        assertThat(code.get("subject").isNull()).isTrue();
        assertThat(code.get("appropriation").asText()).isEqualTo("300.00");
        assertThat(code.get("limit").asText()).isEqualTo("300.00");
        assertThat(code.get("free").asText()).isEqualTo("200.00");
        assertThat(code.at("/executed/numerator").asText()).isEqualTo("0");
        assertThat(lines.at("/items/1/subject").asText()).isEqualTo("A-1");
        assertThat(lines.at("/items/1/reserved").asText()).isEqualTo("100.00");
        assertThat(Door.api("auditor", "GET", "ledger/execution?year=2026&on=2026-01-01", null)
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(Door.api("auditor", "GET", "ledger/execution?year=2026&knownOn=2020-01-01", null)
                        .json()
                        .get("items"))
                .isEmpty();
        assertProblem(Door.api("gckr", "GET", "ledger/execution?year=2026", null), 403, "forbidden-role");
    }

    @Test
    void the_execution_of_a_year_is_told_by_agreement_and_each_figure_by_its_entries() throws Exception {
        CallsRestIT.run(LedgerFixture.limits(2026, KBK, "300.00"));
        CallsRestIT.run(LedgerFixture.reserved("x", 2026, KBK, "100.01").replace("'A-1'", "'X-1'"));

        var lines = Door.api("auditor", "GET", "ledger/execution/groups?by=AGREEMENT&year=2026", null)
                .json()
                .get("items");

        assertThat(lines).hasSize(2);
        assertThat(lines.at("/0/kind").asText()).isEqualTo("TOTAL");
        assertThat(lines.at("/0/reserved").asText()).isEqualTo("100.01");
        assertThat(lines.at("/1/kind").asText()).isEqualTo("SUBJECT");
        assertThat(lines.at("/1/code").asText()).isEqualTo("X-1");
        assertThat(lines.at("/1/executed/numerator").asText()).isEqualTo("0");
        var entries = Door.api(
                        "auditor",
                        "GET",
                        "ledger/execution/groups/entries?by=AGREEMENT&year=2026&figure=RESERVED&line="
                                + URLEncoder.encode(lines.at("/1/line").asText(), StandardCharsets.UTF_8),
                        null)
                .json()
                .get("items");
        assertThat(entries).hasSize(1);
        assertThat(entries.at("/0/amount").asText()).isEqualTo("100.01");
        assertThat(entries.at("/0/account").asText()).isEqualTo("RESERVED-2026-" + KBK + "-X-1");
        assertThat(Door.api("auditor", "GET", "ledger/execution/groups?by=MEASURE&year=2026", null)
                        .json()
                        .at("/items/1/kind")
                        .asText())
                .isEqualTo("OUTSIDE");
        assertThat(Door.api("auditor", "GET", "ledger/execution/groups?by=PARTICIPANT&year=2026", null)
                        .json()
                        .get("items"))
                .as("nothing was paid")
                .isEmpty();
        assertProblem(
                Door.api("auditor", "GET", "ledger/execution/groups/entries?by=AGREEMENT", null),
                400,
                "field-required");
        assertProblem(
                Door.api("auditor", "GET", "ledger/execution/groups?by=PROJECT", null), 400, "parameter-malformed");
        assertProblem(Door.api("gckr", "GET", "ledger/execution/groups", null), 403, "forbidden-role");
    }

    private static Door.Answer uploaded(String login, String query, byte[] workbook) throws Exception {
        return Door.send(
                "POST",
                "/api/v1/ledger/opening-balances" + query,
                new String[] {
                    "Authorization",
                    Door.basic(login, "demo"),
                    "Content-Type",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                },
                workbook);
    }

    @Test
    void opening_balances_come_in_a_workbook_each_fault_is_told_by_its_place_and_a_chief_posts_them_once()
            throws Exception {
        var template = Door.api("auditor", "GET", "ledger/opening-balances/template", null);
        assertThat(template.status()).isEqualTo(200);
        assertThat(template.header("Content-Disposition")).contains("opening-balances.xlsx");
        var query = "?fileName=x.xlsx&effectiveOn=" + OpeningBook.DAY;
        var wrong = uploaded(
                "accountant",
                query,
                new OpeningBook()
                        .agreement("1", "01.09.2025", "7707083894", "2026", KBK, null, "1,001", null, null, null)
                        .bytes());
        assertProblem(wrong, 422, "opening-refused");
        assertThat(places(wrong))
                .containsExactly(
                        "/Соглашения/2/ИНН получателя * inn-checksum",
                        "/Соглашения/2/Обязательства cell-sum-impossible");
        assertThat(wrong.json().at("/errors/0/message").asText()).startsWith("C2: ");
        var book = OpeningBook.ofTen().bytes();
        assertProblem(uploaded("accountant", "", book), 400, "field-required");
        assertProblem(uploaded("chief", query, book), 403, "forbidden-role");

        var prepared = uploaded("accountant", query, book);

        assertThat(prepared.status()).as(prepared.toString()).isEqualTo(201);
        assertThat(prepared.json().at("/sums/committed").asText()).isEqualTo("52000.00");
        assertThat(prepared.json().get("total").asText()).isEqualTo("59961.68");
        var path = "ledger/opening-balances/" + prepared.json().get("id").asText();
        var rows = Door.api("auditor", "GET", path + "/rows?limit=10", null).json();
        assertThat(rows.get("items")).hasSize(10);
        assertThat(rows.at("/items/0/number").asText()).isEqualTo("С-1/2026");
        assertThat(rows.at("/items/0/inn").asText()).isEqualTo("7707083893");
        var rest = Door.api(
                        "auditor",
                        "GET",
                        path + "/rows?limit=10&cursor=" + rows.get("next").asText(),
                        null)
                .json();
        assertThat(rest.get("items")).hasSize(1);
        assertThat(rest.at("/items/0/subject").isNull()).isTrue();
        assertProblem(uploaded("accountant", query, book), 422, "opening-refused");
        assertProblem(Door.api("accountant", "POST", path + "/post", "{}"), 403, "forbidden-role");
        assertProblem(Door.api("chief", "POST", path + "/post", "{\"version\": 99}"), 412, "changed-meanwhile");
        var posted = Door.api("chief", "POST", path + "/post", "{}", "Idempotency-Key", path);
        assertThat(posted.json().get("state").asText()).as(posted.toString()).isEqualTo("POSTED");
        assertThat(Door.api("chief", "POST", path + "/post", "{}", "Idempotency-Key", path)
                        .json())
                .isEqualTo(posted.json());
        assertProblem(Door.api("chief", "POST", path + "/post", "{}"), 409, "transition-not-allowed");
        assertThat(Door.api("auditor", "GET", "ledger/trial-balance", null)
                        .json()
                        .get("debit")
                        .asText())
                .isEqualTo("59961.68");
        assertProblem(
                Door.api("chief", "POST", path + "/cancel", "{\"reason\": \"x\"}"), 409, "transition-not-allowed");
    }

    @Test
    void a_year_is_ended_by_two_persons_once_and_again_asked_for_by_its_key_answers_the_same() throws Exception {
        CallsRestIT.run(LedgerFixture.limits(2025, KBK, "300.00"));
        CallsRestIT.run(LedgerFixture.reserved("x", 2025, KBK, "100.00"));
        var left = Door.api("auditor", "GET", "ledger/year-ends/remainders?year=2025", null)
                .json();
        assertThat(left.at("/items/0/limit").asText()).isEqualTo("200.00");
        assertThat(left.at("/items/1/reserved").asText()).isEqualTo("100.00");
        var line = "{\"subject\": \"A-1\", \"stage\": \"RESERVED\", \"kbk\": \"%s\", \"amount\": \"%s\"}";
        var wrong = Door.api("accountant", "POST", "ledger/year-ends", """
                {"year": 2025, "lines": [%s, %s]}""".formatted(
                        line.formatted(KBK, "100.01"), line.formatted("807", "1.00")));
        assertProblem(wrong, 422, "year-end-refused");
        assertThat(places(wrong))
                .containsExactly(
                        "/lines/0/amount carry-exceeded",
                        "/lines/1/amount carry-exceeded",
                        "/lines/1/toKbk account-kbk-not-of-year");
        assertProblem(
                Door.api("accountant", "POST", "ledger/year-ends", "{\"year\": 2999, \"lines\": []}"),
                422,
                "account-year-impossible");

        var prepared = Door.api("accountant", "POST", "ledger/year-ends", """
                {"year": 2025, "lines": [%s]}""".formatted(line.formatted(KBK, "100.00")));
        assertThat(prepared.status()).as(prepared.toString()).isEqualTo(201);
        var path = "ledger/year-ends/" + prepared.json().get("id").asText() + "/carry-out";
        assertProblem(Door.api("accountant", "POST", path, "{}"), 403, "forbidden-role");
        var tooLittle = Door.api("chief", "POST", path, "{}");
        assertProblem(tooLittle, 409, "limit-exceeded");
        assertThat(tooLittle.json().get("detail").asText()).contains("LIMIT-2026-" + KBK);
        CallsRestIT.run(LedgerFixture.limits(2026, KBK, "100.00"));

        var done = Door.api("chief", "POST", path, "{}", "Idempotency-Key", path);

        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(done.json().get("state").asText()).isEqualTo("CARRIED_OUT");
        assertThat(done.json().get("lapsed").asText()).isEqualTo("300.00");
        assertThat(Door.api("chief", "POST", path, "{}", "Idempotency-Key", path)
                        .json())
                .isEqualTo(done.json());
        assertProblem(Door.api("chief", "POST", path, "{}"), 409, "transition-not-allowed");
        assertThat(Door.api("auditor", "GET", "ledger/accounts?year=2026&stage=RESERVED", null)
                        .json()
                        .at("/items/0/balance")
                        .asText())
                .isEqualTo("100.00");
    }

    @Test
    void hledger_and_beancount_accept_the_journal_and_come_to_the_same_balances() throws Exception {
        available("hledger", "bean-check");
        posted("APPROPRIATION", "1250000.00");
        var wrong = posted("LIMIT", "1000000.00");
        posted("LIMIT", "0.01");
        Door.api(
                "chief",
                "POST",
                "ledger/notices/" + wrong.get("id").asText() + "/reverse",
                "{\"reason\": \"Не тот КБК\"}");
        CallsRestIT.run(LedgerFixture.limits(2027, KBK, "77.77"));

        var hledger = journal("journal.hledger");
        run("hledger", "-f", hledger, "check", "--strict");
        var totals = new TreeMap<String, String>();
        run("hledger", "-f", hledger, "balance", "--flat", "--no-total", "--empty", "--output-format", "csv")
                .lines()
                .skip(1)
                .map(line -> line.replace("\"", "").split(","))
                .forEach(cells -> totals.put(cells[0], cells[1].replace(" RUB", "")));
        var due = new TreeMap<String, String>();
        Door.api("auditor", "GET", "ledger/trial-balance", null)
                .json()
                .get("accounts")
                .forEach(account -> due.put(
                        account.get("code").asText(), account.get("balance").asText()));
        totals.replaceAll((account, sum) -> sum.equals("0") ? "0.00" : sum);
        assertThat(totals).isEqualTo(due).hasSize(6);
        run("bean-check", journal("journal.beancount"));
    }

    @Test
    void an_empty_journal_is_one_too() throws Exception {
        available("hledger", "bean-check");
        run("hledger", "-f", journal("journal.hledger"), "check", "--strict");
        run("bean-check", journal("journal.beancount"));
    }

    private String journal(String name) throws Exception {
        var answer = Door.api("auditor", "GET", "ledger/" + name, null);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        return Files.write(folder.resolve(name), answer.bytes()).toString();
    }

    /** Where the programs of others are missing, only a run that demands them fails. */
    private static void available(String... programs) {
        for (var program : programs) {
            boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
            if (!"true".equals(System.getenv("CLUSTERS_BOOKS_REQUIRED"))) {
                assumeTrue(there, program + " is not installed");
            }
            assertThat(there).as(program + " is installed").isTrue();
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
