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
import ru.mos.clusters.cluster.profile.Territory;
import ru.mos.clusters.cluster.profile.TerritoryView;

/** What registers let one guess of a cluster: hints and indicators, never conditions. */
@Path("v1/clusters/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class ProfileResource {

    @Inject
    private Clusters clusters;

    @Inject
    private SectorHints hints;

    @Inject
    private Territory territory;

    /** What main activities suggest; {@code outside} counts the members whose code is neither core nor related. */
    public record SectorHintsAnswer(@JsonUnwrapped SectorProfile profile, long outside) {}

    /** Where members are; {@code unknown} counts those of whom nobody knows. */
    public record TerritoryAnswer(@JsonUnwrapped TerritoryView territory, long unknown) {}

    @GET
    @Path("sector-hints")
    @Operation(
            summary =
                    "Which sector the main activities of the members suggest, and who lies outside of the declared one")
    public SectorHintsAnswer hints(@PathParam("id") String id, @QueryParam("asOf") @Nullable LocalDate asOf) {
        var profile = hints.of(clusters.resolve(id), asOf);
        return new SectorHintsAnswer(profile, profile.outside());
    }

    @GET
    @Path("territory")
    @Operation(summary = "In which municipal area and administrative district most members are")
    public TerritoryAnswer territory(@PathParam("id") String id, @QueryParam("asOf") @Nullable LocalDate asOf) {
        var view = territory.of(clusters.resolve(id), asOf);
        return new TerritoryAnswer(view, view.unknown().size());
    }
}
