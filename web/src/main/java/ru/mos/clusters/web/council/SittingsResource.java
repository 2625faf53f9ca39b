package ru.mos.clusters.web.council;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.council.Choice;
import ru.mos.clusters.call.council.MakeMotion;
import ru.mos.clusters.call.council.Motion;
import ru.mos.clusters.call.council.PlanSitting;
import ru.mos.clusters.call.council.Presence;
import ru.mos.clusters.call.council.SittingAction;
import ru.mos.clusters.call.council.SittingEffect;
import ru.mos.clusters.call.council.SittingFilter;
import ru.mos.clusters.call.council.SittingForm;
import ru.mos.clusters.call.council.SittingGuard;
import ru.mos.clusters.call.council.SittingLine;
import ru.mos.clusters.call.council.SittingState;
import ru.mos.clusters.call.council.SittingView;
import ru.mos.clusters.call.council.Sittings;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Sittings of the council and of the commission. */
@Path("v1/sittings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SittingsResource {

    @Inject
    private Sittings sittings;

    /** A sitting to be planned. */
    public record NewSitting(
            @Nullable String body,
            @Nullable UUID call,
            @Nullable SittingForm form,
            @Nullable LocalDate heldOn,
            @Nullable String place) {}

    /** When and where. */
    public record SittingPlace(
            @Nullable LocalDate heldOn, @Nullable String place) {}

    /** Applications for the agenda; none: all that wait to be heard. */
    public record AgendaItems(@Nullable List<UUID> applications) {}

    /** How a member takes part. */
    public record NewAttendance(
            @Nullable UUID seat, @Nullable Presence presence) {}

    /** Who may not vote on an application, and why. */
    public record NewRecusal(@Nullable UUID seat, @Nullable String reason) {}

    /** What is to be voted on. */
    public record NewMotion(
            @Nullable Motion motion,
            @Nullable BigDecimal amount,
            @Nullable Integer year,
            @Nullable String kbk,
            @Nullable String reason,
            @Nullable String act,
            @Nullable LocalDate actEdition,
            @Nullable String paragraph,
            @Nullable String departure) {}

    /** A vote. */
    public record NewVote(
            @Nullable UUID seat,
            @Nullable Choice choice,
            @Nullable String opinion) {}

    /** Why. */
    public record SittingReason(@Nullable String reason) {}

    /** A line of the table of what may be done to a sitting. */
    public record SittingTransition(
            SittingState from,
            SittingAction action,
            List<String> roles,
            SittingGuard guard,
            SittingState to,
            SittingEffect effect) {}

    @GET
    @Operation(
            summary = "Sittings, the latest first",
            description = "Experts see those of bodies in which they sit or sat.")
    public ListAnswer<SittingLine> list(
            @QueryParam("body") @Nullable String body,
            @QueryParam("call") @Nullable UUID call,
            @QueryParam("state") @Nullable SittingState state,
            @BeanParam Paging paging) {
        return paging.answer(sittings.list(new SittingFilter(body, call, state), paging.request()));
    }

    @POST
    @Operation(summary = "Plans a sitting of a body about applications to a call")
    @APIResponseSchema(value = SittingView.class, responseCode = "201")
    public Response plan(@Nullable NewSitting body, @Context UriInfo uri) {
        var asked = Required.body(body);
        var sitting = sittings.plan(new PlanSitting(
                Required.field(asked.body(), "/body"),
                Required.field(asked.call(), "/call"),
                Required.field(asked.form(), "/form"),
                Required.field(asked.heldOn(), "/heldOn"),
                Required.field(asked.place(), "/place")));
        return tagged(
                Response.created(uri.getAbsolutePathBuilder()
                        .path(sitting.id().toString())
                        .build()),
                sitting);
    }

    @GET
    @Path("transitions")
    @Operation(summary = "What may be done to a sitting, in which state, by whom, on what condition")
    public ListAnswer<SittingTransition> transitions(@BeanParam Paging paging) {
        var table = sittings.transitions().stream()
                .map(step -> new SittingTransition(
                        step.from(), step.action(), step.roles(), step.guard(), step.to(), step.effect()))
                .toList();
        return paging.stretch(table, line -> line.from() + " " + line.action());
    }

    @GET
    @Path("{sitting}")
    @Operation(summary = "A sitting: who is there, its agenda, recusals, motions and votes")
    @APIResponseSchema(value = SittingView.class, responseCode = "200")
    public Response view(@PathParam("sitting") UUID sitting) {
        return tagged(Response.ok(), sittings.view(sitting));
    }

    @PUT
    @Path("{sitting}")
    @Operation(summary = "Moves a planned sitting to another day or place")
    @APIResponseSchema(value = SittingView.class, responseCode = "200")
    public Response edit(
            @PathParam("sitting") UUID sitting,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable SittingPlace body) {
        long version = Versions.expected(ifMatch);
        var asked = Required.body(body);
        return tagged(
                Response.ok(),
                sittings.edit(
                        sitting,
                        version,
                        Required.field(asked.heldOn(), "/heldOn"),
                        Required.field(asked.place(), "/place")));
    }

    @POST
    @Path("{sitting}/items")
    @Operation(summary = "Puts applications on the agenda; none named: all that wait to be heard")
    @APIResponseSchema(value = SittingView.class, responseCode = "200")
    public Response addItems(@PathParam("sitting") UUID sitting, @Nullable AgendaItems body) {
        var asked = Required.body(body).applications();
        return tagged(Response.ok(), sittings.addItems(sitting, asked == null ? List.of() : asked));
    }

    @POST
    @Path("{sitting}/open")
    @Operation(summary = "Opens a sitting; whose organisation takes part in a project is recused then and there")
    @APIResponseSchema(value = SittingView.class, responseCode = "200")
    public Response open(@PathParam("sitting") UUID sitting) {
        return tagged(Response.ok(), sittings.open(sitting));
    }

    @POST
    @Path("{sitting}/attendance")
    @Operation(summary = "Notes how a member takes part")
    @APIResponseSchema(value = SittingView.class, responseCode = "200")
    public Response attend(@PathParam("sitting") UUID sitting, @Nullable NewAttendance body) {
        var asked = Required.body(body);
        return tagged(
                Response.ok(),
                sittings.attend(
                        sitting, Required.field(asked.seat(), "/seat"), Required.field(asked.presence(), "/presence")));
    }

    @POST
    @Path("{sitting}/items/{item}/recusals")
    @Operation(summary = "Records that a member may not vote on an application")
    @APIResponseSchema(value = SittingView.class, responseCode = "200")
    public Response recuse(
            @PathParam("sitting") UUID sitting, @PathParam("item") UUID item, @Nullable NewRecusal body) {
        var asked = Required.body(body);
        return tagged(
                Response.ok(),
                sittings.recuse(
                        sitting,
                        item,
                        Required.field(asked.seat(), "/seat"),
                        Required.field(asked.reason(), "/reason")));
    }

    @POST
    @Path("{sitting}/items/{item}/motions")
    @Operation(summary = "Makes a motion about an application")
    @APIResponseSchema(value = SittingView.class, responseCode = "200")
    public Response move(@PathParam("sitting") UUID sitting, @PathParam("item") UUID item, @Nullable NewMotion body) {
        var asked = Required.body(body);
        return tagged(
                Response.ok(),
                sittings.move(
                        sitting,
                        item,
                        new MakeMotion(
                                Required.field(asked.motion(), "/motion"),
                                asked.amount(),
                                asked.year(),
                                asked.kbk(),
                                asked.reason(),
                                asked.act(),
                                asked.actEdition(),
                                asked.paragraph(),
                                asked.departure())));
    }

    @POST
    @Path("{sitting}/motions/{motion}/votes")
    @Operation(summary = "Gives a vote: a member's own, or one noted for a member without a log-in")
    @APIResponseSchema(value = SittingView.class, responseCode = "200")
    public Response vote(@PathParam("sitting") UUID sitting, @PathParam("motion") UUID motion, @Nullable NewVote body) {
        var asked = Required.body(body);
        return tagged(
                Response.ok(),
                sittings.vote(
                        sitting,
                        motion,
                        Required.field(asked.seat(), "/seat"),
                        Required.field(asked.choice(), "/choice"),
                        asked.opinion()));
    }

    @POST
    @Path("{sitting}/close")
    @Operation(summary = "Ends the voting and counts")
    @APIResponseSchema(value = SittingView.class, responseCode = "200")
    public Response close(@PathParam("sitting") UUID sitting) {
        return tagged(Response.ok(), sittings.close(sitting));
    }

    @POST
    @Path("{sitting}/reopen")
    @Operation(summary = "Opens a closed sitting again, until its protocol bears a number")
    @APIResponseSchema(value = SittingView.class, responseCode = "200")
    public Response reopen(@PathParam("sitting") UUID sitting) {
        return tagged(Response.ok(), sittings.reopen(sitting));
    }

    @POST
    @Path("{sitting}/cancel")
    @Operation(summary = "Calls a sitting off")
    @APIResponseSchema(value = SittingView.class, responseCode = "200")
    public Response cancel(@PathParam("sitting") UUID sitting, @Nullable SittingReason body) {
        return tagged(
                Response.ok(),
                sittings.cancel(sitting, Required.field(Required.body(body).reason(), "/reason")));
    }

    private static Response tagged(Response.ResponseBuilder builder, SittingView sitting) {
        return builder.entity(sitting).tag(Versions.tag(sitting.version())).build();
    }
}
