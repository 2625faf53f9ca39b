package ru.mos.clusters.web.inkind;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.inkind.DeliverInKind;
import ru.mos.clusters.inkind.InKindAction;
import ru.mos.clusters.inkind.InKindDeliveries;
import ru.mos.clusters.inkind.InKindProblem;
import ru.mos.clusters.inkind.InKindRequestView;
import ru.mos.clusters.inkind.InKindRequests;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** The form by which the organisation says what it gave, and of which value. */
@Named
@RequestScoped
public class InKindDelivering {

    @EJB
    private InKindRequests requests;

    @EJB
    private InKindDeliveries deliveries;

    @Inject
    private ListQuery query;

    private InKindRequestView request;
    private @Nullable Long version;
    private @Nullable BigDecimal quantity;
    private @Nullable Integer persons;
    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private @Nullable BigDecimal value;
    private final PaperEntry paper = new PaperEntry();

    @PostConstruct
    void open() {
        request = requests.view(Ids.of(query.value("id"), InKindProblem.IN_KIND_UNKNOWN));
        if (!request.actions().contains(InKindAction.DELIVER)) {
            throw new Problem(
                    PlatformProblem.TRANSITION_NOT_ALLOWED, request.state().name(), InKindAction.DELIVER.name());
        }
        version = request.version();
        quantity = request.quantity();
        persons = request.persons();
    }

    public InKindRequestView getRequest() {
        return request;
    }

    /** Whether it has to be said for how many people. */
    public boolean isTraining() {
        return request.form().code().equals("TRAINING");
    }

    /** Says so. */
    public String deliver() {
        deliveries.deliver(
                request.id(),
                version,
                new DeliverInKind(
                        requireNonNull(quantity),
                        persons,
                        requireNonNull(startsOn),
                        requireNonNull(endsOn),
                        requireNonNull(value),
                        paper.paper()));
        Messages.info("inkind.deliveryEntered");
        return Redirect.to(InKindPage.PAGE, "id", request.id());
    }

    public @Nullable Long getVersion() {
        return version;
    }

    public void setVersion(@Nullable Long version) {
        this.version = version;
    }

    public @Nullable BigDecimal getQuantity() {
        return quantity;
    }

    public void setQuantity(@Nullable BigDecimal quantity) {
        this.quantity = quantity;
    }

    public @Nullable Integer getPersons() {
        return persons;
    }

    public void setPersons(@Nullable Integer persons) {
        this.persons = persons;
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

    public @Nullable BigDecimal getValue() {
        return value;
    }

    public void setValue(@Nullable BigDecimal value) {
        this.value = value;
    }

    public PaperEntry getPaper() {
        return paper;
    }
}
