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
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.FundingMode;
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
import ru.mos.clusters.platform.paper.Docx;
import ru.mos.clusters.platform.paper.PdfSheet;
import ru.mos.clusters.project.FrozenProjects;

/**
 * Agreements: drawn up from an award, signed by another person, in force when the finance body has registered the commitment.
 * An amendment goes the same way; schedule, commitment and reserve follow it by themselves.
 *
 * <p>Source: Budget Code, articles 78, 78.1 and 219.
 */
@Stateless
@DenyAll
public class Agreements {

    static final String SUBJECT = "AGREEMENT";
    private static final String TO_SIGN = "AGREEMENT_TO_SIGN";
    private static final String TO_REGISTER = "COMMITMENT_TO_REGISTER";
    private static final String TO_MEND = "AGREEMENT_TO_MEND";

    @Inject
    private AgreementStore store;

    @Inject
    private SuccessionStore successions;

    @Inject
    private AgreementBooks books;

    @Inject
    private AgreementSupport support;

    @Inject
    private FrozenProjects projects;

    @EJB
    private Calls calls;

    @EJB
    private Tasks tasks;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /** The latest first; applicants and programs see those of the organisations they act for. */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public Slice<AgreementView> list(AgreementFilter filter, PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        return Slice.of(store.list(filter, before, page.fetch()), page, one -> List.of(Long.toString(one.number())));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public long count(AgreementFilter filter) {
        return store.count(filter);
    }

    /** @throws Problem {@code subsidy-agreement-unknown}, also for one that the caller does not see */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public AgreementView view(UUID id) {
        return whole(store.find(id).orElseThrow(() -> new Problem(AgreementProblem.SUBSIDY_AGREEMENT_UNKNOWN)));
    }

    private AgreementView whole(AgreementView agreement) {
        var editions = store.editions(agreement.id());
        var pending = editions.stream().filter(one -> !one.isRegistered()).findFirst();
        return agreement.with(
                AgreementLifecycle.TABLE.open(agreement.state(), caller::hasRole).stream()
                        .filter(action -> action != AgreementAction.SIGN
                                || pending.stream()
                                        .noneMatch(one -> one.drawnBy().equals(caller.login())))
                        .toList(),
                editions,
                store.path(agreement.id()));
    }

    /** The table of what may be done to an agreement. */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public List<Step<AgreementState, AgreementAction, AgreementGuard, AgreementEffect>> transitions() {
        return AgreementLifecycle.TABLE.steps();
    }

    /** Applications that were awarded money and have no agreement yet, the earliest first, at most so many. */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, AUDITOR})
    public List<UUID> waiting(int most) {
        return store.waiting(most);
    }

    /**
     * Draws up the agreement on what an application was awarded, with the terms that follow from its project.
     *
     * @throws Problem {@code agreement-without-award}, {@code agreement-of-award-twice}
     */
    @RolesAllowed(DEPARTMENT)
    public AgreementView drawUp(UUID application) {
        var awarded = store.awarded(application)
                .orElseThrow(() -> new Problem(AgreementProblem.AGREEMENT_WITHOUT_AWARD).at("/application"));
        var project = projects.edition(awarded.project(), awarded.edition()).content();
        var party = new Inn(awarded.party());
        var terms = FirstTerms.of(
                project, awarded.amount(), projects.names(List.of(party)).get(party), awarded.kbk(), time.today());
        var id = UUID.randomUUID();
        long change = changes.record("AGREEMENT_DRAWN_UP", SUBJECT, id.toString(), null, terms);
        var flow = Optional.ofNullable(calls.view(awarded.call()).terms().flow());
        store.insert(
                id,
                application,
                awarded,
                flow.map(CallTerms.Flow::route).orElse(MoneyRoute.APPLICANT_ONLY),
                flow.map(CallTerms.Flow::mode).orElse(FundingMode.ADVANCE),
                change);
        store.write(id, 1, terms, null, caller.login());
        var agreement = view(id);
        tasks.open(TO_SIGN, Doer.second(CHIEF, caller.login()), SUBJECT, id.toString(), facts(agreement), null);
        return agreement;
    }

    /**
     * What is wrong with terms, each said of its place; empty: they could be signed.
     *
     * @throws Problem {@code subsidy-agreement-unknown}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, AUDITOR})
    public List<Problem> faults(UUID id, AgreementTerms terms) {
        return gate(view(id)).faults(terms);
    }

    private TermsGate gate(AgreementView agreement) {
        return new TermsGate(
                agreement.mode(),
                agreement.kbk(),
                agreement.awarded(),
                projects.edition(agreement.project(), agreement.projectEdition())
                        .content(),
                calls.view(agreement.call()).terms().shares(),
                Stream.concat(store.moved(agreement.id()).stream(), store.claimed(agreement.id()).stream())
                        .toList(),
                settled(agreement),
                store.spent(agreement.id(), agreement.edition() + 1));
    }

    /** Instalments that are being paid, each with its amount: it is paid once to everybody, so what each is to have is settled. */
    private List<AgreementStore.Moved> settled(AgreementView agreement) {
        if (agreement.mode() == FundingMode.REIMBURSEMENT) {
            return List.of();
        }
        return store.moved(agreement.id()).stream()
                .flatMap(moved -> agreement.path().stream()
                        .filter(step -> step.position() == moved.position())
                        .map(step -> new AgreementStore.Moved(step.position(), step.amount())))
                .toList();
    }

    /**
     * Writes what is not signed yet.
     *
     * @param version of the agreement that was seen
     * @throws Problem {@code subsidy-agreement-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, and what is wrong with
     *     the terms
     */
    @RolesAllowed(DEPARTMENT)
    public AgreementView edit(UUID id, long version, AgreementTerms terms) {
        var agreement = ready(id, AgreementAction.EDIT, version);
        var pending = Objects.requireNonNull(agreement.pending());
        requireSound(agreement, terms);
        long change = changes.record("AGREEMENT_EDITED", SUBJECT, id.toString(), pending.terms(), terms);
        store.write(id, pending.number(), terms, pending.reason(), caller.login());
        store.update(id, agreement.state(), agreement.edition(), agreement.reason(), change);
        tasks.open(TO_SIGN, Doer.second(CHIEF, caller.login()), SUBJECT, id.toString(), facts(agreement), null);
        tasks.done(TO_MEND, SUBJECT, id.toString());
        return view(id);
    }

    private void requireSound(AgreementView agreement, AgreementTerms terms) {
        var faults = gate(agreement).faults(terms);
        if (!faults.isEmpty()) {
            var first = faults.get(0);
            throw faults.size() == 1 ? first : first.because(faults);
        }
    }

    /**
     * Records that both parties have signed; the commitment goes to the finance body.
     *
     * @throws Problem {@code subsidy-agreement-unknown}, {@code transition-not-allowed}, {@code second-person-required}, {@code
     *     changed-meanwhile}, and what is wrong with the terms
     */
    @RolesAllowed(CHIEF)
    public AgreementView sign(UUID id, @Nullable Long version) {
        var agreement = ready(id, AgreementAction.SIGN, version);
        var pending = Objects.requireNonNull(agreement.pending());
        if (caller.login().equals(pending.drawnBy())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        requireSound(agreement, pending.terms());
        store.sign(id, pending.number(), caller.login(), time.today());
        var signed = moved(agreement, AgreementAction.SIGN, agreement.edition(), agreement.reason());
        tasks.done(TO_SIGN, SUBJECT, id.toString());
        tasks.open(TO_REGISTER, Doer.role(ACCOUNTANT), SUBJECT, id.toString(), facts(agreement), null);
        return signed;
    }

    /**
     * Records that the finance body registered the commitment, or its change; what it says is in force and the money is committed.
     * As support it stands in the register of recipients from then on.
     *
     * @param number under which it is registered
     * @param on day of it, from the day of signing to today
     * @throws Problem {@code subsidy-agreement-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code field-required},
     *     {@code edition-registered-unsigned}, {@code limit-exceeded}, {@code reservation-exceeded}, {@code commitment-exceeded}, and
     *     what is wrong with the terms of an amendment by now
     */
    @RolesAllowed(ACCOUNTANT)
    public AgreementView register(UUID id, @Nullable Long version, String number, LocalDate on) {
        var agreement = ready(id, AgreementAction.REGISTER, version);
        var pending = Objects.requireNonNull(agreement.pending());
        var registered = Text.required(number, "/number");
        if (on.isBefore(Objects.requireNonNull(pending.signedOn()))) {
            throw new Problem(AgreementProblem.EDITION_REGISTERED_UNSIGNED, pending.signedOn()).at("/on");
        }
        if (agreement.edition() > 0) {
            requireSound(agreement, pending.terms()); // what was paid or accepted since it was signed
        }
        store.register(id, pending.number(), registered, on);
        books.commit(agreement, pending, on);
        var done = moved(agreement, AgreementAction.REGISTER, pending.number(), null);
        support.settle(id, on);
        tasks.done(TO_REGISTER, SUBJECT, id.toString());
        return done;
    }

    /**
     * Records that the finance body did not register the commitment; it is to be written anew.
     *
     * @throws Problem {@code subsidy-agreement-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code field-required}
     */
    @RolesAllowed(ACCOUNTANT)
    public AgreementView refuse(UUID id, @Nullable Long version, String reason) {
        var agreement = ready(id, AgreementAction.REFUSE, version);
        var why = Text.required(reason, "/reason");
        store.refuse(id, Objects.requireNonNull(agreement.pending()).number(), why);
        var back = moved(agreement, AgreementAction.REFUSE, agreement.edition(), why);
        tasks.done(TO_REGISTER, SUBJECT, id.toString());
        tasks.open(TO_MEND, Doer.role(DEPARTMENT), SUBJECT, id.toString(), facts(agreement), null);
        return back;
    }

    /**
     * Begins an amendment, with the terms in force.
     *
     * @throws Problem {@code subsidy-agreement-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code field-required}
     */
    @RolesAllowed(DEPARTMENT)
    public AgreementView amend(UUID id, @Nullable Long version, String reason) {
        var agreement = ready(id, AgreementAction.AMEND, version);
        var why = Text.required(reason, "/reason");
        store.write(
                id,
                agreement.edition() + 1,
                Objects.requireNonNull(agreement.inForce()).terms(),
                why,
                caller.login());
        return moved(agreement, AgreementAction.AMEND, agreement.edition(), why);
    }

    /**
     * Gives an amendment up that is not signed.
     *
     * @throws Problem {@code subsidy-agreement-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}
     */
    @RolesAllowed(DEPARTMENT)
    public AgreementView drop(UUID id, @Nullable Long version) {
        var agreement = ready(id, AgreementAction.DROP, version);
        store.drop(id, agreement.edition() + 1);
        tasks.done(TO_SIGN, SUBJECT, id.toString());
        tasks.done(TO_MEND, SUBJECT, id.toString());
        return moved(agreement, AgreementAction.DROP, agreement.edition(), null);
    }

    /**
     * Ends an agreement that was fulfilled: every instalment paid, every rouble accounted for or returned; of a reimbursement every
     * claim accepted and paid, and what was not claimed is free again.
     *
     * @throws Problem {@code subsidy-agreement-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code
     *     agreement-unfinished}, {@code agreement-claims-open}, {@code agreement-recovery-open}
     */
    @RolesAllowed(CHIEF)
    public AgreementView complete(UUID id, @Nullable Long version) {
        var agreement = ready(id, AgreementAction.COMPLETE, version);
        if (agreement.mode() == FundingMode.REIMBURSEMENT) {
            requireClaimsPaid(agreement);
            books.release(agreement, time.today(), "completed", "исполнено");
        } else if (agreement.paid().compareTo(agreement.amount()) != 0
                || agreement.unaccounted().signum() != 0) {
            throw new Problem(
                    AgreementProblem.AGREEMENT_UNFINISHED,
                    agreement.amount(),
                    agreement.paid(),
                    agreement.unaccounted());
        }
        return moved(agreement, AgreementAction.COMPLETE, agreement.edition(), null);
    }

    /** What nobody claimed is not owed; what is claimed waits for its decision and its payment. */
    private static void requireClaimsPaid(AgreementView agreement) {
        for (var step : agreement.path()) {
            var owed = step.payable() == null ? BigDecimal.ZERO : step.payable();
            if (step.report() == ReportState.SUBMITTED || owed.compareTo(step.paid()) != 0) {
                throw new Problem(AgreementProblem.AGREEMENT_CLAIMS_OPEN, step.position());
            }
        }
    }

    /**
     * Ends an agreement before it was fulfilled; what was not paid is free again.
     *
     * @throws Problem {@code subsidy-agreement-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code field-required},
     *     {@code agreement-payment-underway}, {@code agreement-claims-open}
     */
    @RolesAllowed(CHIEF)
    public AgreementView terminate(UUID id, @Nullable Long version, String reason) {
        var agreement = ready(id, AgreementAction.TERMINATE, version);
        var why = Text.required(reason, "/reason");
        if (agreement.mode() == FundingMode.REIMBURSEMENT && !store.isStoppedForGood(id)) {
            requireClaimsPaid(agreement);
        }
        var underway = store.moved(id).stream()
                .map(AgreementStore.Moved::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(agreement.paid());
        if (underway.signum() != 0) {
            throw new Problem(AgreementProblem.AGREEMENT_PAYMENT_UNDERWAY, underway);
        }
        books.release(agreement, time.today(), "terminated", "расторгнуто");
        support.stop(agreement, time.today());
        return moved(agreement, AgreementAction.TERMINATE, agreement.edition(), why);
    }

    /**
     * Gives up an agreement that is not signed; what was reserved for it is free again.
     *
     * @throws Problem {@code subsidy-agreement-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code field-required}
     */
    @RolesAllowed(CHIEF)
    public AgreementView cancel(UUID id, @Nullable Long version, String reason) {
        var agreement = ready(id, AgreementAction.CANCEL, version);
        var why = Text.required(reason, "/reason");
        books.giveUp(agreement, time.today());
        tasks.done(TO_SIGN, SUBJECT, id.toString());
        tasks.done(TO_MEND, SUBJECT, id.toString());
        return moved(agreement, AgreementAction.CANCEL, agreement.edition(), why);
    }

    private AgreementView ready(UUID id, AgreementAction action, @Nullable Long version) {
        var agreement = store.lock(id).orElseThrow(() -> new Problem(AgreementProblem.SUBSIDY_AGREEMENT_UNKNOWN));
        AgreementLifecycle.TABLE.require(agreement.state(), action, caller::hasRole);
        if (version != null && version != agreement.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return whole(agreement);
    }

    private AgreementView moved(AgreementView before, AgreementAction action, int edition, @Nullable String reason) {
        var step = AgreementLifecycle.TABLE.require(before.state(), action, caller::hasRole);
        var recorded =
                switch (action) {
                    case SIGN -> "AGREEMENT_SIGNED";
                    case REGISTER -> "COMMITMENT_REGISTERED";
                    case REFUSE -> "COMMITMENT_REFUSED";
                    case AMEND -> "AGREEMENT_AMENDED";
                    case DROP -> "AMENDMENT_DROPPED";
                    case COMPLETE -> "AGREEMENT_COMPLETED";
                    case TERMINATE -> "AGREEMENT_TERMINATED";
                    case CANCEL -> "AGREEMENT_CANCELLED";
                    case EDIT -> throw new IllegalArgumentException(action.name());
                };
        long change = changes.record(
                recorded,
                SUBJECT,
                before.id().toString(),
                new Stood(before.state(), before.edition(), before.reason()),
                new Stood(step.to(), edition, reason));
        store.update(before.id(), step.to(), edition, reason, change);
        return view(before.id());
    }

    /** What the record of changes keeps of a step. */
    record Stood(
            AgreementState state, int edition, @Nullable String reason) {}

    private static Map<String, Object> facts(AgreementView agreement) {
        return Map.of("number", "СГ-" + agreement.number(), "project", String.valueOf(agreement.title()));
    }

    /**
     * The text of an edition, to be signed.
     *
     * @param edition number of it
     * @param format PDF, or DOCX for who wants to add to it
     * @throws Problem {@code subsidy-agreement-unknown}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public void write(UUID id, int edition, AgreementFormat format, OutputStream out) {
        var agreement = view(id);
        var said = agreement.editions().stream()
                .filter(one -> one.number() == edition)
                .findFirst()
                .orElseThrow(() -> new Problem(AgreementProblem.SUBSIDY_AGREEMENT_UNKNOWN));
        var party = store.party(id, edition);
        var paper = new AgreementPaper(
                agreement,
                party,
                projects.names(List.of(party)).getOrDefault(party, agreement.partyName()),
                successions.upTo(id, party, said.signedOn() == null ? time.today() : said.signedOn()),
                said,
                agreement.editions().stream()
                        .filter(one -> one.number() == edition - 1)
                        .findFirst()
                        .orElse(null),
                projects.edition(agreement.project(), agreement.projectEdition())
                        .content());
        try (var sheet =
                format == AgreementFormat.DOCX ? new Docx(out) : new PdfSheet(out, paper.title(), paper.title())) {
            paper.write(sheet);
        }
    }
}
