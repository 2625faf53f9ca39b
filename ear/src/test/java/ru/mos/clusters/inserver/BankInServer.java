package ru.mos.clusters.inserver;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import ru.mos.clusters.bank.Accounts;
import ru.mos.clusters.bank.InstructionView;
import ru.mos.clusters.bank.Instructions;
import ru.mos.clusters.bank.NewInstruction;
import ru.mos.clusters.bank.OpenAccount;
import ru.mos.clusters.bank.Payee;
import ru.mos.clusters.bank.Source;
import ru.mos.clusters.bank.statement.Documents;
import ru.mos.clusters.bank.statement.StatementView;
import ru.mos.clusters.bank.statement.Statements;

/** Tests of the bank on 15 June 2026, with one account of ours that pays. */
abstract class BankInServer extends InServer {

    static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    static final String KBK = "80704121234567890811";
    private static final long MOST = 1L << 30;

    @Inject
    Accounts accounts;

    @Inject
    Instructions instructions;

    @Inject
    Statements statements;

    @Inject
    Documents documents;

    @BeforeEach
    void people_at_a_set_clock() throws Exception {
        for (var login : List.of("accountant", "accountant2", "chief", "department", "auditor", "gckr")) {
            given(login);
        }
        gone();
        execute("insert into platform.clock_shift"
                + " select (timestamp '2026-06-15 12:00' at time zone 'Europe/Moscow') - clock_timestamp()");
        as("chief", () -> accounts.open(account(BankFixture.OURS, true)));
    }

    @AfterEach
    void gone() throws Exception {
        execute("delete from platform.clock_shift");
        execute(BankFixture.NOTHING_LEFT);
    }

    void execute(String statement) throws Exception {
        try (var connection = owner.getConnection();
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    static OpenAccount account(String number, boolean pays) {
        return new OpenAccount(
                new Payee(
                        "7700000016", "770001001", "Департамент", number, BankFixture.OUR_BIC, "ГУ Банка России", null),
                "45000000",
                pays,
                LocalDate.of(2026, 1, 1));
    }

    static Payee payee(String account) {
        return new Payee(
                "7700000023", "770001001", "АНО Центр кластера", account, BankFixture.THEIR_BIC, "ПАО Банк", null);
    }

    static NewInstruction order(UUID id, String amount, String purpose) {
        return new NewInstruction(
                id,
                DAY,
                payee(BankFixture.THEIRS),
                new BigDecimal(amount),
                purpose,
                2026,
                KBK,
                new Source("PAYMENT", id.toString()));
    }

    InstructionView issued(String amount) throws Exception {
        return as("chief", () -> instructions.issue(order(UUID.randomUUID(), amount, "Субсидия")));
    }

    StatementView taken(BankFixture statement) throws Exception {
        return taken(statement.bytes());
    }

    StatementView taken(byte[] bytes) throws Exception {
        return as("accountant", () -> statements.submit("statement.txt", new ByteArrayInputStream(bytes), MOST));
    }

    InstructionView seen(InstructionView instruction) throws Exception {
        return as("auditor", () -> instructions.view(instruction.id()));
    }

    static List<String> codes(StatementView statement) {
        return statement.problems().stream().map(one -> one.code()).toList();
    }
}
