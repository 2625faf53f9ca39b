package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.agreement.EnterPayeeAccount;
import ru.mos.clusters.agreement.PayeeAccounts;
import ru.mos.clusters.agreement.PaymentView;
import ru.mos.clusters.agreement.Payments;
import ru.mos.clusters.agreement.Reports;
import ru.mos.clusters.bank.Source;
import ru.mos.clusters.bank.statement.Documents;
import ru.mos.clusters.execution.ExecutionBy;
import ru.mos.clusters.execution.ExecutionFigure;
import ru.mos.clusters.execution.GrantEntry;
import ru.mos.clusters.execution.GrantExecution;
import ru.mos.clusters.execution.GrantLine;
import ru.mos.clusters.execution.GrantLineKind;
import ru.mos.clusters.ledger.Books;
import ru.mos.clusters.ledger.ExecutionFilter;
import ru.mos.clusters.ledger.ExecutionLine;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.recovery.BreachKind;
import ru.mos.clusters.recovery.Breaches;
import ru.mos.clusters.recovery.EnterBreach;
import ru.mos.clusters.recovery.RecoveryOrderView;
import ru.mos.clusters.recovery.RecoveryOrders;

/** The execution of a budget year by measure, call, agreement and participant is the ledger's, to the kopeck. */
class ExecutionIT extends InServer {

    private static final LocalDate TODAY = Awarding.TODAY;
    private static final String OTHER = "7728168971";
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private static final Map<ExecutionFigure, Function<ExecutionLine, BigDecimal>> OF_SUBJECT = Map.of(
            ExecutionFigure.RESERVED, ExecutionLine::reserved,
            ExecutionFigure.COMMITTED, ExecutionLine::committed,
            ExecutionFigure.DUE, ExecutionLine::due,
            ExecutionFigure.PAID, ExecutionLine::paid,
            ExecutionFigure.ACCEPTED, ExecutionLine::accepted,
            ExecutionFigure.LAPSED, ExecutionLine::lapsed,
            ExecutionFigure.RETURNED, ExecutionLine::returned,
            ExecutionFigure.RETURNED_LATER, ExecutionLine::returnedLater);

    @Inject
    Granting grant;

    @Inject
    Agreements agreements;

    @Inject
    PayeeAccounts accounts;

    @Inject
    Payments payments;

    @Inject
    Reports reports;

    @Inject
    Documents documents;

    @Inject
    Breaches breaches;

    @Inject
    RecoveryOrders orders;

    @Inject
    Books books;

    @Inject
    GrantExecution execution;

    @AfterEach
    void gone() throws Exception {
        assertThat(one("select count(*) from ledger.faults()")).isEqualTo("0");
        grant.awarding().nothingLeft();
    }

    private List<GrantLine> lines(ExecutionBy by, LocalDate on, Instant known) throws Exception {
        return as("auditor", () -> execution.lines(by, filter(on, known), PageRequest.first(100)))
                .items();
    }

    private static ExecutionFilter filter(LocalDate on, Instant known) {
        return new ExecutionFilter(2026, on, known, null);
    }

    private static String told(GrantLine line) {
        return Stream.of(ExecutionFigure.values())
                        .map(figure -> String.valueOf(line.figure(figure)))
                        .reduce(line.kind().name(), (so, next) -> so + " " + next)
                + " " + line.executed();
    }

    /** Each total is the sum of its lines and of the subjects of the ledger, and each figure the sum of its entries. */
    private void agreed(LocalDate on, Instant known) throws Exception {
        var filter = filter(on, known);
        var subjects = as("auditor", () -> books.execution(filter, PageRequest.first(100))).items().stream()
                .filter(line -> line.subject() != null)
                .toList();
        for (var by : ExecutionBy.values()) {
            var all = lines(by, on, known);
            assertThat(as("auditor", () -> execution.count(by, filter))).isEqualTo(all.size());
            for (var figure : ExecutionFigure.values()) {
                if (!by.tells(figure)) {
                    assertThat(all).extracting(line -> line.figure(figure)).containsOnlyNulls();
                    continue;
                }
                var sum = sum(subjects, OF_SUBJECT.get(figure));
                assertThat(all.get(0).figure(figure))
                        .as("%s %s %s", by, figure, on)
                        .isEqualTo(sum);
                assertThat(sum(all.subList(1, all.size()), line -> line.figure(figure)))
                        .isEqualTo(sum);
                for (var line : all) {
                    var entries = as(
                            "auditor",
                            () -> execution.entries(by, filter, line.line(), figure, PageRequest.first(100)));
                    assertThat(sum(entries.items(), GrantEntry::amount))
                            .as("%s %s %s %s", by, line.line(), figure, on)
                            .isEqualTo(line.figure(figure));
                    assertThat(as("auditor", () -> execution.countEntries(by, filter, line.line(), figure)))
                            .isEqualTo(entries.items().size());
                }
            }
        }
    }

    private static <T> BigDecimal sum(List<T> all, Function<T, BigDecimal> figure) {
        return all.stream().map(figure).reduce(NOTHING, BigDecimal::add);
    }

    private void takenOn() throws Exception {
        grant.awarding().own("""
                insert into ledger.opening_agreement (number, signed_on, inn) values ('7/25', '2025-09-01', '%2$s');
                select ledger.post(platform.today(), 'fixture', array['opening'], array['OPENED'], array['fixture'], array[null], array[null],
                                   array[null]::bigint[], array[1, 1, 1], array['PAID', 'COMMITTED', 'BUDGET'], array[2026, 2026, 2026],
                                   array['%1$s', '%1$s', '%1$s'], array[o.subject, o.subject, ''], array[50.05, 10, -60.05]::numeric[])
                  from ledger.opening_agreement o""".formatted(Awarding.KBK, OTHER));
    }

    private void moved(String key, String operation, String from, String to, String subject, String amount)
            throws Exception {
        grant.awarding().own("""
                select ledger.post(platform.today(), 'fixture', array['%1$s'], array['%2$s'], array['fixture'], array[null], array[null],
                                   array[null]::bigint[], array[1, 1], array['%3$s', '%4$s'], array[2026, 2026], array['%5$s', '%5$s'],
                                   array['%6$s', ''], array[-%7$s, %7$s]::numeric[])""".formatted(key, operation, from, to, Awarding.KBK, subject, amount));
    }

    private RecoveryOrderView issued(String amount) throws Exception {
        var id = grant.id();
        var breach = as(
                "department",
                () -> breaches.enter(new EnterBreach(
                        id,
                        BreachKind.MISUSE,
                        null,
                        "Оборудование не куплено",
                        new Paper("Акт проверки", "3", TODAY),
                        List.of())));
        as("chief", () -> breaches.confirm(breach.id(), breach.version()));
        var order = as("department", () -> orders.demandReturn(breach.id(), null, new BigDecimal(amount)));
        return as("chief", () -> orders.issue(order.id(), order.version()));
    }

    @Test
    void every_grouping_sums_up_to_the_subjects_of_the_ledger_whatever_became_of_the_money() throws Exception {
        var agreement = grant.inForce("1000000.00");
        takenOn();
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
        var payment = grant.paid(1);
        var report = grant.submitted(1, List.of(Granting.line("1", TODAY, "600000.00")));
        as("department", () -> reports.accept(report.id(), null, new BigDecimal("450000.01"), "Не всё подтверждено"));
        var earlier = as("auditor", books::settled);
        grant.awarding().on(TODAY.plusDays(1));
        var order = issued("100000.01");
        var source = new Source("RECOVERY_ORDER", order.id().toString());
        var first = grant.received(71, "40000.00");
        as("accountant", () -> documents.assign(first, source));
        grant.awarding().on(TODAY.plusDays(2));
        var second = grant.received(72, "60000.00");
        as("accountant", () -> documents.assign(second, source));
        as("accountant", () -> documents.unassign(second, "Не тот плательщик"));
        grant.awarding().on(TODAY.plusDays(3));
        moved(
                "repayment/x/1/" + payment.id() + "/accepted",
                "REFUNDED_LATER",
                "ACCEPTED",
                "INCOME",
                agreement.subject(),
                "12.34");
        as("chief", () -> agreements.terminate(agreement.id(), null, "Отказ получателя"));
        var now = as("auditor", books::settled);

        for (int day : new int[] {0, 1, 2, 3}) {
            agreed(TODAY.plusDays(day), now);
            agreed(TODAY.plusDays(day), earlier);
        }

        var last = TODAY.plusDays(3);
        var whole = "0.00 0.00 0.00 560000.00 449987.67 0.00 40000.00 12.34 1/1";
        for (var by : List.of(ExecutionBy.MEASURE, ExecutionBy.CALL)) {
            assertThat(lines(by, last, now))
                    .extracting(ExecutionIT::told)
                    .containsExactly(
                            "TOTAL 0.00 10.00 0.00 560050.05 449987.67 0.00 40000.00 12.34 11201001/11201201",
                            "NAMED " + whole,
                            "OUTSIDE 0.00 10.00 0.00 50.05 0.00 0.00 0.00 0.00 1001/1201");
        }
        assertThat(lines(ExecutionBy.MEASURE, last, now).get(1).id()).startsWith(Awarding.PROGRAMME + "/");
        assertThat(lines(ExecutionBy.CALL, last, now).get(1)).satisfies(call -> {
            assertThat(call.code()).startsWith("C-");
            assertThat(call.nameRu()).isNotBlank();
        });
        var byAgreement = lines(ExecutionBy.AGREEMENT, last, now);
        assertThat(byAgreement.get(1)).satisfies(line -> {
            assertThat(told(line)).isEqualTo("NAMED " + whole);
            assertThat(line.id()).isEqualTo(agreement.id().toString());
            assertThat(line.code()).isEqualTo(agreement.subject());
            assertThat(line.nameRu()).isEqualTo("Ассоциация «Приборы»");
        });
        assertThat(byAgreement.get(2)).satisfies(line -> {
            assertThat(line.kind()).isEqualTo(GrantLineKind.SUBJECT);
            assertThat(line.code()).matches("O-\\d+");
            assertThat(line.inn()).isEqualTo(new Inn(OTHER));
        });
        assertThat(lines(ExecutionBy.PARTICIPANT, last, now).subList(1, 3))
                .extracting(GrantLine::id, ExecutionIT::told)
                .containsExactlyInAnyOrder(
                        tuple(
                                Granting.PARTY.digits(),
                                "NAMED null null 0.00 560000.00 449987.67 null 40000.00 12.34 null"),
                        tuple(OTHER, "NAMED null null 0.00 50.05 0.00 null 0.00 0.00 null"));
        var returned = as(
                        "auditor",
                        () -> execution.entries(
                                ExecutionBy.CALL,
                                filter(last, now),
                                "",
                                ExecutionFigure.RETURNED,
                                PageRequest.first(1)))
                .items()
                .get(0);
        assertThat(returned.sourceKind()).isEqualTo("REPAYMENT");
        assertThat(as("auditor", () -> orders.ofRepayment(UUID.fromString(returned.source())))
                        .id())
                .as("the document behind what came back")
                .isEqualTo(order.id());
        assertThat(told(lines(ExecutionBy.CALL, last, earlier).get(1)))
                .as("as known before anything came back")
                .isEqualTo("NAMED 0.00 400000.00 0.00 600000.00 450000.01 0.00 0.00 0.00 3/5");
    }

    @Test
    void each_participant_has_what_was_paid_accepted_and_returned_of_its_own_payments() throws Exception {
        grant.drawnUp("TO_EACH_PARTICIPANT", "333333.35");
        var id = grant.id();
        assertThat(lines(ExecutionBy.AGREEMENT, TODAY, as("auditor", books::settled))
                        .get(1))
                .as("reserved by the decision, shown with the agreement drawn up on it")
                .satisfies(line ->
                        assertThat(told(line)).isEqualTo("NAMED 333333.35 0.00 0.00 0.00 0.00 0.00 0.00 0.00 0/1"));
        as("chief", () -> agreements.sign(id, null));
        grant.registered("БО-1");
        grant.evidenced(1, "600000.00", "11");
        var participants = Awarding.participants();
        for (int at = 0; at < 2; at++) {
            var participant = participants.get(at);
            var number = at == 0 ? Granting.ACCOUNT : Granting.OTHER_ACCOUNT;
            var entered = as(
                    "accountant",
                    () -> accounts.enter(new EnterPayeeAccount(
                            participant, null, number, Granting.BIC, "Банк", null, new Paper("Письмо", "5", TODAY))));
            as("accountant2", () -> accounts.confirm(entered.id(), null));
        }
        var both = as("accountant", () -> payments.prepare(id, 1));
        var ordered = new PaymentView[2];
        for (int at = 0; at < 2; at++) {
            var payment = both.get(at);
            ordered[at] = as("chief", () -> payments.approve(payment.id(), null));
        }
        grant.execute(ordered[0]);
        var first = both.get(0).payee().digits();
        var second = both.get(1).payee().digits();
        assertThat(byParticipant())
                .containsOnly(
                        Map.entry(first, "NAMED null null 0.00 120000.01 0.00 null 0.00 0.00 null"),
                        Map.entry(second, "NAMED null null 80000.00 0.00 0.00 null 0.00 0.00 null"));
        grant.execute(ordered[1]);
        var report = grant.submitted(1, List.of(Granting.line("1", TODAY, "200000.01")));
        as("department", () -> reports.accept(report.id(), null, new BigDecimal("150000.00"), "Не всё подтверждено"));
        var subject = grant.seen().subject();
        moved("repayment/x/1/" + both.get(1).id() + "/paid", "REFUNDED", "PAID", "LIMIT", subject, "50000.01");
        assertThat(byParticipant())
                .containsOnly(
                        Map.entry(first, "NAMED null null 0.00 120000.01 120000.01 null 0.00 0.00 null"),
                        Map.entry(second, "NAMED null null 0.00 29999.99 29999.99 null 50000.01 0.00 null"));
        agreed(TODAY, as("auditor", books::settled));
    }

    @Test
    void what_was_due_and_lapsed_with_the_year_is_due_to_nobody() throws Exception {
        var agreement = grant.inForce("1000000.00");
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
        grant.ordered(1);
        assertThat(byParticipant())
                .containsOnly(
                        Map.entry(Granting.PARTY.digits(), "NAMED null null 600000.00 0.00 0.00 null 0.00 0.00 null"));
        moved("lapse", "LAPSED", "DUE", "LAPSED", agreement.subject(), "600000.00");
        assertThat(byParticipant()).isEmpty();
        assertThat(lines(ExecutionBy.AGREEMENT, TODAY, as("auditor", books::settled)))
                .extracting(ExecutionIT::told)
                .containsExactly(
                        "TOTAL 0.00 400000.00 0.00 0.00 0.00 600000.00 0.00 0.00 0/1",
                        "NAMED 0.00 400000.00 0.00 0.00 0.00 600000.00 0.00 0.00 0/1");
    }

    @Test
    void lines_come_in_stretches_and_only_to_those_who_read_the_books() throws Exception {
        grant.inForce("1000000.00");
        takenOn();
        var known = as("auditor", books::settled);
        var filter = filter(TODAY, known);
        var stretch = as("auditor", () -> execution.lines(ExecutionBy.CALL, filter, PageRequest.first(1)));
        var kinds = new ArrayList<GrantLineKind>();
        while (true) {
            stretch.items().forEach(line -> kinds.add(line.kind()));
            var next = stretch.next();
            if (next == null) {
                break;
            }
            stretch = as("auditor", () -> execution.lines(ExecutionBy.CALL, filter, new PageRequest(1, next)));
        }
        assertThat(kinds).containsExactly(GrantLineKind.TOTAL, GrantLineKind.NAMED, GrantLineKind.OUTSIDE);
        assertThat(as("auditor", () -> execution.line(ExecutionBy.CALL, filter, "~"))
                        .committed())
                .isEqualByComparingTo("10");
        assertProblem(
                "execution-line-unknown", () -> as("auditor", () -> execution.line(ExecutionBy.CALL, filter, "x")));
        assertThatThrownBy(() -> as("gckr", () -> execution.count(ExecutionBy.CALL, filter)))
                .isInstanceOf(EJBAccessException.class);
        var entries = as(
                "auditor",
                () -> execution.entries(
                        ExecutionBy.MEASURE, filter, "", ExecutionFigure.RESERVED, PageRequest.first(1)));
        assertThat(entries.items().get(0).amount()).isEqualByComparingTo("1000000");
        assertThat(as(
                                "auditor",
                                () -> execution.entries(
                                        ExecutionBy.MEASURE,
                                        filter,
                                        "",
                                        ExecutionFigure.RESERVED,
                                        new PageRequest(1, entries.next())))
                        .items()
                        .get(0)
                        .amount())
                .isEqualByComparingTo("-1000000");
    }

    private Map<String, String> byParticipant() throws Exception {
        var lines = lines(ExecutionBy.PARTICIPANT, TODAY, as("auditor", books::settled));
        return lines.stream().skip(1).collect(Collectors.toMap(GrantLine::id, ExecutionIT::told));
    }
}
