package ru.mos.clusters.web.council;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.decision.AppealAction;
import ru.mos.clusters.call.decision.AppealState;
import ru.mos.clusters.call.decision.AppealView;
import ru.mos.clusters.call.decision.Appeals;
import ru.mos.clusters.call.decision.DecisionProblem;
import ru.mos.clusters.call.decision.DecisionView;
import ru.mos.clusters.call.decision.Decisions;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** An appeal: against what, why, what came of it, and what may be done. */
@Named
@RequestScoped
public class AppealPage {

    @EJB
    private Appeals appeals;

    @EJB
    private Decisions decisions;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private AppealView appeal;
    private @Nullable List<DecisionView> all;
    private @Nullable String reason;

    @PostConstruct
    void open() {
        appeal = appeals.view(Ids.of(query.value("id"), DecisionProblem.APPEAL_UNKNOWN));
    }

    public AppealView getAppeal() {
        return appeal;
    }

    private List<DecisionView> all() {
        if (all == null) {
            all = decisions.of(appeal.application());
        }
        return all;
    }

    /** The decision it is against; null: against the outcome of the formal check. */
    public @Nullable DecisionView getAgainst() {
        return all().stream()
                .filter(one -> one.id().equals(appeal.decision()))
                .findFirst()
                .orElse(null);
    }

    /** The decision that followed an upheld appeal; null while there is none. */
    public @Nullable DecisionView getFollowing() {
        return appeal.state() != AppealState.UPHELD
                ? null
                : all().stream()
                        .filter(one -> appeal.decision() == null
                                ? !one.decidedOn().isBefore(appeal.lodgedOn())
                                : appeal.decision().equals(one.earlier()))
                        .findFirst()
                        .orElse(null);
    }

    private boolean may(AppealAction action) {
        return appeal.actions().contains(action);
    }

    public boolean isDecidable() {
        return may(AppealAction.UPHOLD);
    }

    public boolean isWithdrawable() {
        return may(AppealAction.WITHDRAW);
    }

    /** Whether the person would decide such appeals, but took part in what this one is against. */
    public boolean isBarred() {
        return appeal.state() == AppealState.LODGED
                && !isDecidable()
                && (caller.hasRole(Role.DEPARTMENT) || caller.hasRole(Role.CHIEF));
    }

    /** Whether the person sees what the call has left. */
    public boolean isStaff() {
        return !appeal.money().isEmpty();
    }

    public String uphold() {
        appeals.uphold(appeal.id(), String.valueOf(reason));
        return after("council.upheld");
    }

    public String dismiss() {
        appeals.dismiss(appeal.id(), String.valueOf(reason));
        return after("council.dismissed");
    }

    public String withdraw() {
        appeals.withdraw(appeal.id());
        return after("council.withdrawn");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/council/appeal.xhtml", "id", appeal.id());
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
