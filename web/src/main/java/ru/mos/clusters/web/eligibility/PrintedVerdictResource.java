package ru.mos.clusters.web.eligibility;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.web.rest.Languages;

/** The verdict on one cluster as an official conclusion. */
@Path("v1/clusters/{id}/verdict.pdf")
public class PrintedVerdictResource {

    private static final String PDF = "application/pdf";

    @Inject
    private Clusters clusters;

    @Inject
    private Verdicts verdicts;

    @GET
    @Produces(PDF)
    @Operation(summary = "The verdict as PDF, laid out as an official conclusion")
    public Response print(
            @PathParam("id") String id, @BeanParam VerdictParameters parameters, @Context HttpHeaders headers) {
        var cluster = clusters.resolve(id);
        return Response.ok(verdicts.print(parameters.query(cluster), Languages.of(headers)), PDF)
                .header("Content-Disposition", "inline; filename=\"verdict-" + cluster + ".pdf\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
