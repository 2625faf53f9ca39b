package ru.mos.clusters.web.cluster;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import ru.mos.clusters.cluster.profile.SectorHints;
import ru.mos.clusters.cluster.profile.SectorProfile;

/** What main activities of members let one guess of a cluster: a hint, never a condition. */
@Path("v1/clusters/{id}/sector-hints")
@Produces(MediaType.APPLICATION_JSON)
public class SectorHintsResource {

    @Inject
    private Clusters clusters;

    @Inject
    private SectorHints hints;

    /** What main activities suggest; {@code outside} counts the members whose code is neither core nor related. */
    public record SectorHintsAnswer(@JsonUnwrapped SectorProfile profile, long outside) {}

    @GET
    @Operation(
            summary =
                    "Which sector the main activities of the members suggest, and who lies outside of the declared one")
    public SectorHintsAnswer hints(@PathParam("id") String id, @QueryParam("asOf") @Nullable LocalDate asOf) {
        var profile = hints.of(clusters.resolve(id), asOf);
        return new SectorHintsAnswer(profile, profile.outside());
    }
}
