package ru.mos.clusters.web.application;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import ru.mos.clusters.platform.Mandate;
import ru.mos.clusters.platform.Mandates;
import ru.mos.clusters.platform.Mandates.GiveMandate;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;

/** For which organisations people sign and programs act. */
@Path("v1/mandates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MandatesResource {

    @Inject
    private Mandates mandates;

    /** A mandate; {@code until} is the first day on which it holds no more. */
    public record NewMandate(
            @Nullable String login,
            @Nullable String organisation,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable PaperBody document) {}

    @GET
    @Operation(summary = "Mandates, the latest first")
    public ListAnswer<Mandate> list(@BeanParam Paging paging) {
        return paging.answer(mandates.list(paging.request()));
    }

    @POST
    @Operation(summary = "Gives a mandate to an applicant's person or to a program")
    @APIResponseSchema(value = Mandate.class, responseCode = "201")
    public Response give(@Nullable NewMandate body, @Context UriInfo uri) {
        var given = Required.body(body);
        var mandate = mandates.give(new GiveMandate(
                Required.field(given.login(), "/login"),
                Required.inn(given.organisation(), "/organisation"),
                Required.field(given.from(), "/from"),
                Required.field(given.until(), "/until"),
                PaperBody.required(given.document())));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(mandate.id().toString())
                        .build())
                .entity(mandate)
                .build();
    }

    @DELETE
    @Path("{mandate}")
    @Operation(summary = "Ends a mandate today")
    @APIResponse(responseCode = "204", description = "Ended")
    public void end(@PathParam("mandate") UUID mandate) {
        mandates.end(mandate);
    }
}
