package ru.mos.clusters.web.dashboard;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.dashboard.PassportView;
import ru.mos.clusters.dashboard.Passports;

/** The passport of a cluster. */
@Path("v1/clusters/{id}/passport")
@Produces(MediaType.APPLICATION_JSON)
public class PassportResource {

    @Inject
    private Clusters clusters;

    @Inject
    private Passports passports;

    @GET
    @Operation(summary = "Members, verdicts, projects, support, money and papers of a cluster on a date")
    public PassportView passport(@PathParam("id") String id, @QueryParam("asOf") @Nullable LocalDate asOf) {
        return passports.passport(clusters.resolve(id), asOf);
    }
}
