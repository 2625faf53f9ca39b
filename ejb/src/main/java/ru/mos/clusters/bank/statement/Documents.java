package ru.mos.clusters.bank.statement;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ru.mos.clusters.bank.AssignmentUndone;
import ru.mos.clusters.bank.BankProblem;
import ru.mos.clusters.bank.ExecutionUndone;
import ru.mos.clusters.bank.InstructionExecuted;
import ru.mos.clusters.bank.ReceiptAssigned;
import ru.mos.clusters.bank.ReceiptQuestion;
import ru.mos.clusters.bank.Source;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Text;

/**
 * Movements on our accounts, each once, and where they belong: a payment to the instruction it executed, a receipt to what it is
 * for. What the program did not find beyond doubt a person places, and takes back where it was wrong.
 */
@Stateless
@DenyAll
public class Documents {

    private static final String SUBJECT = "BANK_DOCUMENT";
    private static final int MOST_CANDIDATES = 50;

    @Inject
    private DocumentStore store;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Event<InstructionExecuted> executed;

    @Inject
    private Event<ExecutionUndone> undone;

    @Inject
    private Event<ReceiptAssigned> assigned;

    @Inject
    private Event<AssignmentUndone> unassigned;

    @Inject
    private Event<ReceiptQuestion> question;

    /** @throws Problem {@code bank-document-unknown} */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public DocumentView view(UUID id) {
        return store.find(id).orElseThrow(() -> new Problem(BankProblem.BANK_DOCUMENT_UNKNOWN));
    }

    /** The latest first. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public Slice<DocumentView> list(DocumentFilter filter, PageRequest page) {
        boolean first = page.after().isEmpty();
        var rows = store.list(
                filter,
                first ? null : LocalDate.parse(page.after().get(0)),
                first ? null : UUID.fromString(page.after().get(1)),
                page.fetch());
        return Slice.of(
                rows, page, row -> List.of(row.bookedOn().toString(), row.id().toString()));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public long count(DocumentFilter filter) {
        return store.count(filter);
    }

    /** Waiting instructions over the sum of a payment, what agrees most first. @throws Problem {@code bank-document-unknown} */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public List<MatchCandidate> candidates(UUID id) {
        return store.candidates(view(id).id(), MOST_CANDIDATES);
    }

    /** What a receipt may be for, as those say who keep such things. @throws Problem {@code bank-document-unknown} */
    @RolesAllowed({ACCOUNTANT, CHIEF})
    public List<ReceiptQuestion.Candidate> subjects(UUID id) {
        var document = view(id);
        var asked = ReceiptQuestion.about(
                id, document.bookedOn(), document.amount(), document.other().inn(), document.purpose());
        question.fire(asked);
        return asked.candidates();
    }

    /**
     * Says that a payment executed an instruction. Fires {@link InstructionExecuted}.
     *
     * @throws Problem {@code bank-document-unknown}, {@code document-matched-twice}, {@code instruction-matched-twice} where it does
     *     not wait, {@code match-differs}
     */
    @RolesAllowed({ACCOUNTANT, CHIEF})
    public DocumentView match(UUID id, UUID instruction) {
        var document = ready(id);
        if (document.instruction() != null) {
            throw new Problem(BankProblem.DOCUMENT_MATCHED_TWICE);
        }
        var source = store.lockWaiting(instruction)
                .orElseThrow(() -> new Problem(BankProblem.INSTRUCTION_MATCHED_TWICE).at("/instruction"));
        long change = changes.record("PAYMENT_MATCHED", SUBJECT, id.toString(), null, new Matched(instruction));
        store.match(id, instruction, document.bookedOn(), caller.login(), change);
        executed.fire(new InstructionExecuted(instruction, source, document.bookedOn(), document.amount(), id));
        return view(id);
    }

    /**
     * Says that a payment did not execute the instruction it was matched with; that one waits again. Fires {@link ExecutionUndone}.
     *
     * @throws Problem {@code bank-document-unknown}, {@code document-not-matched}, {@code field-required}
     */
    @RolesAllowed({ACCOUNTANT, CHIEF})
    public DocumentView undo(UUID id, String reason) {
        var document = ready(id);
        var instruction = document.instruction();
        if (instruction == null) {
            throw new Problem(BankProblem.DOCUMENT_NOT_MATCHED);
        }
        var why = Text.required(reason, "/reason");
        long change =
                changes.record("PAYMENT_UNMATCHED", SUBJECT, id.toString(), new Matched(instruction), new Undone(why));
        store.undoMatch(id, instruction, why, change);
        undone.fire(new ExecutionUndone(
                instruction, store.source(instruction), document.bookedOn(), document.amount(), id, why));
        return view(id);
    }

    /**
     * Says what money that came in is for. Fires {@link ReceiptAssigned}.
     *
     * @throws Problem {@code bank-document-unknown}, {@code receipt-assigned-twice}, {@code assignment-of-payment}, {@code
     *     field-required}, and what the keeper of the thing has against it
     */
    @RolesAllowed(ACCOUNTANT)
    public DocumentView assign(UUID id, Source to) {
        var document = ready(id);
        if (document.assignedTo() != null) {
            throw new Problem(BankProblem.RECEIPT_ASSIGNED_TWICE);
        }
        var subject = new Source(Text.required(to.kind(), "/kind"), Text.required(to.id(), "/id"));
        long change = changes.record("RECEIPT_ASSIGNED", SUBJECT, id.toString(), null, subject);
        store.assign(id, subject, caller.login(), change);
        assigned.fire(new ReceiptAssigned(
                id,
                subject,
                document.bookedOn(),
                document.amount(),
                document.other().inn()));
        return view(id);
    }

    /**
     * Takes back what was said. Fires {@link AssignmentUndone}.
     *
     * @throws Problem {@code bank-document-unknown}, {@code receipt-not-assigned}, {@code field-required}
     */
    @RolesAllowed(ACCOUNTANT)
    public DocumentView unassign(UUID id, String reason) {
        var document = ready(id);
        var subject = document.assignedTo();
        if (subject == null) {
            throw new Problem(BankProblem.RECEIPT_NOT_ASSIGNED);
        }
        var why = Text.required(reason, "/reason");
        long change = changes.record("RECEIPT_UNASSIGNED", SUBJECT, id.toString(), subject, new Undone(why));
        store.undoAssignment(id, why, change);
        unassigned.fire(new AssignmentUndone(id, subject, document.bookedOn(), document.amount(), why));
        return view(id);
    }

    private DocumentView ready(UUID id) {
        return store.lock(id).orElseThrow(() -> new Problem(BankProblem.BANK_DOCUMENT_UNKNOWN));
    }

    /** What the record of changes keeps of a match. */
    record Matched(UUID instruction) {}

    /** What it keeps of taking something back. */
    record Undone(String reason) {}
}
