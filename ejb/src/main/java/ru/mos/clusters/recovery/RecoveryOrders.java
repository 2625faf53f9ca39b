package ru.mos.clusters.recovery;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.agreement.PaymentState;
import ru.mos.clusters.agreement.Payments;
import ru.mos.clusters.agreement.SuccessionCapacity;
import ru.mos.clusters.agreement.SuccessionView;
import ru.mos.clusters.agreement.Successions;
import ru.mos.clusters.call.MoneyRoute;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.Transitions.Step;
import ru.mos.clusters.platform.paper.Roubles;

/**
 * Demands on confirmed breaches: drawn up by one person, issued by a chief, met by receipts or set-off, deferred, withdrawn or
 * written off.
 */
@Stateless
@DenyAll
public class RecoveryOrders {

    static final String SUBJECT = "RECOVERY_ORDER";
    private static final String TO_ISSUE = "RECOVERY_TO_ISSUE";
    private static final BigDecimal MOST = new BigDecimal("1E13");

    @Inject
    private RecoveryStore store;

    @Inject
    private RecoveryBooks books;

    @Inject
    private Repayments repayments;

    @EJB
    private Breaches breaches;

    @EJB
    private Agreements agreements;

    @EJB
    private Payments payments;

    @EJB
    private Successions successions;

    @EJB
    private Tasks tasks;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /** The latest first; applicants and programs see those that were issued to the organisations they act for. */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public Slice<RecoveryOrderView> list(RecoveryFilter filter, PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        return Slice.of(
                store.list(filter, before, page.fetch()), page, order -> List.of(Long.toString(order.number())));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public long count(RecoveryFilter filter) {
        return store.count(filter);
    }

    /** @throws Problem {@code recovery-order-unknown}, also for one that the caller does not see */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public RecoveryOrderView view(UUID id) {
        return store.find(id).orElseThrow(() -> new Problem(RecoveryProblem.RECOVERY_ORDER_UNKNOWN));
    }

    /**
     * The demand that a repayment met.
     *
     * @throws Problem {@code recovery-order-unknown}, also for one that the caller does not see
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public RecoveryOrderView ofRepayment(UUID repayment) {
        return view(
                store.ofRepayment(repayment).orElseThrow(() -> new Problem(RecoveryProblem.RECOVERY_ORDER_UNKNOWN)));
    }

    /** The table of what may be done to a demand. */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public List<Step<RecoveryState, RecoveryAction, RecoveryGuard, RecoveryEffect>> transitions() {
        return RecoveryLifecycle.TABLE.steps();
    }

    /**
     * Draws up the demand to return what was paid, the latest payments first.
     *
     * @param payer who is to pay back, or whoever stands in its place by today; null: the party of the agreement
     * @param amount roubles; null: all that was paid and was not demanded yet, of the instalment that the breach names
     * @throws Problem {@code breach-unknown}, {@code recovery-without-breach}, {@code recovery-of-results}, {@code
     *     recovery-sum-impossible}, {@code recovery-payer-not-paid}, {@code recovery-beyond-paid}
     */
    @RolesAllowed(DEPARTMENT)
    public RecoveryOrderView demandReturn(UUID breach, @Nullable Inn payer, @Nullable BigDecimal amount) {
        var found = confirmed(breach);
        if (found.kind() == BreachKind.RESULT_MISSED) {
            throw new Problem(RecoveryProblem.RECOVERY_OF_RESULTS);
        }
        store.hold(found.agreement());
        var agreement = agreements.view(found.agreement());
        var from = payer == null ? agreement.party() : successions.present(agreement.id(), payer);
        var paid = store.paid(agreement.id(), found.position(), from);
        if (paid.isEmpty()) {
            throw new Problem(RecoveryProblem.RECOVERY_PAYER_NOT_PAID, from.digits()).at("/payer");
        }
        var most = paid.stream().map(RecoveryPart::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        var sum = amount == null ? most : amount;
        requirePossible(sum);
        if (sum.compareTo(most) > 0) {
            throw new Problem(RecoveryProblem.RECOVERY_BEYOND_PAID, sum, most).at("/amount");
        }
        var parts = new ArrayList<RecoveryPart>();
        var left = sum;
        for (var one : paid) {
            var part = left.min(one.amount());
            if (part.signum() > 0) {
                parts.add(new RecoveryPart(
                        one.payment(),
                        one.number(),
                        part,
                        one.repaid(),
                        one.unaccounted(),
                        one.year(),
                        one.kbk(),
                        one.ended()));
                left = left.subtract(part);
            }
        }
        var basis = "Возврат выплаченного: "
                + parts.stream()
                        .map(part -> "платёж № " + part.number() + " – " + Roubles.text(part.amount()) + " ₽")
                        .collect(Collectors.joining(", "));
        return drawn(found, agreement, RecoveryKind.RETURN, from, sum, basis, parts);
    }

    private static void requirePossible(BigDecimal sum) {
        if (sum.signum() <= 0 || sum.stripTrailingZeros().scale() > 2 || sum.compareTo(MOST) >= 0) {
            throw new Problem(RecoveryProblem.RECOVERY_SUM_IMPOSSIBLE).at("/amount");
        }
    }

    private BreachView confirmed(UUID id) {
        var breach = breaches.view(id);
        if (breach.state() != BreachState.CONFIRMED) {
            throw new Problem(RecoveryProblem.RECOVERY_WITHOUT_BREACH);
        }
        return breach;
    }

    /**
     * Draws up the penalty for results that were missed, by the formula and the coefficient of today.
     *
     * @throws Problem {@code breach-unknown}, {@code recovery-without-breach}, {@code recovery-of-results} where the breach is another,
     *     {@code recovery-penalty-twice}, {@code recovery-sum-impossible} where it comes to less than half a kopeck
     */
    @RolesAllowed(DEPARTMENT)
    public RecoveryOrderView demandPenalty(UUID breach, PenaltyForm form) {
        var found = confirmed(breach);
        if (found.kind() != BreachKind.RESULT_MISSED) {
            throw new Problem(RecoveryProblem.RECOVERY_OF_RESULTS);
        }
        store.hold(found.agreement());
        var agreement = agreements.view(found.agreement());
        int promised =
                Objects.requireNonNull(agreement.inForce()).terms().targets().size();
        var coefficient = store.penaltyCoefficient(time.today()).stripTrailingZeros();
        var sum = Penalty.of(form, agreement.paid(), found.results(), promised, coefficient);
        requirePossible(sum);
        var missed = found.results().stream().filter(Penalty::isMissed).toList();
        var shortfalls = missed.stream()
                .map(one -> one.less()
                        ? "1 − " + plain(one.plan()) + "/" + plain(one.fact())
                        : "1 − " + plain(one.fact()) + "/" + plain(one.plan()))
                .collect(Collectors.joining(") + (", "(", ")"));
        var basis = "Штраф: " + Roubles.text(agreement.paid()) + " ₽ × (" + shortfalls + ")"
                + (form == PenaltyForm.SHARE_OF_MISSED ? " / " + promised : "") + " × " + plain(coefficient);
        return drawn(found, agreement, RecoveryKind.PENALTY, agreement.party(), sum, basis, List.of());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** How the payer came to answer for it; nothing where it was paid itself. */
    private String succession(AgreementView agreement, RecoveryKind kind, Inn payer) {
        boolean participant = kind == RecoveryKind.RETURN && agreement.route() == MoneyRoute.TO_EACH_PARTICIPANT;
        var steps = successions.leadingTo(
                agreement.id(), participant ? SuccessionCapacity.PARTICIPANT : SuccessionCapacity.PARTY, payer);
        return steps.isEmpty()
                ? ""
                : ". Правопреемство плательщика: "
                        + steps.stream().map(SuccessionView::told).collect(Collectors.joining("; "));
    }

    private RecoveryOrderView drawn(
            BreachView breach,
            AgreementView agreement,
            RecoveryKind kind,
            Inn payer,
            BigDecimal sum,
            String basis,
            List<RecoveryPart> parts) {
        var id = UUID.randomUUID();
        var said = basis + succession(agreement, kind, payer);
        long change =
                changes.record("RECOVERY_DRAWN_UP", SUBJECT, id.toString(), null, Map.of("amount", sum, "basis", said));
        store.insert(id, breach, kind, payer, sum, said, agreement, parts, change);
        var order = view(id);
        tasks.open(TO_ISSUE, Doer.second(CHIEF, caller.login()), SUBJECT, id.toString(), Repayments.facts(order), null);
        return order;
    }

    /**
     * Issues a demand: what it demands is to come back within the days of the parameter.
     *
     * @throws Problem {@code recovery-order-unknown}, {@code transition-not-allowed}, {@code second-person-required}, {@code
     *     changed-meanwhile}
     */
    @RolesAllowed(CHIEF)
    public RecoveryOrderView issue(UUID id, @Nullable Long version) {
        var order = ready(id, RecoveryAction.ISSUE, version);
        if (order.drawnBy().equals(caller.login())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        var today = time.today();
        store.write(id, List.of(new RecoveryTerm(today.plusDays(store.termDays(today)), order.amount())));
        store.move(id, RecoveryState.ISSUED, null, null, today, recorded("RECOVERY_ISSUED", order, null));
        books.demanded(order, today);
        tasks.done(TO_ISSUE, SUBJECT, id.toString());
        repayments.watch(view(id));
        return view(id);
    }

    /**
     * Withdraws a demand of which nothing was met.
     *
     * @throws Problem {@code recovery-order-unknown}, {@code transition-not-allowed}, {@code recovery-partly-met}, {@code
     *     changed-meanwhile}, {@code field-required}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public RecoveryOrderView withdraw(UUID id, @Nullable Long version, String reason) {
        var why = Text.required(reason, "/reason");
        var order = ready(id, RecoveryAction.WITHDRAW, version);
        requireUntouched(order, order.met().add(order.pending()));
        var today = time.today();
        store.move(id, RecoveryState.WITHDRAWN, why, null, today, recorded("RECOVERY_WITHDRAWN", order, why));
        if (order.state() == RecoveryState.ISSUED) {
            books.takenBack(order, today);
        }
        tasks.done(TO_ISSUE, SUBJECT, id.toString());
        repayments.forget(id);
        return view(id);
    }

    private static void requireUntouched(RecoveryOrderView order, BigDecimal sum) {
        if (sum.signum() != 0) {
            throw new Problem(RecoveryProblem.RECOVERY_PARTLY_MET, order.met(), order.pending());
        }
    }

    /**
     * Lets what is still open be paid back by instalments.
     *
     * @param document by which it is decided
     * @param terms that add up to what is not met yet, none before today, each day once
     * @throws Problem {@code recovery-order-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code field-required},
     *     {@code recovery-sum-impossible}, {@code recovery-term-past}, {@code recovery-term-twice}, {@code recovery-terms-differ}
     */
    @RolesAllowed(CHIEF)
    public RecoveryOrderView defer(UUID id, @Nullable Long version, String document, List<RecoveryTerm> terms) {
        var by = Text.required(document, "/document");
        var order = ready(id, RecoveryAction.DEFER, version);
        var today = time.today();
        var all = new TreeMap<LocalDate, BigDecimal>();
        var sum = BigDecimal.ZERO;
        for (int at = 0; at < terms.size(); at++) {
            var term = terms.get(at);
            if (term.amount().signum() <= 0
                    || term.amount().stripTrailingZeros().scale() > 2
                    || term.amount().compareTo(MOST) >= 0) {
                throw new Problem(RecoveryProblem.RECOVERY_SUM_IMPOSSIBLE).at("/terms/" + at + "/amount");
            }
            if (term.dueOn().isBefore(today)) {
                throw new Problem(RecoveryProblem.RECOVERY_TERM_PAST, term.dueOn()).at("/terms/" + at + "/dueOn");
            }
            if (all.put(term.dueOn(), term.amount()) != null) {
                throw new Problem(RecoveryProblem.RECOVERY_TERM_TWICE, term.dueOn()).at("/terms/" + at + "/dueOn");
            }
            sum = sum.add(term.amount());
        }
        var left = order.amount().subtract(order.met());
        if (sum.compareTo(left) != 0) {
            throw new Problem(RecoveryProblem.RECOVERY_TERMS_DIFFER, sum, left).at("/terms");
        }
        if (order.met().signum() > 0) {
            all.merge(Objects.requireNonNull(order.issuedOn()), order.met(), BigDecimal::add); // what is met was due
        }
        store.write(
                id,
                all.entrySet().stream()
                        .map(one -> new RecoveryTerm(one.getKey(), one.getValue()))
                        .toList());
        store.move(id, RecoveryState.ISSUED, null, by, today, recorded("RECOVERY_DEFERRED", order, by));
        repayments.watch(view(id));
        return view(id);
    }

    /**
     * Sets a demand off against a payment that is prepared: it is kept back from what the bank pays, and counts when the bank has
     * paid the rest.
     *
     * @param amount roubles; null: all that is open
     * @throws Problem {@code recovery-order-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code set-off-of-penalty},
     *     {@code set-off-of-other-payee}, {@code set-off-of-other-budget}, {@code repayment-beyond-order}, {@code
     *     recovery-sum-impossible}, {@code payment-unknown}, {@code payment-not-prepared}, {@code payment-held-back-whole}, {@code
     *     repayment-of-payment-twice}
     */
    @RolesAllowed(ACCOUNTANT)
    public RecoveryOrderView setOff(UUID id, @Nullable Long version, UUID payment, @Nullable BigDecimal amount) {
        var order = ready(id, RecoveryAction.SET_OFF, version);
        if (order.kind() == RecoveryKind.PENALTY) {
            throw new Problem(RecoveryProblem.SET_OFF_OF_PENALTY);
        }
        var from = payments.view(payment);
        if (!from.agreement().equals(order.agreement())
                || !from.payee().equals(successions.present(order.agreement(), order.payer()))) {
            throw new Problem(RecoveryProblem.SET_OFF_OF_OTHER_PAYEE).at("/payment");
        }
        if (from.state() != PaymentState.PREPARED) {
            throw new Problem(AgreementProblem.PAYMENT_NOT_PREPARED).at("/payment");
        }
        var agreement = agreements.view(order.agreement()); // by whose budget it will be ordered
        int year = agreement.path().get(from.position() - 1).year();
        if (order.parts().stream()
                .anyMatch(part -> part.year() != year || !part.kbk().equals(agreement.kbk()))) {
            throw new Problem(RecoveryProblem.SET_OFF_OF_OTHER_BUDGET).at("/payment");
        }
        var sum = amount == null ? order.open() : amount;
        requirePossible(sum);
        if (sum.compareTo(order.open()) > 0) {
            throw new Problem(RecoveryProblem.REPAYMENT_BEYOND_ORDER, sum, order.open()).at("/amount");
        }
        if (sum.compareTo(from.amount()) >= 0) {
            throw new Problem(RecoveryProblem.PAYMENT_HELD_BACK_WHOLE, from.amount()).at("/amount");
        }
        long change = changes.record(
                "RECOVERY_SET_OFF", SUBJECT, id.toString(), null, Map.of("payment", from.number(), "amount", sum));
        store.repay(
                new RepaymentView(
                        UUID.randomUUID(),
                        0,
                        id,
                        RepaymentWay.SET_OFF,
                        sum,
                        RepaymentState.PENDING,
                        null,
                        null,
                        payment,
                        null,
                        null),
                change);
        payments.holdBack(payment, sum);
        return view(id);
    }

    /**
     * Gives up what is left of a demand.
     *
     * @param document by which it is decided
     * @throws Problem {@code recovery-order-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code field-required},
     *     {@code recovery-partly-met} while something is kept back for it
     */
    @RolesAllowed(CHIEF)
    public RecoveryOrderView writeOff(UUID id, @Nullable Long version, String reason, String document) {
        var why = Text.required(reason, "/reason");
        var by = Text.required(document, "/document");
        var order = ready(id, RecoveryAction.WRITE_OFF, version);
        requireUntouched(order, order.pending());
        var today = time.today();
        store.move(id, RecoveryState.WRITTEN_OFF, why, by, today, recorded("RECOVERY_WRITTEN_OFF", order, why));
        books.writtenOff(order, today);
        repayments.forget(id);
        return view(id);
    }

    private RecoveryOrderView ready(UUID id, RecoveryAction action, @Nullable Long version) {
        var order = store.lock(id).orElseThrow(() -> new Problem(RecoveryProblem.RECOVERY_ORDER_UNKNOWN));
        RecoveryLifecycle.TABLE.require(order.state(), action, caller::hasRole);
        if (version != null && version != order.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return order;
    }

    private long recorded(String action, RecoveryOrderView order, @Nullable String reason) {
        return changes.record(
                action,
                SUBJECT,
                order.id().toString(),
                Map.of("state", order.state()),
                reason == null ? Map.of() : Map.of("reason", reason));
    }
}
