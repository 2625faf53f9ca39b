package ru.mos.clusters.web.platform;

import jakarta.ejb.EJB;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.AppointDeputy;
import ru.mos.clusters.platform.Deputies;
import ru.mos.clusters.platform.DeputyOrder;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Who stands in for whom, by orders. */
@Path("v1/deputies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeputiesResource {

    @EJB
    private Deputies deputies;

    /** An order; {@code to} is the first day on which the deputy stands in no more. */
    public record NewOrder(
            @Nullable String deputy,
            @Nullable String deputised,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable PaperBody document) {}

    /** From which day and why a deputising ends early. */
    public record OrderEnd(
            @Nullable LocalDate from, @Nullable String reason) {}

    @POST
    @Operation(summary = "Lets somebody stand in for another by an order; nobody appoints themselves")
    @APIResponseSchema(value = DeputyOrder.class, responseCode = "201")
    public Response appoint(@Nullable NewOrder body, @Context UriInfo uri) {
        var given = Required.body(body);
        var order = deputies.appoint(new AppointDeputy(
                Required.field(given.deputy(), "/deputy"),
                Required.field(given.deputised(), "/deputised"),
                Required.field(given.from(), "/from"),
                Required.field(given.to(), "/to"),
                PaperBody.required(given.document())));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(order.id().toString()).build())
                .tag(Versions.tag(order.version()))
                .entity(order)
                .build();
    }

    @GET
    @Operation(summary = "Orders to deputise, the latest to begin first")
    public ListAnswer<DeputyOrder> list(
            @QueryParam("inForce") @DefaultValue("false") boolean inForce, @BeanParam Paging paging) {
        return paging.answer(deputies.list(inForce, paging.request()));
    }

    @GET
    @Path("{order}")
    @Operation(summary = "One order")
    @APIResponseSchema(value = DeputyOrder.class, responseCode = "200")
    public Response one(@PathParam("order") UUID id) {
        var order = deputies.order(id);
        return Response.ok(order).tag(Versions.digest(order)).build();
    }

    @POST
    @Path("{order}/end")
    @Operation(summary = "Ends a deputising early")
    @APIResponse(responseCode = "204", description = "Ended")
    public void end(@PathParam("order") UUID id, @Nullable OrderEnd body) {
        var given = Required.body(body);
        deputies.end(id, Required.field(given.from(), "/from"), Required.field(given.reason(), "/reason"));
    }
}
