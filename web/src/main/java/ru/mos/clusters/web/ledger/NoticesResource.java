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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.EnterNotice;
import ru.mos.clusters.ledger.NoticeAction;
import ru.mos.clusters.ledger.NoticeEffect;
import ru.mos.clusters.ledger.NoticeGuard;
import ru.mos.clusters.ledger.NoticeKind;
import ru.mos.clusters.ledger.NoticeState;
import ru.mos.clusters.ledger.NoticeView;
import ru.mos.clusters.ledger.Notices;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Notices of the finance body on appropriations and limits. */
@Path("v1/ledger/notices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NoticesResource {

    @Inject
    private Notices notices;

    /** A notice; a decrease has a negative sum. */
    public record NewNotice(
            @Nullable NoticeKind kind,
            @Nullable LocalDate effectiveOn,
            @Nullable PaperBody document,
            @Nullable List<@Nullable NewNoticeLine> lines) {}

    /** How much more of a year and code. */
    public record NewNoticeLine(
            @Nullable Integer year,
            @Nullable String kbk,
            @Nullable BigDecimal amount) {}

    /** Why; {@code version}: of the notice that was seen. */
    public record NoticeReason(
            @Nullable String reason, @Nullable Long version) {}

    /** The version of the notice that was seen. */
    public record SeenNotice(@Nullable Long version) {}

    /** A line of the table of what may be done to a notice. */
    public record NoticeTransition(
            NoticeState from,
            NoticeAction action,
            List<String> roles,
            NoticeGuard guard,
            NoticeState to,
            NoticeEffect effect) {}

    @GET
    @Operation(summary = "Notices, the latest first")
    public ListAnswer<NoticeView> list(@QueryParam("state") @Nullable NoticeState state, @BeanParam Paging paging) {
        return paging.answer(notices.list(state, paging.request()));
    }

    @POST
    @Operation(summary = "Enters a notice; a second person posts it")
    @APIResponseSchema(value = NoticeView.class, responseCode = "201")
    public Response enter(@Nullable NewNotice body, @Context UriInfo uri) {
        var given = Required.body(body);
        requireWhole(given);
        var lines = new ArrayList<EnterNotice.Line>();
        for (var line : Required.field(given.lines(), "/lines")) {
            var pointer = "/lines/" + lines.size();
            var one = Required.field(line, pointer);
            lines.add(new EnterNotice.Line(
                    Required.field(one.year(), pointer + "/year"),
                    Required.field(one.kbk(), pointer + "/kbk"),
                    Required.field(one.amount(), pointer + "/amount")));
        }
        var notice = notices.enter(new EnterNotice(
                Required.field(given.kind(), "/kind"),
                Required.field(given.effectiveOn(), "/effectiveOn"),
                PaperBody.required(given.document()),
                lines));
        return tagged(
                Response.created(uri.getAbsolutePathBuilder()
                        .path(notice.id().toString())
                        .build()),
                notice);
    }

    private static void requireWhole(NewNotice given) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("/kind", given.kind());
        fields.put("/effectiveOn", given.effectiveOn());
        fields.put("/document", given.document());
        if (given.document() != null) {
            fields.put("/document/title", given.document().title());
            fields.put("/document/date", given.document().date());
        }
        fields.put("/lines", given.lines());
        if (given.lines() != null) {
            for (int at = 0; at < given.lines().size(); at++) {
                var line = given.lines().get(at);
                var pointer = "/lines/" + at;
                fields.put(pointer, line);
                if (line != null) {
                    fields.put(pointer + "/year", line.year());
                    fields.put(pointer + "/kbk", line.kbk());
                    fields.put(pointer + "/amount", line.amount());
                }
            }
        }
        Required.fields(fields);
    }

    @GET
    @Path("transitions")
    @Operation(summary = "What may be done to a notice, in which state, by whom, on what condition")
    public ListAnswer<NoticeTransition> transitions(@BeanParam Paging paging) {
        var table = notices.transitions().stream()
                .map(step -> new NoticeTransition(
                        step.from(), step.action(), step.roles(), step.guard(), step.to(), step.effect()))
                .toList();
        return paging.stretch(table, line -> line.from() + " " + line.action());
    }

    @GET
    @Path("{notice}")
    @Operation(summary = "A notice with its lines and the entries posted for it")
    @APIResponseSchema(value = NoticeView.class, responseCode = "200")
    public Response view(@PathParam("notice") UUID notice) {
        return tagged(Response.ok(), notices.view(notice));
    }

    @POST
    @Path("{notice}/post")
    @Operation(summary = "Posts a notice that somebody else entered")
    @APIResponseSchema(value = NoticeView.class, responseCode = "200")
    public Response post(@PathParam("notice") UUID notice, @Nullable SeenNotice body) {
        return tagged(Response.ok(), notices.post(notice, body == null ? null : body.version()));
    }

    @POST
    @Path("{notice}/discard")
    @Operation(summary = "Puts away a notice that was entered wrongly")
    @APIResponseSchema(value = NoticeView.class, responseCode = "200")
    public Response discard(@PathParam("notice") UUID notice, @Nullable NoticeReason body) {
        var given = Required.body(body);
        return tagged(
                Response.ok(), notices.discard(notice, given.version(), Required.field(given.reason(), "/reason")));
    }

    @POST
    @Path("{notice}/reverse")
    @Operation(summary = "Takes back what was posted for a notice, by reversing entries")
    @APIResponseSchema(value = NoticeView.class, responseCode = "200")
    public Response reverse(@PathParam("notice") UUID notice, @Nullable NoticeReason body) {
        var given = Required.body(body);
        return tagged(
                Response.ok(), notices.reverse(notice, given.version(), Required.field(given.reason(), "/reason")));
    }

    private static Response tagged(Response.ResponseBuilder builder, NoticeView notice) {
        return builder.entity(notice).tag(Versions.tag(notice.version())).build();
    }
}
