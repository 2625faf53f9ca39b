package ru.mos.clusters.web.infrastructure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.infrastructure.Coverage;
import ru.mos.clusters.infrastructure.CoverageOutcome;
import ru.mos.clusters.infrastructure.CoverageRow;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;

/** How far the infrastructure covers what the sectors need. */
@Path("v1/infrastructure-coverage")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CoverageResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private Coverage coverage;

    /** How much of a service a sector needs in a year, and how that is known. */
    public record NewNeed(
            @Nullable String sector,
            @Nullable String service,
            @Nullable Integer year,
            @Nullable BigDecimal amount,
            @Nullable String basis) {}

    /** A need with what is offered, and what comes of it. */
    public record CoverageAnswer(@JsonUnwrapped CoverageRow row, CoverageOutcome outcome, BigDecimal lacking) {
        static CoverageAnswer of(CoverageRow row) {
            return new CoverageAnswer(row, row.outcome(), row.lacking());
        }
    }

    @GET
    @Operation(summary = "Needed and offered in a year, by sector and service")
    public ListAnswer<CoverageAnswer> of(@QueryParam("year") @Nullable Integer year, @BeanParam Paging paging) {
        var rows = coverage.of(year).stream().map(CoverageAnswer::of).toList();
        return paging.stretch(
                rows, answer -> answer.row().sector() + " " + answer.row().service());
    }

    @GET
    @Path("export")
    @Produces(XLSX)
    @Operation(summary = "The same as an XLSX workbook")
    public Response export(@QueryParam("year") @Nullable Integer year, @Context HttpHeaders headers) {
        coverage.of(year); // a year that is refused is refused before the answer begins
        StreamingOutput workbook = to -> coverage.export(year, Languages.of(headers), to);
        return Response.ok(workbook, XLSX)
                .header("Content-Disposition", "attachment; filename=\"coverage.xlsx\"")
                .build();
    }

    @POST
    @Path("needs")
    @Operation(summary = "Enters how much of a service a sector needs in a year")
    @APIResponse(responseCode = "204", description = "Entered")
    public Response need(@Nullable NewNeed body) {
        var need = Required.body(body);
        coverage.need(
                Required.field(need.sector(), "/sector"),
                Required.field(need.service(), "/service"),
                Required.field(need.year(), "/year"),
                Required.field(need.amount(), "/amount"),
                Required.field(need.basis(), "/basis"));
        return Response.noContent().build();
    }
}
