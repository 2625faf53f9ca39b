package ru.mos.clusters.web.call;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallAction;
import ru.mos.clusters.call.CallAnnouncement;
import ru.mos.clusters.call.CallEdition;
import ru.mos.clusters.call.CallEffect;
import ru.mos.clusters.call.CallGuard;
import ru.mos.clusters.call.CallPhase;
import ru.mos.clusters.call.CallProblem;
import ru.mos.clusters.call.CallState;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.call.CallView;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Transitions.Step;
import ru.mos.clusters.web.shell.ChangeWords;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** A call: what it says, what keeps it from being published, what an amendment would change, and what may be done. */
@Named
@RequestScoped
public class CallPage {

    @EJB
    private Calls calls;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    @Inject
    private ChangeWords changes;

    private CallView call;
    private @Nullable List<Fault> faults;
    private @Nullable List<Told> editions;
    private @Nullable CallAnnouncement announcement;
    private @Nullable String reason;

    /** What the gate has found, with the address where it is mended; null where the person may not. */
    public record Fault(String text, @Nullable String page) {}

    /** A published edition and what it made otherwise, in words. */
    public record Told(CallEdition edition, List<ChangeWords.Line> lines) {}

    @PostConstruct
    void open() {
        call = calls.view(id(query.value("id")));
    }

    static UUID id(String text) {
        return Optional.of(text)
                .filter(id -> id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .map(UUID::fromString)
                .orElseThrow(() -> new Problem(CallProblem.CALL_UNKNOWN, text));
    }

    public CallView getCall() {
        return call;
    }

    /** What is being written, or else what holds. */
    public CallTerms getTerms() {
        return call.written();
    }

    /** Whether something is being written that the gate can look at. */
    public boolean isUnderWay() {
        return call.editedBy() != null
                && (call.amendment() != null || call.state() == CallState.DRAFT || call.state() == CallState.CHECKED);
    }

    private boolean may(CallAction action) {
        return call.actions().contains(action);
    }

    public boolean isEditable() {
        return may(CallAction.EDIT);
    }

    public boolean isCheckable() {
        return may(CallAction.CHECK) && getFaults().isEmpty();
    }

    public boolean isPublishable() {
        return may(CallAction.PUBLISH) && !isMine();
    }

    /** Whether it waits for somebody else than the person, who wrote it last. */
    public boolean isWaiting() {
        return may(CallAction.PUBLISH) && isMine();
    }

    private boolean isMine() {
        return caller.login().equals(call.editedBy());
    }

    public boolean isDiscardable() {
        return may(CallAction.DISCARD);
    }

    public boolean isAmendable() {
        return may(CallAction.AMEND);
    }

    public boolean isCancellable() {
        return may(CallAction.CANCEL);
    }

    public boolean isCompletable() {
        return may(CallAction.COMPLETE);
    }

    /** Whether the person can begin an application now. */
    public boolean isApplicable() {
        return caller.hasRole(Role.APPLICANT) && getAnnouncement().phase() == CallPhase.INTAKE;
    }

    public boolean isWriter() {
        return caller.hasRole(Role.DEPARTMENT);
    }

    public List<Fault> getFaults() {
        if (faults == null) {
            faults = isUnderWay()
                    ? calls.faults(call.id()).stream().map(this::fault).toList()
                    : List.of();
        }
        return faults;
    }

    private Fault fault(Problem fault) {
        return new Fault(
                ProblemTexts.text(fault, Language.current()),
                isEditable() ? CallForm.page(call.id(), String.valueOf(fault.field())) : null);
    }

    /** What the amendment would make otherwise. */
    public List<ChangeWords.Line> getDifference() {
        return call.amendment() == null ? List.of() : lines(call.terms(), call.amendment());
    }

    /** Editions, the latest first. */
    public List<Told> getEditions() {
        if (editions == null) {
            editions = told(calls.editions(call.id()));
        }
        return editions;
    }

    private List<Told> told(List<CallEdition> all) {
        var told = new ArrayList<Told>();
        for (int at = all.size() - 1; at >= 0; at--) {
            told.add(new Told(
                    all.get(at),
                    at == 0
                            ? List.of()
                            : lines(all.get(at - 1).terms(), all.get(at).terms())));
        }
        return told;
    }

    private List<ChangeWords.Line> lines(CallTerms before, CallTerms after) {
        return changes.lines(tree(before), tree(after));
    }

    /** Sums as texts: a tree of numbers forgets the zeros of 1250000.00. */
    private static @Nullable JsonNode tree(CallTerms terms) {
        return Json.tree(Json.write(terms));
    }

    /** What is being written, or else what holds, with the names of what it rests on. */
    public CallAnnouncement getAnnouncement() {
        if (announcement == null) {
            announcement = calls.announcement(call.id());
        }
        return announcement;
    }

    /** The act that lets money flow on; empty where none does. */
    public String getFlowAct() {
        var flow = getTerms().flow();
        var acts = getTerms().acts();
        for (int at = 0; flow != null && flow.act() != null && at < acts.size(); at++) {
            if (flow.act().equals(acts.get(at).act())) {
                return getAnnouncement().acts().get(at).title();
            }
        }
        return flow == null || flow.act() == null ? "" : flow.act();
    }

    /** The table of what may be done to a call. */
    public List<Step<CallState, CallAction, CallGuard, CallEffect>> getTransitions() {
        return calls.transitions();
    }

    public CallDrawing getDrawing() {
        return CallDrawing.of(calls.transitions(), call.state());
    }

    public String check() {
        calls.check(call.id());
        return after("call.checked");
    }

    public String publish() {
        calls.publish(call.id());
        return after("call.published");
    }

    public String discard() {
        calls.discard(call.id(), String.valueOf(reason));
        return after("call.discarded");
    }

    public String amend() {
        calls.amend(call.id(), String.valueOf(reason));
        return after("call.amending");
    }

    public String cancel() {
        calls.cancel(call.id(), String.valueOf(reason));
        return after("call.cancelled");
    }

    public String complete() {
        calls.complete(call.id());
        return after("call.completed");
    }

    /** Begins another call that says the same. */
    public String copy() {
        var copy = calls.copy(call.id(), null);
        Messages.info("call.created", copy.code());
        return Redirect.to("/call/card.xhtml", "id", copy.id());
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/call/card.xhtml", "id", call.id());
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
