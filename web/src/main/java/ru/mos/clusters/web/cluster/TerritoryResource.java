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
import ru.mos.clusters.cluster.profile.Territory;
import ru.mos.clusters.cluster.profile.TerritoryView;

/** Where the members of a cluster are: an indicator, never a condition. */
@Path("v1/clusters/{id}/territory")
@Produces(MediaType.APPLICATION_JSON)
public class TerritoryResource {

    @Inject
    private Clusters clusters;

    @Inject
    private Territory territory;

    /** Where members are; {@code unknown} counts those of whom nobody knows. */
    public record TerritoryAnswer(@JsonUnwrapped TerritoryView territory, long unknown) {}

    @GET
    @Operation(summary = "In which municipal area and administrative district most members are")
    public TerritoryAnswer territory(@PathParam("id") String id, @QueryParam("asOf") @Nullable LocalDate asOf) {
        var view = territory.of(clusters.resolve(id), asOf);
        return new TerritoryAnswer(view, view.unknown().size());
    }
}
