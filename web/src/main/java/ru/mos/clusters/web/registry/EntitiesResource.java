package ru.mos.clusters.web.registry;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.registry.Entities;
import ru.mos.clusters.registry.EntityCard;
import ru.mos.clusters.registry.EntityExport;
import ru.mos.clusters.registry.EntityRow;
import ru.mos.clusters.registry.HistoryItem;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Versions;

/** Enterprises by INN. */
@Path("v1/entities")
@Produces(MediaType.APPLICATION_JSON)
public class EntitiesResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private Entities entities;

    @Inject
    private EntityExport export;

    @Inject
    private Caller caller;

    @GET
    @Operation(
            summary = "Enterprises found by number, name, category, kind, region, activity and status on a date",
            description = "Names of private persons are cut to surname and initials.")
    public ListAnswer<EntityRow> search(@BeanParam EntityFilter filter, @BeanParam Paging paging) {
        return paging.answer(entities.search(filter.search(), paging.request()));
    }

    @GET
    @Path("{inn}")
    @Operation(
            summary = "What is known of one enterprise on a date, with the source of every fact",
            description =
                    "The full name of a private person is shown to department, gckr, auditor and service; each such"
                            + " view is recorded. Others see surname and initials.")
    @APIResponse(
            responseCode = "200",
            description = "The enterprise",
            content = @Content(schema = @Schema(implementation = EntityCard.class)))
    public Response card(
            @PathParam("inn") Inn inn,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("knownOn") @Nullable Instant knownOn) {
        var card = opens(inn) ? entities.openCard(inn, asOf, knownOn) : entities.card(inn, asOf, knownOn);
        return Response.ok(card).tag(Versions.digest(card)).build();
    }

    @GET
    @Path("{inn}/history")
    @Operation(
            summary = "All that is known of one enterprise over time: periods of facts, with what was once held true",
            description = "A period ends before its day \"to\". Full names as for a single enterprise.")
    public ListAnswer<HistoryItem> history(@PathParam("inn") Inn inn, @BeanParam Paging paging) {
        var page = paging.request();
        return paging.answer(opens(inn) ? entities.openHistory(inn, page) : entities.history(inn, page));
    }

    @GET
    @Path("export.xlsx")
    @Produces({XLSX, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "The whole result of a search as an XLSX sheet",
            description = "Filters as for the list. Names of private persons are cut to surname and initials.")
    @APIResponse(responseCode = "200", description = "The sheet", content = @Content(mediaType = XLSX))
    public Response export(@BeanParam EntityFilter filter, @Context HttpHeaders headers) {
        var search = filter.search();
        var language = Languages.of(headers);
        entities.count(search); // who may not read it, or cannot be served, hears so before the first byte
        StreamingOutput sheet = out -> export.write(search, language, out);
        return Response.ok(sheet, XLSX)
                .header("Content-Disposition", "attachment; filename=\"entities.xlsx\"")
                .build();
    }

    /** Whether the caller gets the full name of a private person by asking for the single subject. */
    private boolean opens(Inn inn) {
        return !inn.isLegalEntity()
                && Stream.of(Role.DEPARTMENT, Role.GCKR, Role.AUDITOR, Role.SERVICE)
                        .anyMatch(caller::hasRole);
    }
}
