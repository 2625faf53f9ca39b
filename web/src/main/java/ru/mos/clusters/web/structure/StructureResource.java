package ru.mos.clusters.web.structure;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.structure.Structure;
import ru.mos.clusters.structure.StructureView;

/** The structure of the programme. */
@Path("v1/structure")
@Produces(MediaType.APPLICATION_JSON)
public class StructureResource {

    @Inject
    private Structure structure;

    @GET
    @Operation(
            summary = "Bodies, infrastructure, sectors, clusters and agglomerations on a date, with how clusters stand")
    public StructureView structure(@QueryParam("asOf") @Nullable LocalDate asOf) {
        return structure.on(asOf);
    }
}
