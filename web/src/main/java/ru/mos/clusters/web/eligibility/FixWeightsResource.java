package ru.mos.clusters.web.eligibility;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.FixView.StepKind;
import ru.mos.clusters.eligibility.FixWeight;
import ru.mos.clusters.eligibility.FixWeights;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;

/** What each kind of change costs in the cheapest fix. */
@Path("v1/fix-weights")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FixWeightsResource {

    @Inject
    private FixWeights weights;

    /** A weight to be set. */
    public record NewWeight(
            @Nullable StepKind kind,
            @Nullable Integer weight,
            @Nullable LocalDate from) {}

    @GET
    @Operation(summary = "Weights of today and those set for later")
    public ListAnswer<FixWeight> list(@BeanParam Paging paging) {
        return paging.answer(weights.list(paging.request()));
    }

    @POST
    @Operation(summary = "Sets a weight from a day on, not before today")
    @APIResponseSchema(value = FixWeight.class, responseCode = "201")
    public Response set(@Nullable NewWeight body, @Context UriInfo uri) {
        var given = Required.body(body);
        var weight = weights.set(
                Required.field(given.kind(), "/kind"),
                Required.field(given.weight(), "/weight"),
                Required.field(given.from(), "/from"));
        return Response.created(uri.getAbsolutePath()).entity(weight).build();
    }
}
