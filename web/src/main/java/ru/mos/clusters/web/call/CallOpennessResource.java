package ru.mos.clusters.web.call;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import ru.mos.clusters.call.openness.CallOpenness;
import ru.mos.clusters.call.openness.OpennessReports;

/** How openly a call was held. */
@Path("v1/calls/{call}/openness")
@Produces(MediaType.APPLICATION_JSON)
public class CallOpennessResource {

    @Inject
    private OpennessReports reports;

    @GET
    @Operation(
            summary = "How openly a call was held and how evenly its money is spread",
            description =
                    "Time in each state, order of checks, refusals by sector and ground, distribution among participants.")
    public CallOpenness view(@PathParam("call") UUID call) {
        return reports.of(call);
    }
}
