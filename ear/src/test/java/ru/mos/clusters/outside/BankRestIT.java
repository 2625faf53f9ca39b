package ru.mos.clusters.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.inserver.BankFixture.statement;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.TestSession;
import ru.mos.clusters.inserver.BankFixture;

/** The bank as other programs meet it. */
class BankRestIT extends FromOutside {

    @BeforeEach
    void people() throws Exception {
        given("accountant", "accountant2", "chief", "auditor", "department", "gckr");
        gone();
        account();
    }

    @AfterEach
    void gone() throws Exception {
        CallsRestIT.run(BankFixture.NOTHING_LEFT);
    }

    static void account() throws Exception {
        var opened = Door.api("chief", "POST", "bank/accounts", """
                {"number": "%s", "bic": "%s", "bank": "ГУ Банка России", "holder": "Департамент", "inn": "7700000016",
                 "pays": true, "from": "2026-01-01"}""".formatted(BankFixture.OURS, BankFixture.OUR_BIC));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
    }

    /** An order that two persons approved elsewhere. */
    static String issued(int number, String amount) throws Exception {
        try (var connection = TestSession.superuser();
                var run = connection.createStatement();
                var rows = run.executeQuery("""
                        insert into bank.instruction (id, number, day, account_id, payee_inn, payee_name, payee_account, payee_bic,
                                                      payee_bank, amount, purpose, year, kbk, source_kind, source, state, issued_by,
                                                      recorded_by, changed_by)
                        select gen_random_uuid(), %d, '2026-03-10', a.id, '7700000023', 'АНО Центр кластера', '%s', '%s', 'ПАО Банк', %s,
                               'Субсидия', 2026, '80704121234567890811', 'TRANSFER', 'x', 'ISSUED', 'chief', a.recorded_by, a.recorded_by
                          from bank.account a where a.pays
                        returning id""".formatted(number, BankFixture.THEIRS, BankFixture.THEIR_BIC, amount))) {
            rows.next();
            return rows.getString(1);
        }
    }

    static Door.Answer upload(String login, byte[] file) throws Exception {
        return Door.send(
                "POST",
                "/api/v1/bank/statements?fileName=kl_to_1c.txt",
                new String[] {"Authorization", Door.basic(login, "demo"), "Content-Type", "text/plain"},
                file);
    }

    @Test
    void a_statement_is_answered_as_the_contract_says() throws Exception {
        var order = issued(1, "250.00");

        var answer = upload(
                "accountant",
                statement("2026-03-10", "1000.00")
                        .paid(1, "250.00")
                        .received(9, "75.50")
                        .bytes());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        var taken = answer.json();
        assertThat(taken.properties().stream().map(Map.Entry::getKey).toList())
                .containsExactly(
                        "id",
                        "format",
                        "encoding",
                        "documents",
                        "turnover",
                        "opening",
                        "closing",
                        "state",
                        "problems",
                        "matched",
                        "unmatched");
        assertThat(taken.get("state").asText()).isEqualTo("ACCEPTED");
        assertThat(taken.get("turnover").asText()).isEqualTo("325.50");
        assertThat(taken.get("opening").asText()).isEqualTo("1000.00");
        assertThat(taken.get("closing").asText()).isEqualTo("825.50");
        assertThat(taken.get("encoding").asText()).isEqualTo("windows-1251");
        assertThat(taken.get("matched").asInt()).isEqualTo(1);
        assertThat(taken.get("unmatched").asInt()).isEqualTo(1);
        assertThat(answer.header("Location"))
                .endsWith("/api/v1/bank/statements/" + taken.get("id").asText());
        assertThat(Door.api("auditor", "GET", "payment-orders/" + order, null)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("EXECUTED");
        var lines = Door.api(
                        "auditor", "GET", "bank/statements/" + taken.get("id").asText() + "/documents", null)
                .json()
                .get("items");
        assertThat(lines).hasSize(2);
        assertProblem(
                upload(
                        "accountant",
                        statement("2026-03-10", "1000.00")
                                .paid(1, "250.00")
                                .received(9, "75.50")
                                .bytes()),
                422,
                "statement-taken-before");
        assertProblem(upload("chief", new byte[] {1}), 403, "forbidden-role");
    }

    @Test
    void an_account_we_do_not_keep_is_flagged_and_a_second_person_decides() throws Exception {
        var taken = upload(
                        "accountant",
                        statement("2026-03-10", "0.00")
                                .of("40201810500000000002")
                                .received(1, "5.00")
                                .bytes())
                .json();
        assertThat(taken.get("state").asText()).isEqualTo("FLAGGED");
        assertThat(taken.at("/problems/0/code").asText()).isEqualTo("account-unknown");
        assertThat(taken.at("/problems/0/message").asText()).contains("40201810500000000002");
        var path = "bank/statements/" + taken.get("id").asText();

        assertProblem(
                Door.api("accountant", "POST", path + "/accept", "{\"reason\": \"x\"}"), 422, "second-person-required");
        assertProblem(Door.api("accountant2", "POST", path + "/accept", "{\"reason\": \"x\"}"), 422, "account-unknown");
        assertProblem(Door.api("accountant2", "POST", path + "/accept", "{}"), 400, "field-required");
        var away = Door.api("accountant", "POST", path + "/discard", "{\"reason\": \"Не наша\"}");
        assertThat(away.json().get("state").asText()).isEqualTo("DISCARDED");
    }

    @Test
    void an_unusable_file_is_refused_with_its_line_in_the_language_asked_for() throws Exception {
        var bytes =
                statement("2026-03-10", "1000.00").paid(1, "250.00").text().replace("Сумма=250.00", "Сумма=-250.00");

        var answer = upload("accountant", bytes.getBytes(BankFixture.CP1251));

        assertProblem(answer, 422, "statement-sum-malformed");
        assertThat(answer.json().get("detail").asText()).contains("-250.00").contains("13");
        assertThat(Door.api("auditor", "GET", "bank/statements", null).json().get("items"))
                .isEmpty();
        assertProblem(upload("accountant", new byte[0]), 422, "upload-empty");
    }

    @Test
    void both_files_of_an_order_are_downloads_in_their_encodings() throws Exception {
        var order = issued(17, "1250000.00");

        var text = Door.api("accountant", "GET", "payment-orders/" + order + "/file?format=1c", null);
        var xml = Door.api("accountant", "GET", "payment-orders/" + order + "/file?format=pain001", null);

        assertThat(text.header("Content-Type")).isEqualTo("text/plain;charset=windows-1251");
        assertThat(text.header("Content-Disposition")).contains("payment-order-2026-03-10-17.txt");
        assertThat(new String(text.bytes(), BankFixture.CP1251))
                .startsWith("1CClientBankExchange\r\n")
                .contains("Номер=17\r\n");
        assertThat(xml.header("Content-Type")).startsWith("application/xml");
        assertThat(xml.body()).contains("pain.001.001.03", "1250000.00");
        assertProblem(
                Door.api("accountant", "GET", "payment-orders/" + order + "/file", null), 400, "parameter-malformed");
        assertProblem(
                Door.api("accountant", "GET", "payment-orders/" + order + "/file?format=mt103", null),
                400,
                "parameter-malformed");
        assertProblem(
                Door.api("gckr", "GET", "payment-orders/" + order + "/file?format=1c", null), 403, "forbidden-role");
    }

    @Test
    void an_account_whose_key_does_not_agree_is_refused() throws Exception {
        var refused = Door.api("chief", "POST", "bank/accounts", """
                {"number": "40201810300000000001", "bic": "044525000", "bank": "x", "holder": "x", "inn": "7700000016", "pays": false,
                 "from": "2026-01-01"}""");

        assertProblem(refused, 422, "bank-account-key");
        assertThat(pointer(refused.json())).isEqualTo("/account");
    }

    private static String pointer(JsonNode problem) {
        return problem.at("/errors/0/pointer").asText();
    }

    @Test
    void a_payment_is_matched_by_hand_and_taken_back() throws Exception {
        var order = issued(5, "250.00");
        upload(
                "accountant",
                statement("2026-03-10", "1000.00").paid(6, "250.00").bytes());
        var document = Door.api("accountant", "GET", "bank/documents?incoming=false&placed=false", null)
                .json()
                .at("/items/0/id")
                .asText();
        assertThat(Door.api("accountant", "GET", "bank/documents/" + document + "/candidates", null)
                        .json()
                        .at("/items/0/instruction")
                        .asText())
                .isEqualTo(order);

        var matched = Door.api(
                "accountant", "POST", "bank/documents/" + document + "/match", "{\"instruction\": \"" + order + "\"}");

        assertThat(matched.json().get("instruction").asText()).isEqualTo(order);
        var undone = Door.api("accountant", "POST", "bank/documents/" + document + "/undo", "{\"reason\": \"Ошибка\"}");
        assertThat(undone.json().get("instruction").isNull()).isTrue();
        assertThat(Door.api("auditor", "GET", "payment-orders/" + order, null)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("ISSUED");
    }
}
