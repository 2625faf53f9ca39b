package ru.mos.clusters.web.merger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.merger.MergerProblem;
import ru.mos.clusters.cluster.merger.MergerState;
import ru.mos.clusters.cluster.merger.MergerView;
import ru.mos.clusters.cluster.merger.MergerView.ClusterRef;
import ru.mos.clusters.cluster.merger.Mergers;
import ru.mos.clusters.eligibility.MergedClusters;
import ru.mos.clusters.eligibility.MergedView;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** One merger: who becomes what, what the result would come to, and the second person's decision. */
@Named
@RequestScoped
public class MergerPage {

    @EJB
    private Mergers mergers;

    @EJB
    private MergedClusters merged;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private MergerView merger;
    private @Nullable MergedView effect;
    private @Nullable String reason;

    @PostConstruct
    void open() {
        merger = mergers.merger(id(query.value("id")));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new Problem(MergerProblem.MERGER_UNKNOWN);
        }
    }

    public MergerView getMerger() {
        return merger;
    }

    /** The codes of the clusters that end. */
    public String getCodes() {
        return merger.clusters().stream().map(ClusterRef::code).collect(Collectors.joining(", "));
    }

    public boolean isOpen() {
        return merger.state() == MergerState.PROPOSED;
    }

    private boolean isMine() {
        return merger.proposedBy().equals(caller.login());
    }

    public boolean isConfirmable() {
        return isOpen() && !isMine() && caller.hasRole(Role.DEPARTMENT);
    }

    public boolean isRefusable() {
        return isOpen() && (isMine() || caller.hasRole(Role.DEPARTMENT));
    }

    /** Whether it waits for somebody else than the reader, who proposed it. */
    public boolean isWaiting() {
        return isOpen() && isMine();
    }

    /** Whether the reader may see verdicts. */
    public boolean isWeighing() {
        return merger.state() != MergerState.REFUSED
                && Stream.of(Role.DEPARTMENT, Role.GCKR, Role.CHIEF, Role.COMMISSION, Role.AUDITOR)
                        .anyMatch(caller::hasRole);
    }

    /** The day on which the clusters are judged. */
    public LocalDate getDay() {
        return Effects.day(merger);
    }

    public MergedView getEffect() {
        if (effect == null) {
            effect = merged.suppose(
                    Effects.ending(merger),
                    Effects.successor(merger),
                    Effects.opened(merger),
                    getDay(),
                    Language.current());
        }
        return effect;
    }

    public String confirm() {
        var confirmed = mergers.confirm(merger.id());
        var successor = confirmed.successor();
        Messages.info("merge.confirmed", successor == null ? "" : successor.code());
        return after();
    }

    public String refuse() {
        mergers.refuse(merger.id(), String.valueOf(reason));
        Messages.info("merge.refused");
        return after();
    }

    private String after() {
        return Redirect.to("/cluster/merger.xhtml", "id", merger.id());
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
