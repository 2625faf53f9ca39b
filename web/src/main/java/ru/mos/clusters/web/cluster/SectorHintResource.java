package ru.mos.clusters.web.cluster;

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
import ru.mos.clusters.cluster.profile.MemberHint;
import ru.mos.clusters.cluster.profile.SectorHints;
import ru.mos.clusters.platform.Inn;

/** Which sector the main activity of one enterprise suggests. */
@Path("v1/entities/{inn}/sector-hint")
@Produces(MediaType.APPLICATION_JSON)
public class SectorHintResource {

    @Inject
    private SectorHints hints;

    @GET
    @Operation(summary = "Which sectors the main activity of the enterprise suggests")
    public MemberHint hint(@PathParam("inn") Inn inn, @QueryParam("asOf") @Nullable LocalDate asOf) {
        return hints.suggest(inn, asOf);
    }
}
