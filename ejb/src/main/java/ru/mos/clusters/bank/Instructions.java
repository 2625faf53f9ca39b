package ru.mos.clusters.bank;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.file.PaymentFormat;
import ru.mos.clusters.bank.file.PaymentOrder;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.Transitions.Step;

/** Instructions to the bank to pay: issued once two persons agreed elsewhere, until the bank executes or rejects them. */
@Stateless
@DenyAll
public class Instructions {

    private static final String SUBJECT = "INSTRUCTION";
    private static final int LONGEST_PURPOSE = 210;
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(13);

    @Inject
    private InstructionStore store;

    @Inject
    private AccountStore accounts;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    @Inject
    private Event<InstructionRejected> rejected;

    @Inject
    private Event<InstructionWithdrawn> withdrawn;

    @Inject
    private Event<InstructionRepeated> repeated;

    /**
     * Issues an instruction under the next number of its year; asked for again with the same content, the one issued before.
     *
     * @throws Problem {@code instruction-id-taken}, {@code instruction-sum-impossible}, {@code instruction-purpose-long}, {@code
     *     instruction-kbk-malformed}, {@code bank-text-impossible}, {@code paying-account-missing}
     */
    @RolesAllowed({CHIEF, DEPARTMENT})
    public InstructionView issue(NewInstruction order) {
        return issue(order, null);
    }

    private InstructionView issue(NewInstruction given, @Nullable UUID repeats) {
        var order = sound(given);
        store.lockNumbers(order.day().getYear());
        var before = store.find(order.id());
        if (before.isPresent()) {
            if (!before.get().answers(order)) {
                throw new Problem(BankProblem.INSTRUCTION_ID_TAKEN);
            }
            return whole(before.get());
        }
        var account = accounts.paying(order.day())
                .orElseThrow(() -> new Problem(BankProblem.PAYING_ACCOUNT_MISSING, order.day()));
        int number = store.nextNumber(order.day().getYear());
        long change =
                changes.record("INSTRUCTION_ISSUED", SUBJECT, order.id().toString(), null, new Issued(number, order));
        store.insert(order, number, account.id(), repeats, caller.login(), change);
        return view(order.id());
    }

    private static NewInstruction sound(NewInstruction order) {
        var amount = order.amount().stripTrailingZeros();
        if (amount.signum() <= 0 || amount.scale() > 2 || amount.compareTo(TOO_MUCH) >= 0) {
            throw new Problem(BankProblem.INSTRUCTION_SUM_IMPOSSIBLE).at("/amount");
        }
        var purpose = Text.required(order.purpose(), "/purpose").replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (purpose.length() > LONGEST_PURPOSE) {
            throw new Problem(BankProblem.INSTRUCTION_PURPOSE_LONG, LONGEST_PURPOSE, purpose.length()).at("/purpose");
        }
        if (!order.kbk().matches("[0-9A-ZА-Я]{20}")) {
            throw new Problem(BankProblem.INSTRUCTION_KBK_MALFORMED, order.kbk()).at("/kbk");
        }
        PaymentFormat.requireWritable(
                purpose + order.payee().name() + order.payee().bank());
        return new NewInstruction(
                order.id(),
                order.day(),
                order.payee(),
                amount.setScale(2),
                purpose,
                order.year(),
                order.kbk(),
                order.source());
    }

    /**
     * Takes an instruction back that the bank has not executed. Fires {@link InstructionWithdrawn}.
     *
     * @throws Problem {@code instruction-unknown}, {@code transition-not-allowed}, {@code field-required}
     */
    @RolesAllowed({CHIEF, DEPARTMENT})
    public InstructionView withdraw(UUID id, String reason) {
        var before = ready(id, InstructionAction.WITHDRAW);
        var why = Text.required(reason, "/reason");
        conclude(before, InstructionState.WITHDRAWN, "INSTRUCTION_WITHDRAWN", time.today(), why);
        withdrawn.fire(new InstructionWithdrawn(id, before.source(), why));
        return view(id);
    }

    /**
     * Records that the bank refused it. Fires {@link InstructionRejected}.
     *
     * @throws Problem {@code instruction-unknown}, {@code transition-not-allowed}, {@code field-required}, {@code
     *     instruction-concluded-in-future}
     */
    @RolesAllowed(ACCOUNTANT)
    public InstructionView reject(UUID id, LocalDate on, String reason) {
        var before = ready(id, InstructionAction.REJECT);
        var why = Text.required(reason, "/reason");
        if (on.isAfter(time.today())) {
            throw new Problem(BankProblem.INSTRUCTION_CONCLUDED_IN_FUTURE).at("/on");
        }
        conclude(before, InstructionState.REJECTED, "INSTRUCTION_REJECTED", on, why);
        rejected.fire(new InstructionRejected(id, before.source(), on, why));
        return view(id);
    }

    private void conclude(InstructionView before, InstructionState to, String action, LocalDate on, String reason) {
        long change =
                changes.record(action, SUBJECT, before.id().toString(), before.state(), new Concluded(to, on, reason));
        store.conclude(before.id(), to, on, reason, change);
    }

    /**
     * Issues a rejected instruction anew, today, under a new number. Fires {@link InstructionRepeated}.
     *
     * @param corrected null: to the same payee
     * @return the new one
     * @throws Problem {@code instruction-unknown}, {@code transition-not-allowed}, {@code instruction-repeated-twice}
     */
    @RolesAllowed({CHIEF, DEPARTMENT})
    public InstructionView repeat(UUID id, @Nullable Payee corrected) {
        var before = ready(id, InstructionAction.REPEAT);
        if (before.repeatedBy() != null) {
            throw new Problem(BankProblem.INSTRUCTION_REPEATED_TWICE);
        }
        var next = issue(
                new NewInstruction(
                        UUID.randomUUID(),
                        time.today(),
                        corrected == null ? before.payee() : corrected,
                        before.amount(),
                        before.purpose(),
                        before.year(),
                        before.kbk(),
                        before.source()),
                id);
        repeated.fire(new InstructionRepeated(next.id(), id, next.source()));
        return next;
    }

    private InstructionView ready(UUID id, InstructionAction action) {
        var instruction = store.lock(id).orElseThrow(() -> new Problem(BankProblem.INSTRUCTION_UNKNOWN));
        InstructionLifecycle.TABLE.require(instruction.state(), action, caller::hasRole);
        return instruction;
    }

    /** @throws Problem {@code instruction-unknown} */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public InstructionView view(UUID id) {
        return whole(store.find(id).orElseThrow(() -> new Problem(BankProblem.INSTRUCTION_UNKNOWN)));
    }

    private InstructionView whole(InstructionView instruction) {
        return instruction.with(InstructionLifecycle.TABLE.open(instruction.state(), caller::hasRole).stream()
                .filter(action -> action != InstructionAction.REPEAT || instruction.repeatedBy() == null)
                .toList());
    }

    /** The latest first. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public Slice<InstructionView> list(InstructionFilter filter, PageRequest page) {
        boolean first = page.after().isEmpty();
        var rows = store.list(
                filter,
                first ? null : LocalDate.parse(page.after().get(0)),
                first ? 0 : Integer.parseInt(page.after().get(1)),
                page.fetch());
        return Slice.of(rows, page, row -> List.of(row.day().toString(), Integer.toString(row.number())));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public long count(InstructionFilter filter) {
        return store.count(filter);
    }

    /** The table of what may be done to an instruction. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public List<Step<InstructionState, InstructionAction, InstructionGuard, InstructionEffect>> transitions() {
        return InstructionLifecycle.TABLE.steps();
    }

    /**
     * The payment order as a file for the bank.
     *
     * @throws Problem {@code instruction-unknown}
     */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public byte[] file(UUID id, PaymentFormat format) {
        var instruction = view(id);
        var account = accounts.find(instruction.account()).orElseThrow();
        return format.write(
                new PaymentOrder(
                        id,
                        instruction.number(),
                        instruction.day(),
                        instruction.amount(),
                        account.account(),
                        instruction.payee(),
                        instruction.purpose(),
                        instruction.kbk(),
                        account.oktmo()),
                LocalDateTime.ofInstant(time.now(), Time.MOSCOW));
    }

    /** What the record of changes keeps of the beginning. */
    record Issued(int number, NewInstruction order) {}

    /** What it keeps of the end. */
    record Concluded(InstructionState state, LocalDate on, String reason) {}
}
