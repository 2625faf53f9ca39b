package ru.mos.clusters.web.rules;

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
import ru.mos.clusters.eligibility.StillValid;
import ru.mos.clusters.eligibility.Verdicts;

/** Decisions by earlier rules that a transition clause keeps valid. */
@Path("v1/clusters/{id}/still-valid")
@Produces(MediaType.APPLICATION_JSON)
public class StillValidResource {

    @Inject
    private Clusters clusters;

    @Inject
    private Verdicts verdicts;

    /** The decision; null where none is kept valid on the day. */
    public record Answer(@Nullable StillValid stillValid) {}

    @GET
    @Operation(
            summary = "The earlier decision on the cluster that a transition clause keeps valid on a day, today unless"
                    + " said")
    public Answer stillValid(@PathParam("id") String id, @QueryParam("on") @Nullable LocalDate on) {
        return new Answer(verdicts.stillValid(clusters.resolve(id), on).orElse(null));
    }
}
