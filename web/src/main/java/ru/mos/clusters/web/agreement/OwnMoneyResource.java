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
import ru.mos.clusters.agreement.EvidenceView;
import ru.mos.clusters.agreement.OwnMoney;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** A document that shows money beside the budget's, and what was decided on it. */
@Path("v1/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OwnMoneyResource {

    @Inject
    private OwnMoney ownMoney;

    /** The version of the document's entry that was seen. */
    public record SeenOwnMoney(@Nullable Long version) {}

    /** Why; {@code version}: of the document's entry that was seen. */
    public record OwnMoneyReason(
            @Nullable String reason, @Nullable Long version) {}

    @GET
    @Path("{evidence}")
    @Operation(summary = "A document of own money")
    @APIResponseSchema(value = EvidenceView.class, responseCode = "200")
    public Response view(@PathParam("evidence") UUID evidence) {
        return tagged(Response.ok(), ownMoney.view(evidence));
    }

    @POST
    @Path("{evidence}/accept")
    @Operation(summary = "Accepts a document that somebody else entered")
    @APIResponseSchema(value = EvidenceView.class, responseCode = "200")
    public Response accept(@PathParam("evidence") UUID evidence, @Nullable SeenOwnMoney body) {
        return tagged(Response.ok(), ownMoney.accept(evidence, body == null ? null : body.version()));
    }

    @POST
    @Path("{evidence}/reject")
    @Operation(summary = "Rejects a document; it may be entered anew")
    @APIResponseSchema(value = EvidenceView.class, responseCode = "200")
    public Response reject(@PathParam("evidence") UUID evidence, @Nullable OwnMoneyReason body) {
        var given = Required.body(body);
        return tagged(
                Response.ok(), ownMoney.reject(evidence, given.version(), Required.field(given.reason(), "/reason")));
    }

    private static Response tagged(Response.ResponseBuilder builder, EvidenceView evidence) {
        return builder.entity(evidence).tag(Versions.tag(evidence.version())).build();
    }
}
