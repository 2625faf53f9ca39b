package ru.mos.clusters.web.agreement;

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
import ru.mos.clusters.agreement.SuccessionView;
import ru.mos.clusters.agreement.Successions;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** A succession under an agreement, and what was decided on it. */
@Path("v1/successions/{succession}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SuccessionsResource {

    @Inject
    private Successions successions;

    /** The version of the succession that was seen. */
    public record SeenSuccession(@Nullable Long version) {}

    /** Why; {@code version}: of the succession that was seen. */
    public record SuccessionReason(
            @Nullable String reason, @Nullable Long version) {}

    @GET
    @Operation(summary = "A succession")
    @APIResponseSchema(value = SuccessionView.class, responseCode = "200")
    public Response view(@PathParam("succession") UUID succession) {
        return tagged(successions.view(succession));
    }

    @POST
    @Path("confirm")
    @Operation(summary = "Confirms a succession that somebody else entered")
    @APIResponseSchema(value = SuccessionView.class, responseCode = "200")
    public Response confirm(@PathParam("succession") UUID succession, @Nullable SeenSuccession body) {
        return tagged(successions.confirm(succession, seen(body)));
    }

    @POST
    @Path("reject")
    @Operation(summary = "Rejects a succession; it may be entered anew")
    @APIResponseSchema(value = SuccessionView.class, responseCode = "200")
    public Response reject(@PathParam("succession") UUID succession, @Nullable SuccessionReason body) {
        var given = Required.body(body);
        return tagged(successions.reject(succession, given.version(), Required.field(given.reason(), "/reason")));
    }

    @POST
    @Path("reverse")
    @Operation(summary = "Says that a confirmed succession is wrong; another person decides")
    @APIResponseSchema(value = SuccessionView.class, responseCode = "200")
    public Response reverse(@PathParam("succession") UUID succession, @Nullable SuccessionReason body) {
        var given = Required.body(body);
        return tagged(successions.reverse(succession, given.version(), Required.field(given.reason(), "/reason")));
    }

    @POST
    @Path("confirm-reversal")
    @Operation(summary = "Reverses a succession that somebody else says is wrong")
    @APIResponseSchema(value = SuccessionView.class, responseCode = "200")
    public Response confirmReversal(@PathParam("succession") UUID succession, @Nullable SeenSuccession body) {
        return tagged(successions.confirmReversal(succession, seen(body)));
    }

    @POST
    @Path("keep")
    @Operation(summary = "Keeps a succession in force that somebody else says is wrong")
    @APIResponseSchema(value = SuccessionView.class, responseCode = "200")
    public Response keep(@PathParam("succession") UUID succession, @Nullable SeenSuccession body) {
        return tagged(successions.keep(succession, seen(body)));
    }

    private static @Nullable Long seen(@Nullable SeenSuccession body) {
        return body == null ? null : body.version();
    }

    private static Response tagged(SuccessionView succession) {
        return Response.ok(succession).tag(Versions.tag(succession.version())).build();
    }
}
