package ru.mos.clusters.inkind;

import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.Transitions.Step;
import ru.mos.clusters.support.CheckQuery;
import ru.mos.clusters.support.SupportChecks;
import ru.mos.clusters.support.SupportRegister;
import ru.mos.clusters.support.SupportVerdict;
import ru.mos.clusters.support.rule.SupportFinding;
import ru.mos.clusters.support.rule.SupportOutcome;

/**
 * Requests for support in kind: asked by recipients or in their name, decided by whoever gives it or, of the form «other», by a
 * chief. What the register of recipients forbids cannot be approved; what it leaves in doubt needs a person's word by a document.
 */
@Stateless
@DenyAll
public class InKindRequests {

    private static final String AREA = "SQUARE_METRE";

    @Inject
    private InKindStore store;

    @Inject
    private SeenRequests seen;

    @Inject
    private InKindSteps steps;

    @Inject
    private OfferRows offers;

    @EJB
    private SupportChecks checks;

    @Inject
    private SupportRegister register;

    @Inject
    private Changes changes;

    @Inject
    private Sql sql;

    @Inject
    private Time time;

    /** The cluster for whose sake, and the sector. */
    private record Place(@Nullable UUID cluster, String sector) {}

    /** What the record of changes keeps of a doubt that was decided. */
    record Released(List<String> findings, String reason, Paper document) {}

    /** Requests that the caller sees. */
    @RolesAllowed({APPLICANT, SERVICE, INFRASTRUCTURE, GCKR, DEPARTMENT, CHIEF, AUDITOR})
    public Slice<InKindRequestView> list(InKindFilter filter, PageRequest page) {
        return Slice.of(store.list(filter, page), page, last -> InKindStore.key(filter, last));
    }

    /** How many there are. */
    @RolesAllowed({APPLICANT, SERVICE, INFRASTRUCTURE, GCKR, DEPARTMENT, CHIEF, AUDITOR})
    public long count(InKindFilter filter) {
        return store.count(filter);
    }

    /** @throws Problem {@code in-kind-unknown}, also for one that the caller does not see */
    @RolesAllowed({APPLICANT, SERVICE, INFRASTRUCTURE, GCKR, DEPARTMENT, CHIEF, AUDITOR})
    public InKindRequestView view(UUID id) {
        return store.find(id).orElseThrow(() -> new Problem(InKindProblem.IN_KIND_UNKNOWN));
    }

    /** The table of what may be done to a request. */
    @RolesAllowed({APPLICANT, SERVICE, INFRASTRUCTURE, GCKR, DEPARTMENT, CHIEF, AUDITOR})
    public List<Step<InKindState, InKindAction, InKindGuard, InKindEffect>> transitions() {
        return InKindLifecycle.TABLE.steps();
    }

    /**
     * Asks for support.
     *
     * @throws Problem {@code in-kind-not-represented} where the caller neither acts for the recipient nor takes requests in, {@code
     *     in-kind-asked-without-document}, {@code in-kind-offer-unknown}, {@code in-kind-offer-of-other-sector}, {@code
     *     in-kind-cluster-unknown}, {@code in-kind-sector-unknown}, {@code in-kind-is-no-money}, {@code
     *     in-kind-service-not-of-form}, {@code support-kind-unknown}, {@code support-unit-not-of-form}
     */
    @RolesAllowed({APPLICANT, SERVICE, INFRASTRUCTURE, GCKR, DEPARTMENT})
    public InKindRequestView ask(AskInKind command) {
        var offer = offers.find(command.offer(), command.startsOn(), command.endsOn())
                .orElseThrow(() -> new Problem(InKindProblem.IN_KIND_OFFER_UNKNOWN, command.startsOn()).at("/offer"));
        if (!seen.represents(command.inn())) {
            if (!seen.serves(offer.organisation())) {
                throw new Problem(
                                InKindProblem.IN_KIND_NOT_REPRESENTED,
                                command.inn().digits())
                        .at("/inn");
            }
            if (command.document() == null) {
                throw new Problem(InKindProblem.IN_KIND_ASKED_WITHOUT_DOCUMENT).at("/document");
            }
        }
        if (command.form().equals("FINANCIAL")) {
            throw new Problem(InKindProblem.IN_KIND_IS_NO_MONEY).at("/form");
        }
        register.requireKnown(command.form(), command.kind(), time.today());
        var place = place(command);
        if (offer.sector() != null && !offer.sector().equals(place.sector())) {
            throw new Problem(InKindProblem.IN_KIND_OFFER_OF_OTHER_SECTOR).at("/sector");
        }
        var id = UUID.randomUUID();
        long change = changes.record("IN_KIND_ASKED", InKindTasks.SUBJECT, id.toString(), null, command);
        store.insert(id, new InKindStore.Asked(command, place.cluster(), place.sector(), offer), time.today(), change);
        return steps.followed(id);
    }

    private Place place(AskInKind command) {
        var code = command.cluster();
        if (code == null) {
            return new Place(null, String.valueOf(command.sector()));
        }
        return sql.with(handle -> handle.createQuery("""
                                select id as cluster, sector from cluster.cluster
                                 where (cast(id as text) = lower(:code) or code = upper(:code))
                                   and (cast(:sector as text) is null or sector = :sector)""")
                        .bind("code", code)
                        .bind("sector", command.sector())
                        .mapTo(Place.class)
                        .findOne())
                .orElseThrow(() -> new Problem(InKindProblem.IN_KIND_CLUSTER_UNKNOWN, code).at("/cluster"));
    }

    /**
     * What the registers of recipients say today of the same form, kind and purpose.
     *
     * @throws Problem {@code in-kind-unknown}
     */
    @RolesAllowed({INFRASTRUCTURE, GCKR, DEPARTMENT, CHIEF, AUDITOR})
    public SupportVerdict check(UUID id) {
        return verdict(view(id));
    }

    private SupportVerdict verdict(InKindRequestView request) {
        return checks.check(new CheckQuery(
                request.inn(), request.form().code(), request.kind().code(), request.purpose(), null, null));
    }

    /**
     * Decides that what the check leaves open is no hindrance. Only the findings of today are decided: what turns up later is not.
     *
     * @throws Problem {@code in-kind-unknown}, {@code transition-not-allowed}, {@code forbidden-role}, {@code changed-meanwhile}, {@code
     *     in-kind-repeated} and {@code in-kind-banned} where the answer is clear, {@code in-kind-no-doubt}, {@code field-required}
     */
    @RolesAllowed({INFRASTRUCTURE, GCKR, CHIEF})
    public InKindRequestView release(UUID id, @Nullable Long version, String reason, Paper document) {
        var why = Text.required(reason, "/reason");
        var request = steps.ready(id, InKindAction.RELEASE, version);
        var findings = doubts(verdict(request));
        if (findings.isEmpty()) {
            throw new Problem(InKindProblem.IN_KIND_NO_DOUBT);
        }
        long change = changes.record(
                "IN_KIND_RELEASED",
                InKindTasks.SUBJECT,
                id.toString(),
                request.release(),
                new Released(findings, why, document));
        store.release(id, findings, why, document, change);
        return view(id);
    }

    /**
     * Approves a request: what it takes of the offer is reserved in each year that it touches.
     *
     * @param stated how much that is, in the unit of the service; heeded where the request does not tell
     * @throws Problem {@code in-kind-unknown}, {@code transition-not-allowed}, {@code forbidden-role}, {@code changed-meanwhile}, {@code
     *     in-kind-repeated} and {@code in-kind-banned} by the registers of recipients, {@code in-kind-doubtful} where only a person can
     *     say and none did, {@code in-kind-equal-runs}, {@code in-kind-organisation-not-accredited}, {@code
     *     in-kind-capacity-missing}, {@code capacity-exceeded}
     */
    @RolesAllowed({INFRASTRUCTURE, GCKR, CHIEF})
    public InKindRequestView approve(UUID id, @Nullable Long version, @Nullable BigDecimal stated) {
        var request = steps.ready(id, InKindAction.APPROVE, version);
        store.alone(request);
        var doubts = doubts(verdict(request));
        var release = request.release();
        if (release == null ? !doubts.isEmpty() : !release.findings().containsAll(doubts)) {
            throw new Problem(InKindProblem.IN_KIND_DOUBTFUL);
        }
        if (offers.find(request.offer(), request.startsOn(), request.endsOn()).isEmpty()) {
            throw new Problem(
                    InKindProblem.IN_KIND_ORGANISATION_NOT_ACCREDITED,
                    request.provider().name(),
                    request.startsOn());
        }
        var capacity = capacity(request, stated);
        var years = request.unit().code().equals(AREA)
                ? CapacityByYear.ofArea(capacity, request.startsOn(), request.endsOn())
                : CapacityByYear.ofAmount(capacity, request.startsOn(), request.endsOn());
        store.approve(
                request,
                capacity,
                years,
                time.today(),
                steps.recorded("IN_KIND_APPROVED", request, Map.of("reserved", years)));
        return steps.followed(id);
    }

    private static BigDecimal capacity(InKindRequestView request, @Nullable BigDecimal stated) {
        if (request.capacity() != null) {
            return request.capacity();
        }
        if (stated == null) {
            throw new Problem(InKindProblem.IN_KIND_CAPACITY_MISSING).at("/capacity");
        }
        return Quantity.of(stated, "/capacity");
    }

    /** What a person has to decide, told apart by where it stands. @throws Problem where there is nothing to decide: it is forbidden */
    private static List<String> doubts(SupportVerdict verdict) {
        for (var finding : verdict.findings()) {
            if (finding.outcome() == SupportOutcome.NOT_MET) {
                throw forbidden(finding);
            }
        }
        return verdict.findings().stream()
                .filter(finding -> finding.outcome() != SupportOutcome.MET)
                .map(finding -> finding.rule() + " " + finding.reason() + " "
                        + finding.source().kind() + " "
                        + finding.source().reference() + " "
                        + (finding.support() == null ? null : finding.support().number()))
                .distinct()
                .toList();
    }

    private static Problem forbidden(SupportFinding finding) {
        var support = finding.support();
        var until = finding.until();
        var paper = finding.source().document();
        var by = paper == null ? "—" : paper.title() + (paper.number() == null ? "" : " № " + paper.number());
        return support == null
                ? new Problem(
                        InKindProblem.IN_KIND_BANNED,
                        until == null ? "—" : until,
                        by,
                        finding.citation().paragraph())
                : new Problem(
                        InKindProblem.IN_KIND_REPEATED,
                        support.decidedOn() == null ? "—" : support.decidedOn(),
                        support.endsOn() == null ? "—" : support.endsOn(),
                        support.providerName() == null ? String.valueOf(support.providerInn()) : support.providerName(),
                        by,
                        finding.citation().paragraph());
    }

    /**
     * Refuses a request.
     *
     * @throws Problem {@code in-kind-unknown}, {@code transition-not-allowed}, {@code forbidden-role}, {@code changed-meanwhile}, {@code
     *     field-required}
     */
    @RolesAllowed({INFRASTRUCTURE, GCKR, CHIEF})
    public InKindRequestView refuse(UUID id, @Nullable Long version, String reason) {
        return ended(id, version, reason, InKindAction.REFUSE, InKindState.REFUSED, "IN_KIND_REFUSED");
    }

    /**
     * Takes a request back before it is decided.
     *
     * @throws Problem {@code in-kind-unknown}, {@code transition-not-allowed}, {@code forbidden-role}, {@code changed-meanwhile}, {@code
     *     field-required}
     */
    @RolesAllowed({APPLICANT, SERVICE, INFRASTRUCTURE, GCKR, DEPARTMENT})
    public InKindRequestView withdraw(UUID id, @Nullable Long version, String reason) {
        return ended(id, version, reason, InKindAction.WITHDRAW, InKindState.WITHDRAWN, "IN_KIND_WITHDRAWN");
    }

    /**
     * Calls an approved support off: what was kept for it is free again.
     *
     * @throws Problem {@code in-kind-unknown}, {@code transition-not-allowed}, {@code forbidden-role}, {@code changed-meanwhile}, {@code
     *     field-required}
     */
    @RolesAllowed({APPLICANT, SERVICE, INFRASTRUCTURE, GCKR})
    public InKindRequestView cancel(UUID id, @Nullable Long version, String reason) {
        return ended(id, version, reason, InKindAction.CANCEL, InKindState.CANCELLED, "IN_KIND_CANCELLED");
    }

    private InKindRequestView ended(
            UUID id, @Nullable Long version, String reason, InKindAction action, InKindState to, String change) {
        var why = Text.required(reason, "/reason");
        var request = steps.ready(id, action, version);
        long recorded = steps.recorded(change, request, Map.of("reason", why));
        store.move(id, to, why, recorded);
        store.free(id, recorded);
        return steps.followed(id);
    }
}
