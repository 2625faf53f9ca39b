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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;

/**
 * Who takes whose place under an agreement, as its party or as a participant: entered from a document by one person, in force when
 * another has confirmed it. From the day on the successor is paid, writes reports and evidence, and answers for what was paid;
 * what was paid before stays where it was paid, and the ledger keeps its accounts by agreement, so no total moves. A succession may
 * begin before the day of its confirmation, but not before or on a day on which the predecessor's payment was ordered. What was
 * confirmed is never changed; a wrong one is reversed by two persons while the successor was paid nothing.
 *
 * <p>Source: Civil Code, articles 57 and 58 (reorganisation), 388 and 391 (assignment of rights and duties).
 */
@Stateless
@DenyAll
public class Successions {

    static final String SUBJECT = "SUCCESSION";
    private static final String TO_CONFIRM = "SUCCESSION_TO_CONFIRM";
    private static final String TO_REVERSE = "SUCCESSION_TO_REVERSE";

    @Inject
    private SuccessionStore store;

    @Inject
    private SeenAgreements seen;

    @EJB
    private Agreements agreements;

    @EJB
    private Tasks tasks;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /** All of an agreement in the order of days, also what is not confirmed. @throws Problem {@code subsidy-agreement-unknown} */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public List<SuccessionView> of(UUID agreement) {
        agreements.view(agreement);
        return store.of(agreement);
    }

    /**
     * Into which clusters those of the agreement's project have gone by today, in the order of days: a payment is judged by the last.
     *
     * @throws Problem {@code subsidy-agreement-unknown}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public List<ClusterSuccession> clusters(UUID agreement) {
        agreements.view(agreement);
        return store.clusters(agreement, time.today());
    }

    /** @throws Problem {@code succession-unknown}, also for one that the caller does not see */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public SuccessionView view(UUID id) {
        return store.find(id).orElseThrow(() -> new Problem(AgreementProblem.SUCCESSION_UNKNOWN));
    }

    /** Whether the caller writes under an agreement today: for its party, or as staff. */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public boolean isActing(UUID agreement) {
        return seen.isActing(agreement);
    }

    /** Who answers today for what was paid to somebody under an agreement. */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public Inn present(UUID agreement, Inn paid) {
        return store.present(agreement, paid, time.today());
    }

    /** The steps by which somebody came to its place under an agreement by today, in the order of days. */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public List<SuccessionView> leadingTo(UUID agreement, SuccessionCapacity capacity, Inn holder) {
        return store.leadingTo(agreement, capacity, holder, time.today());
    }

    /**
     * Enters a succession; it is in force when another person has confirmed it.
     *
     * @throws Problem {@code subsidy-agreement-unknown}, {@code succession-of-itself}, {@code succession-of-stranger}, {@code
     *     succession-twice}, {@code succession-loop}, {@code succession-disordered}, {@code succession-after-payment}, {@code
     *     succession-to-unknown}, {@code succession-to-dissolved}, {@code succession-document-in-future}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public SuccessionView enter(EnterSuccession given) {
        agreements.view(given.agreement());
        var id = UUID.randomUUID();
        long change = changes.record("SUCCESSION_ENTERED", SUBJECT, id.toString(), null, given);
        store.insert(id, given, change);
        var entered = view(id);
        tasks.open(TO_CONFIRM, Doer.second(CHIEF, caller.login()), SUBJECT, id.toString(), facts(entered), null);
        return entered;
    }

    /**
     * Confirms a succession.
     *
     * @throws Problem {@code succession-unknown}, {@code second-person-required}, {@code changed-meanwhile}, {@code
     *     transition-not-allowed}, and those of {@link #enter}, for much may have changed since
     */
    @RolesAllowed(CHIEF)
    public SuccessionView confirm(UUID id, @Nullable Long version) {
        var entered = ready(id, SuccessionState.ENTERED, SuccessionState.CONFIRMED, version);
        store.decide(
                id, SuccessionState.CONFIRMED, null, time.today(), recorded("SUCCESSION_CONFIRMED", entered, null));
        tasks.done(TO_CONFIRM, SUBJECT, id.toString());
        return view(id);
    }

    /**
     * Rejects a succession; it may be entered anew.
     *
     * @throws Problem {@code succession-unknown}, {@code second-person-required}, {@code changed-meanwhile}, {@code
     *     transition-not-allowed}, {@code field-required}
     */
    @RolesAllowed(CHIEF)
    public SuccessionView reject(UUID id, @Nullable Long version, String reason) {
        var why = Text.required(reason, "/reason");
        var entered = ready(id, SuccessionState.ENTERED, SuccessionState.REJECTED, version);
        store.decide(id, SuccessionState.REJECTED, why, time.today(), recorded("SUCCESSION_REJECTED", entered, why));
        tasks.done(TO_CONFIRM, SUBJECT, id.toString());
        return view(id);
    }

    /**
     * Says that a confirmed succession is wrong; it is in force until another person finds so, too.
     *
     * @throws Problem {@code succession-unknown}, {@code changed-meanwhile}, {@code transition-not-allowed}, {@code field-required},
     *     {@code succession-continued}, {@code succession-paid}, {@code succession-signed}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public SuccessionView reverse(UUID id, @Nullable Long version, String reason) {
        var why = Text.required(reason, "/reason");
        var confirmed = ready(id, SuccessionState.CONFIRMED, SuccessionState.REVERSING, version);
        store.doubt(id, why, recorded("SUCCESSION_DOUBTED", confirmed, why));
        tasks.open(TO_REVERSE, Doer.second(CHIEF, caller.login()), SUBJECT, id.toString(), facts(confirmed), null);
        return view(id);
    }

    /**
     * Finds that a succession is wrong: the predecessor holds its place as before.
     *
     * @throws Problem {@code succession-unknown}, {@code second-person-required}, {@code changed-meanwhile}, {@code
     *     transition-not-allowed}, {@code succession-continued}, {@code succession-paid}, {@code succession-signed}
     */
    @RolesAllowed(CHIEF)
    public SuccessionView confirmReversal(UUID id, @Nullable Long version) {
        var doubted = ready(id, SuccessionState.REVERSING, SuccessionState.REVERSED, version);
        store.reverse(id, time.today(), recorded("SUCCESSION_REVERSED", doubted, doubted.reason()));
        tasks.done(TO_REVERSE, SUBJECT, id.toString());
        return view(id);
    }

    /**
     * Finds that a succession is right after all.
     *
     * @throws Problem {@code succession-unknown}, {@code second-person-required}, {@code changed-meanwhile}, {@code
     *     transition-not-allowed}
     */
    @RolesAllowed(CHIEF)
    public SuccessionView keep(UUID id, @Nullable Long version) {
        var doubted = ready(id, SuccessionState.REVERSING, SuccessionState.CONFIRMED, version);
        store.doubt(id, null, recorded("SUCCESSION_KEPT", doubted, null));
        tasks.done(TO_REVERSE, SUBJECT, id.toString());
        return view(id);
    }

    private SuccessionView ready(UUID id, SuccessionState from, SuccessionState to, @Nullable Long version) {
        var found = store.lock(id).orElseThrow(() -> new Problem(AgreementProblem.SUCCESSION_UNKNOWN));
        if (found.state() != from) {
            throw new Problem(
                    PlatformProblem.TRANSITION_NOT_ALLOWED, found.state().name(), to.name());
        }
        var first = from == SuccessionState.REVERSING ? found.reversingBy() : found.enteredBy();
        if (from != SuccessionState.CONFIRMED && caller.login().equals(first)) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        if (version != null && version != found.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return found;
    }

    private long recorded(String action, SuccessionView succession, @Nullable String reason) {
        return changes.record(
                action,
                SUBJECT,
                succession.id().toString(),
                Map.of("state", succession.state()),
                reason == null ? Map.of() : Map.of("reason", reason));
    }

    private static Map<String, Object> facts(SuccessionView succession) {
        return Map.of(
                "agreement",
                "СГ-" + succession.agreementNumber(),
                "predecessor",
                succession.predecessor().digits(),
                "successor",
                succession.successor().digits());
    }
}
