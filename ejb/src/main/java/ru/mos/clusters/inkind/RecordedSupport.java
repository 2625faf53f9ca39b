package ru.mos.clusters.inkind;

import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.time.LocalDate;
import java.util.UUID;
import ru.mos.clusters.support.EnterSupport;
import ru.mos.clusters.support.SupportRecords;

/**
 * Puts a confirmed support on record. Asked in the name of the department: the recipient's confirmation is what makes the record,
 * though recipients are not let into the register. Whether the caller may confirm has been examined before.
 */
@Stateless
@DenyAll
@RunAs(DEPARTMENT)
public class RecordedSupport {

    @EJB
    private SupportRecords records;

    /** Enters what was delivered, decided on the day of its approval; the id of its record. */
    @RolesAllowed({APPLICANT, SERVICE})
    public UUID enter(InKindRequestView request, InKindRequestView.Delivery delivery, LocalDate approvedOn) {
        return records.enter(new EnterSupport(
                        request.inn(),
                        request.name(),
                        request.provider().inn(),
                        request.provider().name(),
                        request.form().code(),
                        request.kind().code(),
                        request.purpose(),
                        approvedOn,
                        delivery.endsOn(),
                        delivery.quantity(),
                        request.unit().code(),
                        null,
                        delivery.document()))
                .id();
    }
}
