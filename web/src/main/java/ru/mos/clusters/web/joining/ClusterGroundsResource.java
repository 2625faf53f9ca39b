package ru.mos.clusters.web.joining;

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
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.joining.GroundView;
import ru.mos.clusters.cluster.joining.Joining;
import ru.mos.clusters.cluster.joining.RefusalGrounds;
import ru.mos.clusters.web.joining.RefusalGroundsResource.NewGround;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;

/** Grounds on which joining one cluster may be refused: those for all, and those of its own documents. */
@Path("v1/clusters/{id}/refusal-grounds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ClusterGroundsResource {

    @Inject
    private RefusalGrounds grounds;

    @Inject
    private Joining joining;

    @GET
    @Operation(summary = "Grounds in force on a date: those for all clusters, then the cluster's own")
    public ListAnswer<GroundView> list(
            @PathParam("id") String id, @QueryParam("asOf") @Nullable LocalDate asOf, @BeanParam Paging paging) {
        return paging.stretch(
                grounds.on(joining.cluster(id), asOf), ground -> ground.id().toString());
    }

    @POST
    @Operation(summary = "Lists a ground of the cluster's own documents")
    @APIResponseSchema(value = GroundView.class, responseCode = "201")
    public Response add(@PathParam("id") String id, @Nullable NewGround body, @Context UriInfo uri) {
        var given = Required.body(body);
        return RefusalGroundsResource.made(grounds.addOfCluster(given.command(joining.cluster(id))), uri);
    }
}
