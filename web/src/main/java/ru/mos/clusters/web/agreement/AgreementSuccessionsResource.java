package ru.mos.clusters.web.agreement;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.EnterSuccession;
import ru.mos.clusters.agreement.SuccessionCapacity;
import ru.mos.clusters.agreement.SuccessionGround;
import ru.mos.clusters.agreement.SuccessionView;
import ru.mos.clusters.agreement.Successions;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Who takes whose place under an agreement. */
@Path("v1/agreements/{agreement}/successions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AgreementSuccessionsResource {

    @Inject
    private Successions successions;

    /** INN of who is succeeded and of who succeeds it; {@code from}: the first day on which the successor holds the place. */
    public record NewSuccession(
            @Nullable SuccessionCapacity capacity,
            @Nullable String predecessor,
            @Nullable String successor,
            @Nullable LocalDate from,
            @Nullable SuccessionGround ground,
            @Nullable PaperBody document) {}

    @GET
    @Operation(summary = "Successions of the party and of participants, in the order of days")
    public ListAnswer<SuccessionView> list(@PathParam("agreement") UUID agreement, @BeanParam Paging paging) {
        return paging.stretch(successions.of(agreement), one -> one.id().toString());
    }

    @POST
    @Operation(summary = "Enters a succession; it is in force when another person confirmed it")
    @APIResponseSchema(value = SuccessionView.class, responseCode = "201")
    public Response enter(@PathParam("agreement") UUID agreement, @Nullable NewSuccession body, @Context UriInfo uri) {
        var given = Required.body(body);
        var succession = successions.enter(new EnterSuccession(
                agreement,
                Required.field(given.capacity(), "/capacity"),
                Required.inn(given.predecessor(), "/predecessor"),
                Required.inn(given.successor(), "/successor"),
                Required.field(given.from(), "/from"),
                Required.field(given.ground(), "/ground"),
                PaperBody.required(given.document())));
        return Response.created(uri.getBaseUriBuilder()
                        .path("v1/successions")
                        .path(succession.id().toString())
                        .build())
                .entity(succession)
                .tag(Versions.tag(succession.version()))
                .build();
    }
}
