package ru.mos.clusters.web.inkind;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.inkind.InKindAction;
import ru.mos.clusters.inkind.InKindDeliveries;
import ru.mos.clusters.inkind.InKindObjects;
import ru.mos.clusters.inkind.InKindProblem;
import ru.mos.clusters.inkind.InKindRequestView;
import ru.mos.clusters.inkind.InKindRequests;
import ru.mos.clusters.inkind.ScheduleInKind;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** The form by which an approved support gets its days, its object and, of property, its agreement. */
@Named
@RequestScoped
public class InKindScheduling {

    private static final int MOST = 500;

    @EJB
    private InKindRequests requests;

    @EJB
    private InKindDeliveries deliveries;

    @EJB
    private InKindObjects objects;

    @Inject
    private ListQuery query;

    private InKindRequestView request;
    private @Nullable Long version;
    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private @Nullable String object;
    private final PaperEntry agreement = new PaperEntry();

    @PostConstruct
    void open() {
        request = requests.view(Ids.of(query.value("id"), InKindProblem.IN_KIND_UNKNOWN));
        if (!request.actions().contains(InKindAction.SCHEDULE)) {
            throw new Problem(
                    PlatformProblem.TRANSITION_NOT_ALLOWED, request.state().name(), InKindAction.SCHEDULE.name());
        }
        version = request.version();
        startsOn = request.startsOn();
        endsOn = request.endsOn();
        var schedule = request.schedule();
        if (schedule != null) {
            startsOn = schedule.startsOn();
            endsOn = schedule.endsOn();
            object = schedule.object() == null ? null : schedule.object().toString();
        }
        var paper = request.agreement();
        if (paper != null) {
            agreement.setTitle(paper.title());
            agreement.setNumber(paper.number());
            agreement.setDate(paper.date());
        }
    }

    public InKindRequestView getRequest() {
        return request;
    }

    /** Objects of the organisation to choose from. */
    public List<Map.Entry<String, String>> getObjects() {
        return objects.list(request.provider().id(), PageRequest.first(MOST)).items().stream()
                .map(one -> Map.entry(
                        one.id().toString(), one.place() == null ? one.name() : one.name() + ", " + one.place()))
                .toList();
    }

    /** Whether it needs an agreement on lease or use. */
    public boolean isProperty() {
        return request.form().code().equals("PROPERTY");
    }

    /** Sets them. */
    public String schedule() {
        deliveries.schedule(
                request.id(),
                version,
                new ScheduleInKind(
                        requireNonNull(startsOn),
                        requireNonNull(endsOn),
                        object == null ? null : Ids.of(object, InKindProblem.IN_KIND_OBJECT_UNKNOWN),
                        agreement.isComplete() ? agreement.paper() : null));
        Messages.info("inkind.scheduled");
        return Redirect.to(InKindPage.PAGE, "id", request.id());
    }

    public @Nullable Long getVersion() {
        return version;
    }

    public void setVersion(@Nullable Long version) {
        this.version = version;
    }

    public @Nullable LocalDate getStartsOn() {
        return startsOn;
    }

    public void setStartsOn(@Nullable LocalDate startsOn) {
        this.startsOn = startsOn;
    }

    public @Nullable LocalDate getEndsOn() {
        return endsOn;
    }

    public void setEndsOn(@Nullable LocalDate endsOn) {
        this.endsOn = endsOn;
    }

    public @Nullable String getObject() {
        return object;
    }

    public void setObject(@Nullable String object) {
        this.object = object;
    }

    public PaperEntry getAgreement() {
        return agreement;
    }
}
