package ru.mos.clusters.web.eligibility;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.EligibilityProblem;
import ru.mos.clusters.eligibility.WaiverView;
import ru.mos.clusters.eligibility.WaiverView.State;
import ru.mos.clusters.eligibility.Waivers;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.cluster.AskedCluster;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;

/** Waivers of a cluster; one of them, and what may be done with it: give, refuse, withdraw. */
@Named
@RequestScoped
public class WaiverPage {

    /** Of one cluster there are few. */
    private static final int MOST = 200;

    @Inject
    private Waivers waivers;

    @Inject
    private AskedCluster asked;

    @Inject
    private Conditions conditions;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Caller caller;

    private @Nullable WaiverView waiver;
    private @Nullable List<WaiverView> all;
    private @Nullable String reason;

    public List<WaiverView> getAll() {
        if (all == null) {
            all = waivers.list(asked.id(), PageRequest.first(MOST)).items();
        }
        return all;
    }

    /** The one that the address names. */
    public WaiverView getWaiver() {
        if (waiver == null) {
            waiver = waivers.view(asked.id(), id(query.value("waiver")));
        }
        return waiver;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new Problem(EligibilityProblem.WAIVER_UNKNOWN, text);
        }
    }

    /** How far it has come; of one given whether it holds today. */
    public String stateOf(WaiverView view) {
        boolean idle = view.state() == State.GIVEN && !view.inForce();
        return texts.get("waiver.state." + view.state() + (idle ? ".idle" : ""));
    }

    /** With which colour and sign that is shown. */
    public String look(WaiverView view) {
        return switch (view.state()) {
            case REQUESTED -> "manual";
            case GIVEN -> view.inForce() ? "met" : "unknown";
            case REFUSED -> "notmet";
            case TAKEN_BACK, WITHDRAWN -> "";
        };
    }

    /** Whether nothing more comes of it. */
    public boolean closed(WaiverView view) {
        return view.state() != State.REQUESTED && view.state() != State.GIVEN;
    }

    /** What of the condition is waived. */
    public String parts(WaiverView view) {
        return view.parts().isEmpty()
                ? texts.get("waiver.whole")
                : texts.with(
                        "waiver.ofParts",
                        view.parts().stream().map(conditions::partName).collect(Collectors.joining(", ")));
    }

    /** Act, edition and paragraph. */
    public String basis(WaiverView view) {
        var basis = view.basis();
        return basis.edition() == null
                ? texts.with("waiver.basis", basis.title(), basis.paragraph())
                : texts.with("waiver.basisEdition", basis.title(), basis.edition(), basis.paragraph());
    }

    private boolean mine() {
        return getWaiver().requestedBy().equals(caller.login());
    }

    /** Whether it has not been decided upon. */
    public boolean isWaiter() {
        return getWaiver().state() == State.REQUESTED;
    }

    /** Whether it waits for the chief, and the caller cannot decide. */
    public boolean isWaiting() {
        return isWaiter() && !isDecidable();
    }

    public boolean isDecidable() {
        return isWaiter() && caller.hasRole(Role.CHIEF) && !mine();
    }

    public boolean isWithdrawable() {
        return isWaiter()
                ? mine() || caller.hasRole(Role.DEPARTMENT)
                : getWaiver().state() == State.GIVEN && (caller.hasRole(Role.DEPARTMENT) || caller.hasRole(Role.CHIEF));
    }

    public String give() {
        waivers.give(asked.id(), getWaiver().id());
        return after("waiver.given");
    }

    public String refuse() {
        waivers.refuse(asked.id(), getWaiver().id(), String.valueOf(reason));
        return after("waiver.refused");
    }

    public String withdraw() {
        waivers.withdraw(asked.id(), getWaiver().id(), String.valueOf(reason));
        return after("waiver.withdrawn");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to(
                "/cluster/waiver.xhtml", "id", asked.id(), "waiver", getWaiver().id());
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
