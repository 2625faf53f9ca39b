package ru.mos.clusters.web.merger;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.merger.LineageView;
import ru.mos.clusters.cluster.merger.Mergers;
import ru.mos.clusters.web.rest.Versions;

/** What a cluster came from and what it became. */
@Path("v1/clusters/{id}/lineage")
@Produces(MediaType.APPLICATION_JSON)
public class LineageResource {

    @Inject
    private Mergers mergers;

    @Inject
    private Clusters clusters;

    @GET
    @Operation(summary = "The clusters it came from by mergers, and the one it became")
    @APIResponseSchema(value = LineageView.class, responseCode = "200")
    public Response lineage(@PathParam("id") String id) {
        var lineage = mergers.lineage(clusters.resolve(id));
        return Response.ok(lineage).tag(Versions.digest(lineage)).build();
    }
}
