package ru.mos.clusters.web.fulfilment;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.fulfilment.FulfilmentView;
import ru.mos.clusters.agreement.fulfilment.Fulfilments;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** A fact of what an agreement promises, and what was decided on it. */
@Path("v1/fulfilments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FulfilmentsResource {

    @Inject
    private Fulfilments fulfilments;

    /** The version of the fact that was seen. */
    public record SeenFulfilment(@Nullable Long version) {}

    /** Why; {@code version}: of the fact that was seen. */
    public record FulfilmentReason(
            @Nullable String reason, @Nullable Long version) {}

    @GET
    @Path("{fulfilment}")
    @Operation(summary = "A fact of a result, or of what the initiator brought")
    @APIResponseSchema(value = FulfilmentView.class, responseCode = "200")
    public Response view(@PathParam("fulfilment") UUID fulfilment) {
        return tagged(fulfilments.view(fulfilment));
    }

    @POST
    @Path("{fulfilment}/accept")
    @Operation(summary = "Accepts a fact that somebody else entered")
    @APIResponseSchema(value = FulfilmentView.class, responseCode = "200")
    public Response accept(@PathParam("fulfilment") UUID fulfilment, @Nullable SeenFulfilment body) {
        return tagged(fulfilments.accept(fulfilment, body == null ? null : body.version()));
    }

    @POST
    @Path("{fulfilment}/reject")
    @Operation(summary = "Rejects a fact; it may be entered anew")
    @APIResponseSchema(value = FulfilmentView.class, responseCode = "200")
    public Response reject(@PathParam("fulfilment") UUID fulfilment, @Nullable FulfilmentReason body) {
        var given = Required.body(body);
        return tagged(fulfilments.reject(fulfilment, given.version(), Required.field(given.reason(), "/reason")));
    }

    private static Response tagged(FulfilmentView fact) {
        return Response.ok(fact).tag(Versions.tag(fact.version())).build();
    }
}
