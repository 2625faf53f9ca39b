package ru.mos.clusters.web.inkind;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.inkind.DeliveredRow;
import ru.mos.clusters.inkind.DeliveredSupport;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;

/** What came of needs and offers. */
@Path("v1/in-kind-coverage")
@Produces(MediaType.APPLICATION_JSON)
public class InKindCoverageResource {

    @Inject
    private DeliveredSupport delivered;

    @GET
    @Path("sectors")
    @Operation(summary = "Needed, offered and delivered in a year by sector and service, with waiting time and marks")
    public ListAnswer<DeliveredRow> sectors(@QueryParam("year") @Nullable Integer year, @BeanParam Paging paging) {
        return paging.stretch(delivered.bySector(year), InKindCoverageResource::key);
    }

    @GET
    @Path("clusters")
    @Operation(summary = "Delivered in a year by cluster and service, with waiting time and marks")
    public ListAnswer<DeliveredRow> clusters(@QueryParam("year") @Nullable Integer year, @BeanParam Paging paging) {
        return paging.stretch(delivered.byCluster(year), InKindCoverageResource::key);
    }

    private static String key(DeliveredRow row) {
        return row.place() + " " + row.service().code();
    }
}
