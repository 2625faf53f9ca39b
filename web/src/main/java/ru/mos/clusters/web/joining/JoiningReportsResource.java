package ru.mos.clusters.web.joining;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.joining.FairnessRow;
import ru.mos.clusters.cluster.joining.Grouping;
import ru.mos.clusters.cluster.joining.JoiningReports;
import ru.mos.clusters.cluster.joining.MassRow;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;

/** Reports on how clusters grow. */
@Path("v1/reports")
@Produces(MediaType.APPLICATION_JSON)
public class JoiningReportsResource {

    @Inject
    private JoiningReports reports;

    @GET
    @Path("joining")
    @Operation(
            summary = "How applications to join were dealt with, by sector or by cluster",
            description = "Applications submitted from one date up to another, the latter exclusive.")
    public ListAnswer<FairnessRow> fairness(
            @QueryParam("by") @DefaultValue("SECTOR") Grouping by,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("sector") @Nullable String sector,
            @BeanParam Paging paging) {
        return paging.answer(reports.fairness(by, from, to, sector, paging.request()));
    }

    @GET
    @Path("critical-mass")
    @Operation(summary = "Members of clusters against the number that makes a critical mass, by sector or by cluster")
    public ListAnswer<MassRow> criticalMass(
            @QueryParam("by") @DefaultValue("SECTOR") Grouping by,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("sector") @Nullable String sector,
            @BeanParam Paging paging) {
        return paging.answer(reports.criticalMass(by, asOf, sector, paging.request()));
    }
}
