package ru.mos.clusters.inkind;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.registry.SubjectName;

/** Premises and equipment of the infrastructure, each with its calendar: on one day it is kept for one support. */
@Stateless
@DenyAll
public class InKindObjects {

    private static final String SUBJECT = "IN_KIND_OBJECT";

    @Inject
    private ObjectRows rows;

    @Inject
    private SeenRequests seen;

    @Inject
    private Changes changes;

    @Inject
    private Time time;

    /** What an object is. */
    public enum ObjectKind {
        PREMISES,
        EQUIPMENT
    }

    /**
     * An object to be entered.
     *
     * @param place room or address
     * @param area square metres; premises have it and nothing else
     */
    public record NewObject(
            UUID organisation,
            ObjectKind kind,
            String name,
            @Nullable String place,
            @Nullable BigDecimal area) {

        /** @throws Problem {@code field-required}, {@code text-too-long}, {@code in-kind-object-area-missing}, {@code in-kind-quantity-impossible} */
        public NewObject {
            name = Text.required(name, "/name");
            place = Text.optional(place, "/place");
            if ((kind == ObjectKind.PREMISES) != (area != null)) {
                throw new Problem(InKindProblem.IN_KIND_OBJECT_AREA_MISSING).at("/area");
            }
            area = area == null ? null : Quantity.of(area, "/area");
        }
    }

    /**
     * An object.
     *
     * @param area square metres, of premises
     * @param takenThrough last day of the support it is kept for today; null: it is free today
     */
    public record ObjectView(
            UUID id,
            long number,
            UUID organisation,
            String organisationCode,
            String organisationName,
            ObjectKind kind,
            String name,
            @Nullable String place,
            @Nullable BigDecimal area,
            @Nullable LocalDate takenThrough) {}

    /** For which request an object is kept, through which last day. */
    public record BookingView(
            UUID id,
            UUID request,
            long number,
            Inn inn,
            @Nullable String name,
            LocalDate startsOn,
            LocalDate endsOn,
            InKindState state) {

        /** As the database names it: of a private person the whole name. */
        record Row(
                UUID id,
                UUID request,
                long number,
                Inn inn,
                @Nullable String name,
                LocalDate startsOn,
                LocalDate endsOn,
                InKindState state) {
            BookingView view() {
                return new BookingView(id, request, number, inn, SubjectName.shown(name, inn), startsOn, endsOn, state);
            }
        }
    }

    /**
     * Enters an object of an organisation.
     *
     * @throws Problem {@code in-kind-object-organisation-unknown} also for one that the caller does not work at, {@code in-kind-object-exists}
     */
    @RolesAllowed({INFRASTRUCTURE, GCKR, DEPARTMENT})
    public ObjectView enter(NewObject object) {
        if (!seen.serves(object.organisation())) {
            throw new Problem(InKindProblem.IN_KIND_OBJECT_ORGANISATION_UNKNOWN).at("/organisation");
        }
        var id = UUID.randomUUID();
        rows.insert(id, object, changes.record("IN_KIND_OBJECT_ENTERED", SUBJECT, id.toString(), null, object));
        return view(id);
    }

    /** Objects by number, of one organisation or of all that the caller sees. */
    @RolesAllowed({INFRASTRUCTURE, GCKR, DEPARTMENT, CHIEF, AUDITOR})
    public Slice<ObjectView> list(@Nullable UUID organisation, PageRequest page) {
        long after = page.after().isEmpty() ? 0 : Long.parseLong(page.after().get(0));
        return Slice.of(
                rows.list(organisation, after, page.fetch()), page, last -> List.of(Long.toString(last.number())));
    }

    /** How many there are. */
    @RolesAllowed({INFRASTRUCTURE, GCKR, DEPARTMENT, CHIEF, AUDITOR})
    public long count(@Nullable UUID organisation) {
        return rows.count(organisation);
    }

    /** @throws Problem {@code in-kind-object-unknown}, also for one that the caller does not see */
    @RolesAllowed({INFRASTRUCTURE, GCKR, DEPARTMENT, CHIEF, AUDITOR})
    public ObjectView view(UUID id) {
        return rows.find(id).orElseThrow(() -> new Problem(InKindProblem.IN_KIND_OBJECT_UNKNOWN));
    }

    /**
     * The calendar of an object: what it is kept for from a day on (null: today).
     *
     * @throws Problem {@code in-kind-object-unknown}
     */
    @RolesAllowed({INFRASTRUCTURE, GCKR, DEPARTMENT, CHIEF, AUDITOR})
    public List<BookingView> calendar(UUID id, @Nullable LocalDate from) {
        return rows.bookings(view(id).id(), from == null ? time.today() : from);
    }

    /** Organisations whose objects the caller enters, by number. */
    @RolesAllowed({INFRASTRUCTURE, GCKR, DEPARTMENT, CHIEF, AUDITOR})
    public List<Organisation> organisations() {
        return rows.organisations();
    }

    /** An organisation of the infrastructure. */
    public record Organisation(UUID id, String code, String name) {}
}
