package ru.mos.clusters.web.platform;

import jakarta.ejb.EJB;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.AuditEntry;
import ru.mos.clusters.platform.AuditFilter;
import ru.mos.clusters.platform.AuditTrail;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;

/** The record of changes. */
@Path("v1/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    @EJB
    private AuditTrail trail;

    /** @param broken the first record that does not follow from the one before; null: the trail is whole */
    public record Seals(AuditTrail.@Nullable BrokenSeal broken) {}

    @GET
    @Operation(summary = "Who did what to what, the latest first")
    public ListAnswer<AuditEntry> search(
            @QueryParam("who") @Nullable String who,
            @QueryParam("action") @Nullable String action,
            @QueryParam("subjectKind") @Nullable String subjectKind,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("until") @Nullable LocalDate until,
            @QueryParam("address") @Nullable String address,
            @BeanParam Paging paging) {
        var filter = new AuditFilter(who, action, subjectKind, subject, from, until, address);
        return paging.answer(trail.search(filter, paging.request()));
    }

    @GET
    @Path("seals")
    @Operation(summary = "Recomputes the seals of all records and names the first that is broken")
    public Seals seals() {
        return new Seals(trail.brokenSeal().orElse(null));
    }
}
