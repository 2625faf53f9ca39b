package ru.mos.clusters.web.cluster;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import ru.mos.clusters.cluster.ClusterProblem;
import ru.mos.clusters.cluster.TakeOn;
import ru.mos.clusters.cluster.TakeOnReport;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ProblemDocument;

/** Records kept elsewhere before, taken on from a workbook. */
@Path("v1/clusters/take-on")
@Produces(MediaType.APPLICATION_JSON)
public class TakeOnResource {

    @Inject
    private TakeOn takeOn;

    /** What was taken on. */
    public record Taken(int clusters, int organisations, int members, List<TakeOnReport.Taken> created) {}

    @GET
    @Path("template")
    @Produces(ClustersResource.XLSX)
    @Operation(summary = "An empty workbook to be filled in")
    public Response template(@Context HttpHeaders headers) {
        StreamingOutput workbook = to -> takeOn.template(Languages.of(headers), to);
        return Response.ok(workbook, ClustersResource.XLSX)
                .header("Content-Disposition", "attachment; filename=\"clusters-take-on.xlsx\"")
                .build();
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Takes on all that the workbook holds, or nothing",
            description = "The body is the workbook. Each fault is told by a pointer /sheet/row/column.")
    @APIResponseSchema(value = Taken.class, responseCode = "201")
    public Response load(
            @QueryParam("fileName") @DefaultValue("take-on.xlsx") String fileName,
            InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var report = takeOn.load(body, fileName);
        if (!report.isDone()) {
            return ProblemDocument.of(
                            new Problem(ClusterProblem.TAKE_ON_REFUSED, report.rejections()),
                            report.rejected(),
                            Languages.of(headers))
                    .response();
        }
        var taken = new Taken(report.clusters(), report.organisations(), report.members(), report.created());
        return Response.created(uri.getBaseUriBuilder().path("v1/clusters").build())
                .entity(taken)
                .build();
    }
}
