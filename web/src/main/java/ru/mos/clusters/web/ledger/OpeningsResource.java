package ru.mos.clusters.web.ledger;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.opening.OpeningAction;
import ru.mos.clusters.ledger.opening.OpeningEffect;
import ru.mos.clusters.ledger.opening.OpeningGuard;
import ru.mos.clusters.ledger.opening.OpeningProblem;
import ru.mos.clusters.ledger.opening.OpeningRow;
import ru.mos.clusters.ledger.opening.OpeningState;
import ru.mos.clusters.ledger.opening.OpeningView;
import ru.mos.clusters.ledger.opening.Openings;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.rest.FileNames;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.ProblemDocument;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Opening balances of running agreements and budget lines. */
@Path("v1/ledger/opening-balances")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OpeningsResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private Openings openings;

    /** Why; {@code version}: of the opening balances that were seen. */
    public record OpeningReason(
            @Nullable String reason, @Nullable Long version) {}

    /** The version of the opening balances that were seen. */
    public record SeenOpening(@Nullable Long version) {}

    /** A line of the table of what may be done to opening balances. */
    public record OpeningTransition(
            OpeningState from,
            OpeningAction action,
            List<String> roles,
            OpeningGuard guard,
            OpeningState to,
            OpeningEffect effect) {}

    @GET
    @Operation(summary = "Opening balances, the latest first")
    public ListAnswer<OpeningView> list(@BeanParam Paging paging) {
        return paging.answer(openings.list(paging.request()));
    }

    @GET
    @Path("template")
    @Produces(XLSX)
    @Operation(summary = "An empty workbook to be filled in")
    public Response template(@Context HttpHeaders headers) {
        var locale = Languages.of(headers);
        StreamingOutput workbook = to -> openings.template(locale, to);
        return Response.ok(workbook, XLSX)
                .header("Content-Disposition", "attachment; filename=\"opening-balances.xlsx\"")
                .build();
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Prepares all that the workbook holds, or nothing; a chief posts it",
            description =
                    "The body is the workbook; each fault is told by a pointer /sheet/row/column. effectiveOn is the day on"
                            + " which the ledger takes the balances on.")
    @APIResponseSchema(value = OpeningView.class, responseCode = "201")
    public Response prepare(
            @QueryParam("fileName") @Nullable String fileName,
            @QueryParam("effectiveOn") @Nullable LocalDate effectiveOn,
            InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var report = openings.prepare(
                body, FileNames.of(fileName, "opening-balances.xlsx"), Required.field(effectiveOn, "/effectiveOn"));
        var opening = report.opening();
        if (opening == null) {
            return ProblemDocument.of(
                            new Problem(OpeningProblem.OPENING_REFUSED, report.rejections()),
                            report.rejected(),
                            Languages.of(headers))
                    .response();
        }
        return tagged(
                Response.created(uri.getAbsolutePathBuilder()
                        .path(opening.id().toString())
                        .build()),
                opening);
    }

    @GET
    @Path("transitions")
    @Operation(summary = "What may be done to opening balances, in which state, by whom, on what condition")
    public ListAnswer<OpeningTransition> transitions(@BeanParam Paging paging) {
        var table = openings.transitions().stream()
                .map(step -> new OpeningTransition(
                        step.from(), step.action(), step.roles(), step.guard(), step.to(), step.effect()))
                .toList();
        return paging.stretch(table, line -> line.from() + " " + line.action());
    }

    @GET
    @Path("{opening}")
    @Operation(summary = "Opening balances with what all their rows come to, stage by stage")
    @APIResponseSchema(value = OpeningView.class, responseCode = "200")
    public Response view(@PathParam("opening") UUID id) {
        return tagged(Response.ok(), openings.view(id));
    }

    @GET
    @Path("{opening}/rows")
    @Operation(
            summary = "Rows in the order of the workbook",
            description = "The subject of an agreement names the accounts under which the ledger keeps it.")
    public ListAnswer<OpeningRow> rows(@PathParam("opening") UUID id, @BeanParam Paging paging) {
        return paging.answer(openings.rows(id, paging.request()));
    }

    @POST
    @Path("{opening}/post")
    @Operation(summary = "Posts opening balances that somebody else prepared, whole or not at all")
    @APIResponseSchema(value = OpeningView.class, responseCode = "200")
    public Response post(@PathParam("opening") UUID id, @Nullable SeenOpening body) {
        return tagged(Response.ok(), openings.post(id, body == null ? null : body.version()));
    }

    @POST
    @Path("{opening}/cancel")
    @Operation(summary = "Puts away opening balances that were prepared wrongly; their rows may be entered anew")
    @APIResponseSchema(value = OpeningView.class, responseCode = "200")
    public Response cancel(@PathParam("opening") UUID id, @Nullable OpeningReason body) {
        var given = Required.body(body);
        return tagged(Response.ok(), openings.cancel(id, given.version(), Required.field(given.reason(), "/reason")));
    }

    private static Response tagged(Response.ResponseBuilder builder, OpeningView opening) {
        return builder.entity(opening).tag(Versions.tag(opening.version())).build();
    }
}
