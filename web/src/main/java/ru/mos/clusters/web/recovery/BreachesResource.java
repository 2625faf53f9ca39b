package ru.mos.clusters.web.recovery;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.recovery.BreachView;
import ru.mos.clusters.recovery.Breaches;
import ru.mos.clusters.recovery.PenaltyForm;
import ru.mos.clusters.recovery.RecoveryOrderView;
import ru.mos.clusters.recovery.RecoveryOrders;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Breaches, and the demands that are drawn up on them. */
@Path("v1/breaches/{breach}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BreachesResource {

    @Inject
    private Breaches breaches;

    @Inject
    private RecoveryOrders orders;

    /** The version of the breach that was seen. */
    public record SeenBreach(@Nullable Long version) {}

    /** Why; {@code version}: of the breach that was seen. */
    public record BreachReason(
            @Nullable String reason, @Nullable Long version) {}

    /** INN of who is to pay back, the party of the agreement where it is left out, and how much, all where it is left out. */
    public record NewReturn(
            @Nullable String payer, @Nullable BigDecimal amount) {}

    /** By which formula. */
    public record NewPenalty(@Nullable PenaltyForm form) {}

    @GET
    @Operation(summary = "A breach")
    @APIResponseSchema(value = BreachView.class, responseCode = "200")
    public Response view(@PathParam("breach") UUID breach) {
        return tagged(breaches.view(breach));
    }

    @POST
    @Path("confirm")
    @Operation(summary = "Confirms a breach that somebody else found")
    @APIResponseSchema(value = BreachView.class, responseCode = "200")
    public Response confirm(@PathParam("breach") UUID breach, @Nullable SeenBreach body) {
        return tagged(breaches.confirm(breach, body == null ? null : body.version()));
    }

    @POST
    @Path("dismiss")
    @Operation(summary = "Finds that there is no breach")
    @APIResponseSchema(value = BreachView.class, responseCode = "200")
    public Response dismiss(@PathParam("breach") UUID breach, @Nullable BreachReason body) {
        var given = Required.body(body);
        return tagged(breaches.dismiss(breach, given.version(), Required.field(given.reason(), "/reason")));
    }

    @POST
    @Path("returns")
    @Operation(
            summary = "Draws up the demand to return what was paid",
            description = "The latest payments first, of the instalment that the breach names.")
    @APIResponseSchema(value = RecoveryOrderView.class, responseCode = "201")
    public Response demandReturn(@PathParam("breach") UUID breach, @Nullable NewReturn body, @Context UriInfo uri) {
        var given = Required.body(body);
        var payer = given.payer() == null ? null : Required.inn(given.payer(), "/payer");
        return created(orders.demandReturn(breach, payer, given.amount()), uri);
    }

    @POST
    @Path("penalties")
    @Operation(summary = "Draws up the penalty for results that were missed, by formula")
    @APIResponseSchema(value = RecoveryOrderView.class, responseCode = "201")
    public Response demandPenalty(@PathParam("breach") UUID breach, @Nullable NewPenalty body, @Context UriInfo uri) {
        var given = Required.body(body);
        return created(orders.demandPenalty(breach, Required.field(given.form(), "/form")), uri);
    }

    private static Response created(RecoveryOrderView order, UriInfo uri) {
        return Response.created(uri.getBaseUriBuilder()
                        .path("v1/recovery-orders")
                        .path(order.id().toString())
                        .build())
                .entity(order)
                .tag(Versions.tag(order.version()))
                .build();
    }

    private static Response tagged(BreachView breach) {
        return Response.ok(breach).tag(Versions.tag(breach.version())).build();
    }
}
