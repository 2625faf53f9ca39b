package ru.mos.clusters.web.eligibility;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.eligibility.VerdictView;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.web.rest.Languages;

/** The verdict on one cluster. {@code {id}} is an id or a code such as {@code IT-1}. */
@Path("v1/clusters/{id}/verdict")
@Produces(MediaType.APPLICATION_JSON)
public class VerdictResource {

    @Inject
    private Clusters clusters;

    @Inject
    private Verdicts verdicts;

    @GET
    @Operation(
            summary = "Whether the cluster meets the conditions, with the reasons",
            description = "Asked again with the knownOn of the answer, it gives the same digest at any later time.")
    @APIResponseSchema(value = VerdictView.class, responseCode = "200")
    public Response verdict(
            @PathParam("id") String id, @BeanParam VerdictParameters parameters, @Context HttpHeaders headers) {
        var locale = Languages.of(headers);
        return answer(verdicts.verdict(parameters.query(clusters.resolve(id)), locale), locale);
    }

    static Response answer(VerdictView verdict, Locale locale) {
        return Response.ok(verdict)
                .tag(new EntityTag(verdict.digest() + "-" + verdict.knownOn().toEpochMilli() + "-" + locale))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
