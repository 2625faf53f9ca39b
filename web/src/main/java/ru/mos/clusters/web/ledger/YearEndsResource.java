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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.ledger.year.PrepareYearEnd;
import ru.mos.clusters.ledger.year.YearEnd;
import ru.mos.clusters.ledger.year.YearEndAction;
import ru.mos.clusters.ledger.year.YearEndEffect;
import ru.mos.clusters.ledger.year.YearEndGuard;
import ru.mos.clusters.ledger.year.YearEndState;
import ru.mos.clusters.ledger.year.YearEndView;
import ru.mos.clusters.ledger.year.YearRemainder;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Ends of budget years. */
@Path("v1/ledger/year-ends")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class YearEndsResource {

    @Inject
    private YearEnd yearEnd;

    /** The end of a year; what is not among the lines lapses for good. */
    public record NewYearEnd(
            @Nullable Integer year, @Nullable List<@Nullable CarriedLine> lines) {}

    /** A sum to be registered again in the next year; {@code toKbk}: under another code than {@code kbk}. */
    public record CarriedLine(
            @Nullable String subject,
            @Nullable Stage stage,
            @Nullable String kbk,
            @Nullable String toKbk,
            @Nullable BigDecimal amount) {

        PrepareYearEnd.Line line() {
            var code = Objects.requireNonNull(kbk);
            return new PrepareYearEnd.Line(
                    Objects.requireNonNull(subject),
                    Objects.requireNonNull(stage),
                    code,
                    toKbk == null ? code : toKbk,
                    Objects.requireNonNull(amount));
        }
    }

    /** Why; {@code version}: of the year end that was seen. */
    public record YearEndReason(
            @Nullable String reason, @Nullable Long version) {}

    /** The version of the year end that was seen. */
    public record SeenYearEnd(@Nullable Long version) {}

    /** A line of the table of what may be done to a year end. */
    public record YearEndTransition(
            YearEndState from,
            YearEndAction action,
            List<String> roles,
            YearEndGuard guard,
            YearEndState to,
            YearEndEffect effect) {}

    @GET
    @Operation(summary = "Ends of budget years, the latest first")
    public ListAnswer<YearEndView> list(@BeanParam Paging paging) {
        return paging.answer(yearEnd.list(paging.request()));
    }

    @GET
    @Path("remainders")
    @Operation(
            summary = "What is left of a budget year, by code and by decision or agreement",
            description = "What would lapse with the year, and what could be registered again in the next.")
    public ListAnswer<YearRemainder> remainders(@QueryParam("year") @Nullable Integer year, @BeanParam Paging paging) {
        return paging.answer(yearEnd.remainders(Required.field(year, "/year"), paging.request()));
    }

    @POST
    @Operation(summary = "Prepares the end of a year that is over; a chief carries it out")
    @APIResponseSchema(value = YearEndView.class, responseCode = "201")
    public Response prepare(@Nullable NewYearEnd body, @Context UriInfo uri) {
        var given = Required.body(body);
        requireWhole(given);
        var prepared = yearEnd.prepare(new PrepareYearEnd(
                Required.field(given.year(), "/year"),
                Required.field(given.lines(), "/lines").stream()
                        .map(line -> Objects.requireNonNull(line).line())
                        .toList()));
        return tagged(
                Response.created(uri.getAbsolutePathBuilder()
                        .path(prepared.id().toString())
                        .build()),
                prepared);
    }

    private static void requireWhole(NewYearEnd given) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("/year", given.year());
        fields.put("/lines", given.lines());
        if (given.lines() != null) {
            for (int at = 0; at < given.lines().size(); at++) {
                var line = given.lines().get(at);
                var pointer = "/lines/" + at;
                fields.put(pointer, line);
                if (line != null) {
                    fields.put(pointer + "/subject", line.subject());
                    fields.put(pointer + "/stage", line.stage());
                    fields.put(pointer + "/kbk", line.kbk());
                    fields.put(pointer + "/amount", line.amount());
                }
            }
        }
        Required.fields(fields);
    }

    @GET
    @Path("transitions")
    @Operation(summary = "What may be done to a year end, in which state, by whom, on what condition")
    public ListAnswer<YearEndTransition> transitions(@BeanParam Paging paging) {
        var table = yearEnd.transitions().stream()
                .map(step -> new YearEndTransition(
                        step.from(), step.action(), step.roles(), step.guard(), step.to(), step.effect()))
                .toList();
        return paging.stretch(table, line -> line.from() + " " + line.action());
    }

    @GET
    @Path("{yearEnd}")
    @Operation(summary = "The end of a year with what is registered again")
    @APIResponseSchema(value = YearEndView.class, responseCode = "200")
    public Response view(@PathParam("yearEnd") UUID id) {
        return tagged(Response.ok(), yearEnd.view(id));
    }

    @POST
    @Path("{yearEnd}/carry-out")
    @Operation(
            summary = "Carries out the end of a year that somebody else prepared, whole or not at all",
            description =
                    "What is left lapses on 31 December of the year; what is named is registered again under the limits of the next.")
    @APIResponseSchema(value = YearEndView.class, responseCode = "200")
    public Response carryOut(@PathParam("yearEnd") UUID id, @Nullable SeenYearEnd body) {
        return tagged(Response.ok(), yearEnd.carryOut(id, body == null ? null : body.version()));
    }

    @POST
    @Path("{yearEnd}/discard")
    @Operation(summary = "Puts away the end of a year that was prepared wrongly")
    @APIResponseSchema(value = YearEndView.class, responseCode = "200")
    public Response discard(@PathParam("yearEnd") UUID id, @Nullable YearEndReason body) {
        var given = Required.body(body);
        return tagged(Response.ok(), yearEnd.discard(id, given.version(), Required.field(given.reason(), "/reason")));
    }

    private static Response tagged(Response.ResponseBuilder builder, YearEndView yearEnd) {
        return builder.entity(yearEnd).tag(Versions.tag(yearEnd.version())).build();
    }
}
