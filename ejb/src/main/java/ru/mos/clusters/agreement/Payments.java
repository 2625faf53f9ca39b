package ru.mos.clusters.agreement;

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
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.SuccessionStore.Share;
import ru.mos.clusters.bank.Instructions;
import ru.mos.clusters.bank.NewInstruction;
import ru.mos.clusters.bank.Payee;
import ru.mos.clusters.bank.Source;
import ru.mos.clusters.call.FundingMode;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Distribution;
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
import ru.mos.clusters.project.FrozenProjects;

/**
 * Payments of instalments: prepared by one person, approved by another, large ones by two. The order makes the money due in the
 * ledger and instructs the bank, in one transaction; that it was paid is told by the bank's statement.
 *
 * <p>Source: Budget Code, article 219 (amounts due are confirmed before they are paid).
 */
@Stateless
@DenyAll
public class Payments {

    static final String SUBJECT = "PAYMENT";
    private static final String TASK = "PAYMENT_TO_APPROVE";

    @Inject
    private PaymentStore store;

    @Inject
    private AgreementStore terms;

    @Inject
    private SuccessionStore successions;

    @Inject
    private AgreementBooks books;

    @Inject
    private FrozenProjects projects;

    @EJB
    private Agreements agreements;

    @EJB
    private PayeeAccounts accounts;

    @EJB
    private Reviews reviews;

    @EJB
    private Instructions instructions;

    @EJB
    private Tasks tasks;

    @Inject
    private Event<PaymentCancelled> cancelled;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /** The latest first; applicants and programs see those of agreements of the organisations they act for. */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public Slice<PaymentView> list(@Nullable PaymentState state, @Nullable UUID agreement, PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        return Slice.of(
                store.list(state, agreement, before, page.fetch()),
                page,
                payment -> List.of(Long.toString(payment.number())));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public long count(@Nullable PaymentState state, @Nullable UUID agreement) {
        return store.count(state, agreement);
    }

    /** @throws Problem {@code payment-unknown}, also for one that the caller does not see */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public PaymentView view(UUID id) {
        return store.find(id).orElseThrow(() -> new Problem(AgreementProblem.PAYMENT_UNKNOWN));
    }

    /** The table of what may be done to a payment. */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public List<Step<PaymentState, PaymentAction, PaymentGuard, PaymentEffect>> transitions() {
        return PaymentLifecycle.TABLE.steps();
    }

    /**
     * What stands against paying an instalment today, all of it; empty: nothing that the papers show.
     *
     * @throws Problem {@code subsidy-agreement-unknown}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public List<Problem> obstacles(UUID agreement, int position) {
        agreements.view(agreement);
        var today = time.today();
        var all = new ArrayList<>(terms.obstacles(agreement, position, null, today));
        var taken = successions.taken(agreement, position);
        var everybody = successions.shares(agreement, today);
        var open =
                everybody.stream().filter(one -> !taken.contains(one.share())).toList();
        var shares = open.isEmpty() ? everybody : open; // who is being paid already holds nobody up
        shares.forEach(one -> all.addAll(successions.obstacles(agreement, one.share(), one.payee(), today)));
        shares.stream().map(Share::payee).distinct().forEach(payee -> {
            var account = accounts.confirmed(payee);
            if (account.isEmpty()) {
                all.add(new Problem(AgreementProblem.PAYMENT_ACCOUNT_MISSING, payee.digits()));
            } else if (today.isBefore(Objects.requireNonNull(account.get().payableFrom()))) {
                all.add(new Problem(
                        AgreementProblem.PAYMENT_ACCOUNT_HELD, account.get().payableFrom()));
            }
        });
        return List.copyOf(all.stream()
                .collect(Collectors.toMap(
                        found -> List.of(found.code(), found.arguments()),
                        Function.identity(),
                        (one, same) -> one,
                        LinkedHashMap::new))
                .values());
    }

    /**
     * What stands against ordering a payment today, all of it; empty: nothing that the papers show.
     *
     * @throws Problem {@code payment-unknown}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public List<Problem> obstacles(UUID payment) {
        var found = view(payment);
        return obstacles(found, found.accountId());
    }

    private List<Problem> obstacles(PaymentView payment, UUID account) {
        var today = time.today();
        var all = new ArrayList<>(successions.obstacles(payment.agreement(), payment.share(), payment.payee(), today));
        all.addAll(terms.obstacles(payment.agreement(), payment.position(), account, today));
        return all;
    }

    /**
     * Who is paid under an agreement today: its party, or each participant that receives money, or whoever stands in their place.
     *
     * @throws Problem {@code subsidy-agreement-unknown}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public List<Inn> payees(UUID agreement) {
        agreements.view(agreement);
        return successions.shares(agreement, time.today()).stream()
                .map(Share::payee)
                .distinct()
                .toList();
    }

    /**
     * Prepares the payment of an instalment: one, or one for each participant where the call pays each. A share goes to whoever
     * holds it today, and only what of the instalment is not being paid yet.
     *
     * @return the payments
     * @throws Problem {@code subsidy-agreement-unknown}, {@code payment-made-twice}, and whatever stands against it, all at once
     */
    @RolesAllowed(ACCOUNTANT)
    public List<PaymentView> prepare(UUID agreement, int position) {
        if (terms.lock(agreement).isEmpty()) {
            throw new Problem(AgreementProblem.SUBSIDY_AGREEMENT_UNKNOWN);
        }
        var taken = successions.taken(agreement, position);
        var open = successions.shares(agreement, time.today()).stream()
                .filter(one -> !taken.contains(one.share()))
                .collect(Collectors.toSet());
        if (open.isEmpty()) {
            throw new Problem(AgreementProblem.PAYMENT_MADE_TWICE);
        }
        require(obstacles(agreement, position));
        requireStanding(agreement, position);
        var found = agreements.view(agreement);
        var instalment = Objects.requireNonNull(found.path().get(position - 1).payable());
        var prepared = new ArrayList<PaymentView>();
        for (var part : parts(agreement, instalment).entrySet()) {
            if (part.getValue().signum() > 0 && open.contains(part.getKey())) {
                prepared.add(prepare(found, position, part.getKey(), part.getValue()));
            }
        }
        if (prepared.isEmpty()) {
            throw new Problem(AgreementProblem.PAYMENT_MADE_TWICE);
        }
        return prepared;
    }

    private PaymentView prepare(AgreementView agreement, int position, Share share, BigDecimal amount) {
        var id = UUID.randomUUID();
        var payee = share.payee();
        var account = accounts.confirmed(payee).orElseThrow();
        long change = changes.record(
                "PAYMENT_PREPARED",
                SUBJECT,
                id.toString(),
                null,
                Map.of("payee", payee.digits(), "account", account.account(), "amount", amount));
        store.insert(
                id,
                agreement,
                position,
                share.share(),
                payee,
                account.id(),
                amount,
                caller.login(),
                time.today(),
                change);
        var payment = view(id);
        tasks.open(TASK, Doer.second(CHIEF, caller.login()), SUBJECT, id.toString(), facts(payment), null);
        return payment;
    }

    /** Who is paid what of a sum: by shares as they were awarded, so that no kopeck moves where somebody is succeeded. */
    private Map<Share, BigDecimal> parts(UUID agreement, BigDecimal sum) {
        var shares = successions.shares(agreement, time.today());
        var sums = Distribution.of(sum, shares.stream().map(Share::weight).toList());
        var parts = new LinkedHashMap<Share, BigDecimal>();
        for (int at = 0; at < shares.size(); at++) {
            parts.put(shares.get(at), sums.get(at));
        }
        return parts;
    }

    private void requireReady(PaymentView payment, UUID account) {
        require(obstacles(payment, account));
        requireStanding(payment.agreement(), payment.position());
    }

    private static void require(List<Problem> obstacles) {
        if (!obstacles.isEmpty()) {
            var first = obstacles.get(0);
            throw obstacles.size() == 1 ? first : first.because(obstacles);
        }
    }

    private void requireStanding(UUID agreement, int position) {
        reviews.examine(agreement, position).ifPresent(review -> {
            throw new Problem(AgreementProblem.PAYMENT_STOPPED, review.number());
        });
    }

    /**
     * Approves a payment; with the last approval that the sum wants it is ordered.
     *
     * @throws Problem {@code payment-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code
     *     second-person-required}, {@code third-person-required}, {@code commitment-exceeded}, {@code paying-account-missing}, {@code
     *     payment-held-back-otherwise}, and
     *     whatever stands against it, all at once
     */
    @RolesAllowed(CHIEF)
    public PaymentView approve(UUID id, @Nullable Long version) {
        var payment = store.lock(id).orElseThrow(() -> new Problem(AgreementProblem.PAYMENT_UNKNOWN));
        var action = payment.state() == PaymentState.APPROVED
                ? PaymentAction.APPROVE_SECOND
                : payment.twoChiefs() ? PaymentAction.APPROVE_FIRST : PaymentAction.APPROVE;
        var step = ready(payment, action, version);
        if (caller.login().equals(payment.preparedBy())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        if (caller.login().equals(payment.approvedBy())) {
            throw new Problem(AgreementProblem.THIRD_PERSON_REQUIRED);
        }
        requireReady(payment, payment.accountId());
        if (step.effect() == PaymentEffect.NOTHING) {
            store.approve(id, caller.login(), recorded("PAYMENT_APPROVED", payment, step.to(), null));
            tasks.done(TASK, SUBJECT, id.toString());
            tasks.open(TASK, Doer.second(CHIEF, caller.login()), SUBJECT, id.toString(), facts(payment), null);
            return view(id);
        }
        boolean second = action == PaymentAction.APPROVE_SECOND;
        return order(
                payment,
                second ? Objects.requireNonNull(payment.approvedBy()) : caller.login(),
                second ? caller.login() : null);
    }

    private PaymentView order(PaymentView payment, String first, @Nullable String second) {
        var agreement = agreements.view(payment.agreement());
        if (payment.heldBack().signum() > 0
                && !(payment.year() == agreement.yearOf(payment.position())
                        && payment.kbk().equals(agreement.kbk()))) {
            throw new Problem(AgreementProblem.PAYMENT_HELD_BACK_OTHERWISE);
        }
        var today = time.today();
        long change = recorded("PAYMENT_ORDERED", payment, PaymentState.ORDERED, null);
        store.order(payment, payment.accountId(), agreement, first, second, today, change);
        var ordered = view(payment.id());
        books.due(agreement, ordered, today);
        var instruction = instructions.issue(new NewInstruction(
                payment.id(),
                today,
                payee(payment, accounts.view(payment.accountId())),
                payment.net(),
                purpose(agreement, payment),
                agreement.yearOf(payment.position()),
                agreement.kbk(),
                new Source(SUBJECT, payment.id().toString())));
        store.instructed(payment.id(), instruction.id());
        tasks.done(TASK, SUBJECT, payment.id().toString());
        return view(payment.id());
    }

    private Payee payee(PaymentView payment, PayeeAccountView account) {
        var name = projects.names(List.of(payment.payee())).get(payment.payee());
        return new Payee(
                payment.payee().digits(),
                account.kpp(),
                name == null ? "Организация с ИНН " + payment.payee().digits() : name,
                account.account(),
                account.bic(),
                account.bank(),
                account.correspondent());
    }

    private static String purpose(AgreementView agreement, PaymentView payment) {
        var edition = Objects.requireNonNull(agreement.inForce());
        return "Субсидия" + (agreement.mode() == FundingMode.REIMBURSEMENT ? " на возмещение затрат" : "")
                + " по соглашению СГ-" + agreement.number() + ", обязательство № " + edition.commitmentNumber()
                + ", платёж " + payment.number() + " по этапу "
                + agreement.path().get(payment.position() - 1).stage() + ". НДС не облагается";
    }

    /**
     * Gives a payment up that was not ordered.
     *
     * @throws Problem {@code payment-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code field-required}
     */
    @RolesAllowed({ACCOUNTANT, CHIEF})
    public PaymentView cancel(UUID id, @Nullable Long version, String reason) {
        return ended(id, PaymentAction.CANCEL, version, reason);
    }

    /**
     * Takes back an order that the bank did not execute, or rejected; the money is committed as before.
     *
     * @throws Problem {@code payment-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code field-required}
     */
    @RolesAllowed(CHIEF)
    public PaymentView withdraw(UUID id, @Nullable Long version, String reason) {
        return ended(id, PaymentAction.WITHDRAW, version, reason);
    }

    private PaymentView ended(UUID id, PaymentAction action, @Nullable Long version, String reason) {
        var why = Text.required(reason, "/reason");
        var payment = store.lock(id).orElseThrow(() -> new Problem(AgreementProblem.PAYMENT_UNKNOWN));
        var step = ready(payment, action, version);
        store.move(id, step.to(), null, why, recorded("PAYMENT_CANCELLED", payment, step.to(), why));
        if (step.effect() == PaymentEffect.ORDER_TAKEN_BACK) {
            books.takeBack(payment, time.today(), why);
            if (payment.state() == PaymentState.ORDERED) {
                instructions.withdraw(Objects.requireNonNull(payment.instruction()), why);
            }
        }
        tasks.done(TASK, SUBJECT, id.toString());
        cancelled.fire(new PaymentCancelled(payment, why));
        return view(id);
    }

    /**
     * Keeps a part of a payment back that was prepared and not approved: the ledger pays it whole, the bank the rest. Whoever keeps
     * it back records what for, or the transaction fails.
     *
     * @param amount roubles, less than the payment comes to
     * @return the payment as it is then
     * @throws Problem {@code payment-unknown}, {@code payment-not-prepared}, {@code payment-held-back-whole}
     */
    @RolesAllowed(ACCOUNTANT)
    public PaymentView holdBack(UUID id, BigDecimal amount) {
        var payment = store.lock(id).orElseThrow(() -> new Problem(AgreementProblem.PAYMENT_UNKNOWN));
        if (payment.state() != PaymentState.PREPARED) {
            throw new Problem(AgreementProblem.PAYMENT_NOT_PREPARED);
        }
        long change = changes.record(
                "PAYMENT_HELD_BACK",
                SUBJECT,
                id.toString(),
                Map.of("heldBack", payment.heldBack()),
                Map.of("heldBack", amount));
        store.holdBack(id, amount, change);
        return view(id);
    }

    /**
     * Records that parts of payments came back. Whoever records it posts it, or the transaction fails.
     *
     * @param more roubles for each payment, less than zero where they did not come back after all
     */
    @RolesAllowed({ACCOUNTANT, CHIEF})
    public void returned(Map<UUID, BigDecimal> more) {
        store.returned(more);
    }

    /**
     * Orders anew what the bank rejected, to the account that is confirmed now.
     *
     * @throws Problem {@code payment-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, and whatever stands against
     *     it
     */
    @RolesAllowed(CHIEF)
    public PaymentView repeat(UUID id, @Nullable Long version) {
        var payment = store.lock(id).orElseThrow(() -> new Problem(AgreementProblem.PAYMENT_UNKNOWN));
        ready(payment, PaymentAction.REPEAT, version);
        if (caller.login().equals(payment.preparedBy())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        var account = accounts.confirmed(payment.payee())
                .orElseThrow(() -> new Problem(
                        AgreementProblem.PAYMENT_ACCOUNT_MISSING,
                        payment.payee().digits()));
        requireReady(payment, account.id());
        store.order(
                payment,
                account.id(),
                agreements.view(payment.agreement()),
                Objects.requireNonNull(payment.approvedBy()),
                payment.secondBy(),
                time.today(),
                recorded("PAYMENT_REPEATED", payment, PaymentState.ORDERED, null));
        var instruction = instructions.repeat(Objects.requireNonNull(payment.instruction()), payee(payment, account));
        store.instructed(id, instruction.id());
        return view(id);
    }

    private Step<PaymentState, PaymentAction, PaymentGuard, PaymentEffect> ready(
            PaymentView payment, PaymentAction action, @Nullable Long version) {
        var step = PaymentLifecycle.TABLE.require(payment.state(), action, caller::hasRole);
        if (version != null && version != payment.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return step;
    }

    private long recorded(String action, PaymentView payment, PaymentState to, @Nullable String reason) {
        return changes.record(
                action,
                SUBJECT,
                payment.id().toString(),
                Map.of("state", payment.state()),
                reason == null ? Map.of("state", to) : Map.of("state", to, "reason", reason));
    }

    private static Map<String, Object> facts(PaymentView payment) {
        return Map.of(
                "number", payment.number(), "agreement", "СГ-" + payment.agreementNumber(), "amount", payment.amount());
    }
}
