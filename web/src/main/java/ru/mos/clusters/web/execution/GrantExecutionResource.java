package ru.mos.clusters.web.execution;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.execution.ExecutionBy;
import ru.mos.clusters.execution.ExecutionFigure;
import ru.mos.clusters.execution.GrantEntry;
import ru.mos.clusters.execution.GrantExecution;
import ru.mos.clusters.execution.GrantLine;
import ru.mos.clusters.ledger.ExecutionFilter;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;

/** The execution of a budget year by measure, call, agreement and participant. */
@Path("v1/ledger/execution/groups")
@Produces(MediaType.APPLICATION_JSON)
public class GrantExecutionResource {

    @Inject
    private GrantExecution execution;

    @GET
    @Operation(
            summary = "The execution of a budget year by measure, call, agreement or participant, all together first",
            description =
                    "Sums as they stood on a day and as known at an instant; they come to those of the subjects of the ledger. What "
                            + "belongs to no call of this system is the last line, by agreement each subject by itself. Of a participant "
                            + "only what payments tell is known: reserved, committed, lapsed and executed are null.")
    public ListAnswer<GrantLine> lines(
            @QueryParam("by") @DefaultValue("MEASURE") ExecutionBy by,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("knownOn") @Nullable Instant knownOn,
            @QueryParam("kbk") @Nullable String kbk,
            @BeanParam Paging paging) {
        return paging.answer(execution.lines(by, new ExecutionFilter(year, on, knownOn, kbk), paging.request()));
    }

    @GET
    @Path("entries")
    @Operation(
            summary = "The entries of the ledger that a figure of such a line is made of",
            description =
                    "line: as the report names it, all together where it is left out. The amounts come to the figure.")
    public ListAnswer<GrantEntry> entries(
            @QueryParam("by") @DefaultValue("MEASURE") ExecutionBy by,
            @QueryParam("line") @DefaultValue("") String line,
            @QueryParam("figure") @Nullable ExecutionFigure figure,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("knownOn") @Nullable Instant knownOn,
            @QueryParam("kbk") @Nullable String kbk,
            @BeanParam Paging paging) {
        return paging.answer(execution.entries(
                by,
                new ExecutionFilter(year, on, knownOn, kbk),
                line,
                Required.field(figure, "/figure"),
                paging.request()));
    }
}
