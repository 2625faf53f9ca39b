package ru.mos.clusters.web.inkind;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.inkind.InKindObjects;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Premises and equipment of the infrastructure with their calendars. */
@Path("v1/in-kind-objects")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InKindObjectsResource {

    @Inject
    private InKindObjects objects;

    /** An object; {@code area} in square metres, of premises alone. */
    public record NewInKindObject(
            @Nullable UUID organisation,
            InKindObjects.@Nullable ObjectKind kind,
            @Nullable String name,
            @Nullable String place,
            @Nullable BigDecimal area) {}

    @GET
    @Operation(summary = "Premises and equipment that the caller sees, by number")
    public ListAnswer<InKindObjects.ObjectView> list(
            @QueryParam("organisation") @Nullable UUID organisation, @BeanParam Paging paging) {
        return paging.answer(objects.list(organisation, paging.request()));
    }

    @POST
    @Operation(summary = "Enters premises or equipment of an organisation")
    @APIResponseSchema(value = InKindObjects.ObjectView.class, responseCode = "201")
    public Response enter(@Nullable NewInKindObject body, @Context UriInfo uri) {
        var given = Required.body(body);
        var object = objects.enter(new InKindObjects.NewObject(
                Required.field(given.organisation(), "/organisation"),
                Required.field(given.kind(), "/kind"),
                Required.field(given.name(), "/name"),
                given.place(),
                given.area()));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(object.id().toString())
                        .build())
                .tag(Versions.digest(object))
                .entity(object)
                .build();
    }

    @GET
    @Path("{object}")
    @Operation(summary = "Premises or equipment")
    @APIResponseSchema(value = InKindObjects.ObjectView.class, responseCode = "200")
    public Response view(@PathParam("object") UUID object) {
        var found = objects.view(object);
        return Response.ok(found).tag(Versions.digest(found)).build();
    }

    @GET
    @Path("{object}/calendar")
    @Operation(summary = "What an object is kept for from a day on")
    public ListAnswer<InKindObjects.BookingView> calendar(
            @PathParam("object") UUID object, @QueryParam("from") @Nullable LocalDate from, @BeanParam Paging paging) {
        return paging.stretch(objects.calendar(object, from), one -> one.id().toString());
    }
}
