package ru.mos.clusters.web.inkind;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.inkind.InKindAction;
import ru.mos.clusters.inkind.InKindDeliveries;
import ru.mos.clusters.inkind.InKindProblem;
import ru.mos.clusters.inkind.InKindRequestView;
import ru.mos.clusters.inkind.InKindRequests;
import ru.mos.clusters.inkind.InKindState;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.support.SupportProblem;
import ru.mos.clusters.support.SupportVerdict;
import ru.mos.clusters.support.SupportWords;
import ru.mos.clusters.support.rule.GivenSupport;
import ru.mos.clusters.support.rule.SupportFinding;
import ru.mos.clusters.support.rule.SupportOutcome;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;

/** A request for support in kind: how it stands, what the registers say of it, and what may be done to it now. */
@Named
@RequestScoped
public class InKindPage {

    static final String PAGE = "/inkind/request.xhtml";

    @EJB
    private InKindRequests requests;

    @EJB
    private InKindDeliveries deliveries;

    @Inject
    private InKindWords words;

    @Inject
    private Texts texts;

    @Inject
    private ListQuery query;

    private InKindRequestView request;
    private @Nullable SupportVerdict verdict;
    private @Nullable Long version;
    private @Nullable BigDecimal capacity;
    private @Nullable String reason;
    private @Nullable String released;
    private final PaperEntry paper = new PaperEntry();

    /** What is asked for beside what a register shows, line by line. */
    public record Compared(String what, String asked, String found) {}

    @PostConstruct
    void open() {
        request = requests.view(Ids.of(query.value("id"), InKindProblem.IN_KIND_UNKNOWN));
        version = request.version();
        if (isToBeChecked()) {
            try {
                verdict = requests.check(request.id());
            } catch (Problem uncheckable) {
                if (uncheckable.code() != SupportProblem.SUPPORT_KIND_UNKNOWN) {
                    throw uncheckable;
                }
            }
        }
    }

    /** While somebody has to decide, for those who are let into the registers. */
    private boolean isToBeChecked() {
        return request.state() == InKindState.ASKED && words.isOffice();
    }

    public InKindRequestView getRequest() {
        return request;
    }

    public boolean may(String action) {
        return request.actions().contains(InKindAction.valueOf(action));
    }

    /** Whether the check is shown. */
    public boolean isChecked() {
        return verdict != null;
    }

    /** Whether there is nothing to check: the directory holds the kind no more. */
    public boolean isUncheckable() {
        return isToBeChecked() && verdict == null;
    }

    public SupportVerdict getVerdict() {
        return requireNonNull(verdict);
    }

    /** Whether only a person can say, and may here. */
    public boolean isDoubtful() {
        return isChecked()
                && may("RELEASE")
                && getVerdict().findings().stream().noneMatch(one -> one.outcome() == SupportOutcome.NOT_MET)
                && getVerdict().findings().stream().anyMatch(one -> one.outcome() != SupportOutcome.MET);
    }

    /** What a finding says. */
    public String explain(SupportFinding finding) {
        return SupportWords.explain(finding, getVerdict().register(), Language.current());
    }

    /** Supports that stand in the way or might. */
    public List<GivenSupport> getFound() {
        return getVerdict().findings().stream()
                .filter(one -> one.support() != null && one.outcome() != SupportOutcome.MET)
                .map(SupportFinding::support)
                .toList();
    }

    /** The request beside a support that a register shows. */
    public List<Compared> compared(GivenSupport found) {
        var lines = new ArrayList<Compared>();
        lines.add(line("inkind.kind", words.of(request.form()) + ": " + words.of(request.kind()), shown(found)));
        lines.add(line("inkind.purpose", request.purpose(), found.purpose()));
        lines.add(line(
                "inkind.term",
                texts.with("inkind.fromThrough", request.startsOn(), request.endsOn()),
                texts.with("inkind.fromThrough", found.decidedOn(), found.endsOn())));
        lines.add(line(
                "inkind.provider",
                request.provider().name(),
                found.providerName() == null ? found.providerInn() : found.providerName()));
        lines.add(line(
                "inkind.paper",
                Functions.show(request.document()),
                Functions.show(found.source().document())));
        return lines;
    }

    private String shown(GivenSupport found) {
        return (found.form() == null
                        ? Functions.show(found.registerForm())
                        : found.form().equals(request.form().code()) ? words.of(request.form()) : found.form())
                + ": "
                + (found.kind() == null
                        ? Functions.show(found.registerKind())
                        : found.kind().equals(request.kind().code()) ? words.of(request.kind()) : found.kind());
    }

    private Compared line(String key, String asked, @Nullable String found) {
        return new Compared(texts.get(key), asked, found == null ? texts.get("inkind.untold") : found);
    }

    public String approve() {
        requests.approve(request.id(), version, capacity);
        return after("inkind.approved");
    }

    public String release() {
        requests.release(request.id(), version, String.valueOf(released), paper.paper());
        return after("inkind.released");
    }

    public String refuse() {
        requests.refuse(request.id(), version, String.valueOf(reason));
        return after("inkind.refused");
    }

    public String withdraw() {
        requests.withdraw(request.id(), version, String.valueOf(reason));
        return after("inkind.withdrawn");
    }

    public String cancel() {
        requests.cancel(request.id(), version, String.valueOf(reason));
        return after("inkind.cancelled");
    }

    public String dispute() {
        deliveries.dispute(request.id(), version, String.valueOf(reason));
        return after("inkind.disputed");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to(PAGE, "id", request.id());
    }

    public @Nullable Long getVersion() {
        return version;
    }

    public void setVersion(@Nullable Long version) {
        this.version = version;
    }

    public @Nullable BigDecimal getCapacity() {
        return capacity;
    }

    public void setCapacity(@Nullable BigDecimal capacity) {
        this.capacity = capacity;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getReleased() {
        return released;
    }

    public void setReleased(@Nullable String released) {
        this.released = released;
    }

    public PaperEntry getPaper() {
        return paper;
    }
}
