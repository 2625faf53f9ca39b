package ru.mos.clusters.web.eligibility;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.eligibility.StoredVerdict;
import ru.mos.clusters.eligibility.VerdictComparison;
import ru.mos.clusters.eligibility.VerdictDifference;
import ru.mos.clusters.eligibility.VerdictView;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;

/** Verdicts on one cluster that were given and kept. */
@Path("v1/clusters/{id}/verdicts")
@Produces(MediaType.APPLICATION_JSON)
public class KeptVerdictsResource {

    @Inject
    private Clusters clusters;

    @Inject
    private Verdicts verdicts;

    @Context
    private HttpHeaders headers;

    @GET
    @Operation(summary = "Kept verdicts of the cluster, the latest first")
    public ListAnswer<StoredVerdict> list(@PathParam("id") String id, @BeanParam Paging paging) {
        return paging.answer(verdicts.history(clusters.resolve(id), paging.request()));
    }

    @POST
    @Operation(summary = "Judges the cluster and keeps the verdict")
    @APIResponseSchema(value = VerdictView.class, responseCode = "201")
    public Response give(@PathParam("id") String id, @BeanParam VerdictParameters parameters, @Context UriInfo uri) {
        var cluster = clusters.resolve(id);
        var kept = verdicts.give(parameters.query(cluster));
        var locale = Languages.of(headers);
        return Response.fromResponse(VerdictResource.answer(verdicts.kept(cluster, kept, locale), locale))
                .status(Response.Status.CREATED)
                .location(uri.getAbsolutePathBuilder().path(kept.toString()).build())
                .build();
    }

    @GET
    @Path("{verdict}")
    @Operation(summary = "A kept verdict as it was given")
    @APIResponseSchema(value = VerdictView.class, responseCode = "200")
    public Response kept(@PathParam("id") String id, @PathParam("verdict") UUID verdict) {
        var locale = Languages.of(headers);
        return VerdictResource.answer(verdicts.kept(clusters.resolve(id), verdict, locale), locale);
    }

    @GET
    @Path("{verdict}/comparison")
    @Operation(
            summary = "A kept verdict as known then, with today's knowledge, and under today's rules",
            description = "Each is compared with the one before it, fact by fact.")
    public VerdictComparison comparison(@PathParam("id") String id, @PathParam("verdict") UUID verdict) {
        return verdicts.compare(clusters.resolve(id), verdict, Languages.of(headers));
    }

    @GET
    @Path("{verdict}/difference")
    @Operation(summary = "What changed from this kept verdict to another one")
    public VerdictDifference difference(
            @PathParam("id") String id, @PathParam("verdict") UUID verdict, @QueryParam("to") @Nullable UUID to) {
        if (to == null) {
            throw new Problem(PlatformProblem.FIELD_REQUIRED, "to").at("/to");
        }
        return verdicts.difference(clusters.resolve(id), verdict, to, Languages.of(headers));
    }
}
