package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.agreement.EnterEvidence;
import ru.mos.clusters.agreement.EnterPayeeAccount;
import ru.mos.clusters.agreement.EvidenceSource;
import ru.mos.clusters.agreement.EvidenceView;
import ru.mos.clusters.agreement.OwnMoney;
import ru.mos.clusters.agreement.PayeeAccountView;
import ru.mos.clusters.agreement.PayeeAccounts;
import ru.mos.clusters.agreement.PaymentView;
import ru.mos.clusters.agreement.Payments;
import ru.mos.clusters.agreement.ReportLine;
import ru.mos.clusters.agreement.ReportView;
import ru.mos.clusters.agreement.Reports;
import ru.mos.clusters.bank.Instructions;
import ru.mos.clusters.bank.statement.DocumentFilter;
import ru.mos.clusters.bank.statement.Documents;
import ru.mos.clusters.bank.statement.Statements;
import ru.mos.clusters.call.FundingMode;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.reconciliation.Reconciliation;

/** Brings an award to an agreement in force and its instalments through their payment, as people do. */
@Dependent
class Granting {

    static final Inn PARTY = EligibleCluster.ORGANISATION;
    static final Inn SUPPLIER = new Inn("7728168971");
    static final String BIC = "044525225";
    static final String ACCOUNT = keyed("4070281090000000012");
    static final String OTHER_ACCOUNT = keyed("4070281090000000034");
    private static final LocalDate TODAY = Awarding.TODAY;

    @Inject
    private Awarding awarding;

    @Inject
    private Agreements agreements;

    @Inject
    private OwnMoney money;

    @Inject
    private PayeeAccounts accounts;

    @Inject
    private Payments payments;

    @Inject
    private Reports reports;

    @Inject
    private Instructions instructions;

    @Inject
    private Statements statements;

    @Inject
    private Documents documents;

    @Inject
    private Reconciliation reconciliation;

    @Resource(lookup = "java:jboss/datasources/ClustersOwnerDS")
    private DataSource source;

    private UUID id;
    private BigDecimal balance = new BigDecimal("5000000.00");

    /** The agreement drawn up last. */
    UUID id() {
        return id;
    }

    /** The account with the ninth digit that makes the key right. */
    private static String keyed(String without) {
        for (int key = 0; key < 10; key++) {
            var account = without.substring(0, 8) + key + without.substring(8);
            var digits = BIC.substring(6) + account;
            int sum = 0;
            for (int at = 0; at < digits.length(); at++) {
                sum += (digits.charAt(at) - '0') * new int[] {7, 1, 3}[at % 3];
            }
            if (sum % 10 == 0) {
                return account;
            }
        }
        throw new AssertionError(without);
    }

    /** Through which all that stands behind the agreement came. */
    Awarding awarding() {
        return awarding;
    }

    AgreementView drawnUp(String amount) throws Exception {
        return drawnUp("ONWARD_TO_PARTICIPANTS", amount);
    }

    AgreementView drawnUp(String route, String amount) throws Exception {
        return drawnUp(route, FundingMode.ADVANCE, amount);
    }

    /** An agreement in force that pays for costs borne. */
    AgreementView reimbursing(String route, String amount) throws Exception {
        drawnUp(route, FundingMode.REIMBURSEMENT, amount);
        InServer.as("chief", () -> agreements.sign(id, null));
        return registered("БО-1");
    }

    private AgreementView drawnUp(String route, FundingMode mode, String amount) throws Exception {
        var application = awarding.awarded(route, mode, amount);
        var agreement = InServer.as("department", () -> agreements.drawUp(application));
        id = agreement.id();
        return agreement;
    }

    AgreementView inForce(String amount) throws Exception {
        drawnUp(amount);
        InServer.as("chief", () -> agreements.sign(id, null));
        return registered("БО-1");
    }

    AgreementView registered(String number) throws Exception {
        return InServer.as("accountant", () -> agreements.register(id, null, number, TODAY));
    }

    AgreementView seen() throws Exception {
        return InServer.as("auditor", () -> agreements.view(id));
    }

    EvidenceView entered(int stage, String amount, String number) throws Exception {
        return InServer.as(
                "applicant",
                () -> money.enter(new EnterEvidence(
                        id,
                        stage,
                        EvidenceSource.OWN,
                        new BigDecimal(amount),
                        PARTY,
                        new Paper("Платёжное поручение", number, TODAY))));
    }

    EvidenceView evidenced(int stage, String amount, String number) throws Exception {
        var evidence = entered(stage, amount, number);
        return InServer.as("department", () -> money.accept(evidence.id(), evidence.version()));
    }

    PayeeAccountView account(String number) throws Exception {
        var entered = InServer.as(
                "accountant",
                () -> accounts.enter(new EnterPayeeAccount(
                        PARTY, "770701001", number, BIC, "Банк", null, new Paper("Письмо", "5", TODAY))));
        return InServer.as("accountant2", () -> accounts.confirm(entered.id(), entered.version()));
    }

    PaymentView prepared(int position) throws Exception {
        return InServer.as("accountant", () -> payments.prepare(id, position)).get(0);
    }

    PaymentView ordered(int position) throws Exception {
        var payment = prepared(position);
        return InServer.as("chief", () -> payments.approve(payment.id(), payment.version()));
    }

    PaymentView paid(int position) throws Exception {
        var payment = ordered(position);
        execute(payment);
        return InServer.as("auditor", () -> payments.view(payment.id()));
    }

    private String today() throws Exception {
        return own("select platform.today()::text");
    }

    private String own(String query) throws Exception {
        try (var connection = source.getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The bank's statement of the day shows it. */
    void execute(PaymentView payment) throws Exception {
        var day = today();
        var number = InServer.as("auditor", () -> instructions.view(payment.instruction()))
                .number();
        var text = BankFixture.statement(day, balance.toPlainString())
                .paid((int) number, payment.net().toPlainString(), payment.account(), "Субсидия")
                .text()
                .replace("7700000023", payment.payee().digits());
        balance = balance.subtract(payment.net());
        var statement = InServer.as(
                "accountant",
                () -> statements.submit(
                        "statement.txt", new ByteArrayInputStream(text.getBytes(BankFixture.CP1251)), 1_000_000));
        assertThat(statement.matched()).as(statement.problems().toString()).isEqualTo(1);
    }

    /** Bank, agreements and ledger say the same, and the ledger is sound. */
    void reconciled() throws Exception {
        assertThat(InServer.as("auditor", () -> reconciliation.lines(true, PageRequest.first(10)))
                        .items())
                .isEmpty();
        assertThat(own("select count(*) from ledger.faults()")).isEqualTo("0");
    }

    /** The bank's statement of the day shows money from the party; the document that nobody has placed yet. */
    UUID received(int number, String amount) throws Exception {
        var text = BankFixture.statement(today(), balance.toPlainString())
                .received(number, amount)
                .text()
                .replace("7700000023", PARTY.digits());
        balance = balance.add(new BigDecimal(amount));
        InServer.as(
                "accountant",
                () -> statements.submit(
                        "statement.txt", new ByteArrayInputStream(text.getBytes(BankFixture.CP1251)), 1_000_000));
        return InServer.as(
                        "accountant", () -> documents.list(DocumentFilter.UNASSIGNED_RECEIPTS, PageRequest.first(10)))
                .items()
                .get(0)
                .id();
    }

    String books() throws Exception {
        return own("""
                select string_agg(stage || ' ' || balance, ', ' order by stage)
                  from (select stage, sum(balance) as balance from ledger.account
                         where stage in ('LIMIT', 'RESERVED', 'COMMITTED', 'DUE', 'PAID', 'ACCEPTED') group by stage) s
                 where balance <> 0""");
    }

    static ReportLine line(String number, LocalDate paidOn, String amount) {
        return new ReportLine("Оснастка", SUPPLIER, new Paper("Акт", number, paidOn), paidOn, new BigDecimal(amount));
    }

    ReportView submitted(int position, List<ReportLine> lines) throws Exception {
        var report = InServer.as("applicant", () -> reports.begin(id, position));
        InServer.as("applicant", () -> reports.save(report.id(), report.version(), lines));
        return InServer.as("applicant", () -> reports.submit(report.id(), null));
    }
}
