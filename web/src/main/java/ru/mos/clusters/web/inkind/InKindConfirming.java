package ru.mos.clusters.web.inkind;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.inkind.InKindAction;
import ru.mos.clusters.inkind.InKindDeliveries;
import ru.mos.clusters.inkind.InKindMarks;
import ru.mos.clusters.inkind.InKindProblem;
import ru.mos.clusters.inkind.InKindRequestView;
import ru.mos.clusters.inkind.InKindRequests;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The form by which the recipient confirms what it got, and says how it was. */
@Named
@RequestScoped
public class InKindConfirming {

    @EJB
    private InKindRequests requests;

    @EJB
    private InKindDeliveries deliveries;

    @Inject
    private ListQuery query;

    private InKindRequestView request;
    private @Nullable Long version;
    private @Nullable Integer quality;
    private @Nullable Integer timeliness;
    private @Nullable String comment;

    @PostConstruct
    void open() {
        request = requests.view(Ids.of(query.value("id"), InKindProblem.IN_KIND_UNKNOWN));
        if (!request.actions().contains(InKindAction.CONFIRM)) {
            throw new Problem(
                    PlatformProblem.TRANSITION_NOT_ALLOWED, request.state().name(), InKindAction.CONFIRM.name());
        }
        version = request.version();
    }

    public InKindRequestView getRequest() {
        return request;
    }

    /** Confirms it. */
    public String confirm() {
        deliveries.confirm(
                request.id(), version, new InKindMarks(requireNonNull(quality), requireNonNull(timeliness), comment));
        Messages.info("inkind.confirmed");
        return Redirect.to(InKindPage.PAGE, "id", request.id());
    }

    public @Nullable Long getVersion() {
        return version;
    }

    public void setVersion(@Nullable Long version) {
        this.version = version;
    }

    public @Nullable Integer getQuality() {
        return quality;
    }

    public void setQuality(@Nullable Integer quality) {
        this.quality = quality;
    }

    public @Nullable Integer getTimeliness() {
        return timeliness;
    }

    public void setTimeliness(@Nullable Integer timeliness) {
        this.timeliness = timeliness;
    }

    public @Nullable String getComment() {
        return comment;
    }

    public void setComment(@Nullable String comment) {
        this.comment = comment;
    }
}
