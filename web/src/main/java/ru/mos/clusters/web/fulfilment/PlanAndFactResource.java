package ru.mos.clusters.web.fulfilment;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.fulfilment.Fulfilments;
import ru.mos.clusters.agreement.fulfilment.PlanAndFact;
import ru.mos.clusters.web.rest.Versions;

/** What an agreement promises beside what came of it. */
@Path("v1/agreements/{agreement}/plan-and-fact")
@Produces(MediaType.APPLICATION_JSON)
public class PlanAndFactResource {

    @Inject
    private Fulfilments fulfilments;

    @GET
    @Operation(
            summary = "Results and what the initiator brings, plan beside fact",
            description = "Of the facts accepted, as of a day, today where none is named.")
    @APIResponseSchema(value = PlanAndFact.class, responseCode = "200")
    public Response planAndFact(@PathParam("agreement") UUID agreement, @QueryParam("asOf") @Nullable LocalDate asOf) {
        var found = fulfilments.planAndFact(agreement, asOf);
        return Response.ok(found).tag(Versions.digest(found)).build();
    }
}
