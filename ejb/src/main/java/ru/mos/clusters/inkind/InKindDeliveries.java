package ru.mos.clusters.inkind;

import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.support.EnterSupport;
import ru.mos.clusters.support.SupportRegister;

/** What becomes of an approved request: its days, what was given and its value, and whether the recipient says so too. */
@Stateless
@DenyAll
public class InKindDeliveries {

    private static final String PROPERTY = "PROPERTY";
    private static final String TRAINING = "TRAINING";

    @Inject
    private InKindStore store;

    @Inject
    private SeenRequests seen;

    @Inject
    private InKindSteps steps;

    @Inject
    private ObjectRows objects;

    @Inject
    private SupportRegister register;

    @Inject
    private Time time;

    /**
     * Sets the days, within those that are reserved, and keeps an object for them; an earlier schedule gives way.
     *
     * @throws Problem {@code in-kind-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code
     *     schedule-outside-reservation}, {@code in-kind-property-without-agreement}, {@code in-kind-object-unknown} also for one of
     *     another organisation, {@code booking-overlaps}
     */
    @RolesAllowed({INFRASTRUCTURE, GCKR})
    public InKindRequestView schedule(UUID id, @Nullable Long version, ScheduleInKind command) {
        var request = steps.ready(id, InKindAction.SCHEDULE, version);
        if (command.startsOn().isBefore(request.startsOn()) || command.endsOn().isAfter(request.endsOn())) {
            throw new Problem(InKindProblem.SCHEDULE_OUTSIDE_RESERVATION, request.startsOn(), request.endsOn())
                    .at("/startsOn");
        }
        if (request.form().code().equals(PROPERTY) && command.agreement() == null) {
            throw new Problem(InKindProblem.IN_KIND_PROPERTY_WITHOUT_AGREEMENT).at("/agreement");
        }
        if (command.object() != null
                && !objects.belongs(command.object(), request.provider().id())) {
            throw new Problem(InKindProblem.IN_KIND_OBJECT_UNKNOWN).at("/object");
        }
        store.schedule(id, command, steps.recorded("IN_KIND_SCHEDULED", request, command));
        return steps.followed(id);
    }

    /**
     * Says that it was given, how much and of which value.
     *
     * @throws Problem {@code in-kind-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code
     *     delivered-beyond-reserved}, {@code delivery-in-future}, {@code delivery-before-approval}, {@code
     *     delivery-outside-reservation}, {@code in-kind-persons-missing},
     *     {@code in-kind-property-without-agreement} of property without a schedule
     */
    @RolesAllowed({INFRASTRUCTURE, GCKR})
    public InKindRequestView deliver(UUID id, @Nullable Long version, DeliverInKind command) {
        var request = steps.ready(id, InKindAction.DELIVER, version);
        var document = Objects.requireNonNull(command.document());
        var today = time.today();
        if (command.startsOn().isAfter(today)) {
            throw new Problem(InKindProblem.DELIVERY_IN_FUTURE, today).at("/startsOn");
        }
        if (command.startsOn().isBefore(Objects.requireNonNull(request.approvedOn()))) {
            throw new Problem(InKindProblem.DELIVERY_BEFORE_APPROVAL, request.approvedOn()).at("/startsOn");
        }
        if (command.startsOn().isBefore(request.startsOn()) || command.endsOn().isAfter(request.endsOn())) {
            throw new Problem(InKindProblem.DELIVERY_OUTSIDE_RESERVATION, request.startsOn(), request.endsOn())
                    .at("/endsOn");
        }
        if (command.endsOn().isAfter(today) && !request.form().code().equals(PROPERTY)) {
            throw new Problem(InKindProblem.DELIVERY_IN_FUTURE, today).at("/endsOn");
        }
        if (document.date().isAfter(today)) {
            throw new Problem(InKindProblem.DELIVERY_IN_FUTURE, today).at("/document/date");
        }
        if (request.form().code().equals(TRAINING) && command.persons() == null) {
            throw new Problem(InKindProblem.IN_KIND_PERSONS_MISSING).at("/persons");
        }
        long change = steps.recorded("IN_KIND_DELIVERED", request, command);
        store.deliver(id, command, document, today, change);
        store.move(id, InKindState.DELIVERED, null, change);
        return steps.followed(id);
    }

    /**
     * Confirms that it was got, and how it was; with it the support is on record.
     *
     * @throws Problem {@code in-kind-unknown} also where the caller does not act for the recipient, {@code in-kind-confirmed-already},
     *     {@code transition-not-allowed}, {@code in-kind-same-person}, {@code changed-meanwhile}, {@code support-overlaps}
     */
    @RolesAllowed({APPLICANT, SERVICE})
    public InKindRequestView confirm(UUID id, @Nullable Long version, InKindMarks marks) {
        var request = ofRecipient(id, InKindAction.CONFIRM, version);
        store.alone(request);
        var delivery = Objects.requireNonNull(request.delivery());
        var record = register.enter(support(request, delivery));
        long change = steps.recorded("IN_KIND_CONFIRMED", request, marks);
        store.confirm(id, marks, record, time.today(), change);
        store.keepDelivered(request, delivery.quantity());
        store.move(id, InKindState.CONFIRMED, null, change);
        return steps.followed(id);
    }

    /** What was delivered, decided on the day of its approval. */
    private static EnterSupport support(InKindRequestView request, InKindRequestView.Delivery delivery) {
        return new EnterSupport(
                request.inn(),
                request.name(),
                request.provider().inn(),
                request.provider().name(),
                request.form().code(),
                request.kind().code(),
                request.purpose(),
                Objects.requireNonNull(request.approvedOn()),
                delivery.endsOn(),
                delivery.quantity(),
                request.unit().code(),
                null,
                delivery.document());
    }

    /**
     * Says that it was not given as told; it may be told anew or called off.
     *
     * @throws Problem {@code in-kind-unknown} also where the caller does not act for the recipient, {@code in-kind-confirmed-already},
     *     {@code transition-not-allowed}, {@code changed-meanwhile}, {@code field-required}
     */
    @RolesAllowed({APPLICANT, SERVICE})
    public InKindRequestView dispute(UUID id, @Nullable Long version, String reason) {
        var why = Text.required(reason, "/reason");
        var request = ofRecipient(id, InKindAction.DISPUTE, version);
        store.move(id, InKindState.DISPUTED, why, steps.recorded("IN_KIND_DISPUTED", request, Map.of("reason", why)));
        return steps.followed(id);
    }

    private InKindRequestView ofRecipient(UUID id, InKindAction action, @Nullable Long version) {
        var request = steps.locked(id);
        if (!seen.represents(request.inn())) {
            throw new Problem(InKindProblem.IN_KIND_UNKNOWN);
        }
        if (request.state() == InKindState.CONFIRMED) {
            throw new Problem(InKindProblem.IN_KIND_CONFIRMED_ALREADY);
        }
        return steps.open(request, action, version);
    }
}
