package ru.mos.clusters.web.reconciliation;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.reconciliation.Reconciliation;

/** The statement by which the department and a recipient agree on an agreement's money. */
@Path("v1/agreements/{agreement}/reconciliation-act")
public class ReconciliationActResource {

    private static final String PDF = "application/pdf";

    @Inject
    private Reconciliation reconciliation;

    @GET
    @Produces(PDF)
    @Operation(
            summary = "Reconciliation statement of an agreement for a period, as PDF",
            description =
                    "from: first day, the first of the year where it is left out; until: last day, today where it is left out.")
    public Response act(
            @PathParam("agreement") UUID agreement,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("until") @Nullable LocalDate until) {
        var act = new ByteArrayOutputStream();
        reconciliation.writeAct(agreement, from, until, act);
        return Response.ok(act.toByteArray(), PDF)
                .header("Content-Disposition", "inline; filename=\"reconciliation-" + agreement + ".pdf\"")
                .build();
    }
}
