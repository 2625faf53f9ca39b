package ru.mos.clusters.web.call;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallAction;
import ru.mos.clusters.call.CallAnnouncement;
import ru.mos.clusters.call.CallEdition;
import ru.mos.clusters.call.CallEffect;
import ru.mos.clusters.call.CallFilter;
import ru.mos.clusters.call.CallGuard;
import ru.mos.clusters.call.CallPhase;
import ru.mos.clusters.call.CallState;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.call.CallView;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.TermsChange;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Calls for applications. */
@Path("v1/calls")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CallsResource {

    @Inject
    private Calls calls;

    @Context
    private HttpHeaders headers;

    /** A call to begin; without {@code terms} only its titles are known. */
    public record NewCall(
            @Nullable String programme,
            @Nullable String measure,
            @Nullable CallTerms terms) {}

    /** Under which measure of the programme a call is repeated; absent: the same. */
    public record CopyOf(@Nullable String measure) {}

    /** Why. */
    public record CallReason(@Nullable String reason) {
        String given() {
            return Required.field(reason, "/reason");
        }
    }

    /** What the gate has found: where, what, and what to do. */
    public record CallFault(String pointer, String code, String message) {}

    /** A line of the table of what may be done to a call. */
    public record Transition(
            CallState from, CallAction action, List<String> roles, CallGuard guard, CallState to, CallEffect effect) {}

    @GET
    @Operation(
            summary = "Calls, the latest first",
            description = "Who does not write calls sees those that were published.")
    public ListAnswer<CallView> list(
            @QueryParam("programme") @Nullable String programme,
            @QueryParam("state") @Nullable CallState state,
            @QueryParam("phase") @Nullable CallPhase phase,
            @BeanParam Paging paging) {
        return paging.answer(calls.list(new CallFilter(programme, state, phase), paging.request()));
    }

    @POST
    @Operation(summary = "Begins a call under a measure of a programme")
    @APIResponseSchema(value = CallView.class, responseCode = "201")
    public Response create(@Nullable NewCall body, @Context UriInfo uri) {
        var asked = Required.body(body);
        var call = calls.create(
                Required.field(asked.programme(), "/programme"),
                Required.field(asked.measure(), "/measure"),
                asked.terms() == null ? CallTerms.titled(null, null) : asked.terms());
        return tagged(
                Response.created(
                        uri.getAbsolutePathBuilder().path(call.id().toString()).build()),
                call);
    }

    @GET
    @Path("transitions")
    @Operation(summary = "What may be done to a call, in which state, by whom, on what condition")
    public ListAnswer<Transition> transitions(@BeanParam Paging paging) {
        var table = calls.transitions().stream()
                .map(step -> new Transition(
                        step.from(), step.action(), step.roles(), step.guard(), step.to(), step.effect()))
                .toList();
        return paging.stretch(table, line -> line.from() + " " + line.action());
    }

    @GET
    @Path("{call}")
    @Operation(summary = "A call: what holds, and for those who write it what is being written")
    @APIResponseSchema(value = CallView.class, responseCode = "200")
    public Response view(@PathParam("call") UUID call) {
        return tagged(Response.ok(), calls.view(call));
    }

    @PUT
    @Path("{call}")
    @Operation(
            summary = "Replaces what is being written",
            description = "A draft, or the amendment of a published call. What was checked is being written again.")
    @APIResponseSchema(value = CallView.class, responseCode = "200")
    public Response edit(
            @PathParam("call") UUID call, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable CallTerms body) {
        return tagged(Response.ok(), calls.edit(call, Versions.expected(ifMatch), Required.body(body)));
    }

    @POST
    @Path("{call}/copy")
    @Operation(summary = "Begins a call that says what another says, but for its dates")
    @APIResponseSchema(value = CallView.class, responseCode = "201")
    public Response copy(@PathParam("call") UUID call, @Nullable CopyOf body, @Context UriInfo uri) {
        var copy = calls.copy(call, Required.body(body).measure());
        return tagged(
                Response.created(
                        uri.getBaseUriBuilder().path("v1/calls/" + copy.id()).build()),
                copy);
    }

    @GET
    @Path("{call}/announcement")
    @Operation(summary = "A call as applicants see it; for those who write it also before it is published")
    public CallAnnouncement announcement(@PathParam("call") UUID call) {
        return calls.announcement(call);
    }

    @GET
    @Path("{call}/editions")
    @Operation(summary = "Published editions of a call, each with what it made otherwise")
    public ListAnswer<CallEdition> editions(@PathParam("call") UUID call, @BeanParam Paging paging) {
        return paging.stretch(calls.editions(call), edition -> Integer.toString(edition.number()));
    }

    @GET
    @Path("{call}/difference")
    @Operation(summary = "What the amendment that is being written would make otherwise")
    public ListAnswer<TermsChange> difference(@PathParam("call") UUID call, @BeanParam Paging paging) {
        return paging.stretch(calls.difference(call), TermsChange::pointer);
    }

    @GET
    @Path("{call}/faults")
    @Operation(summary = "What keeps what is being written from being published, all at once")
    public ListAnswer<CallFault> faults(@PathParam("call") UUID call, @BeanParam Paging paging) {
        var locale = Languages.of(headers);
        var faults = calls.faults(call).stream()
                .map(fault -> new CallFault(
                        String.valueOf(fault.field()), fault.code().slug(), ProblemTexts.text(fault, locale)))
                .toList();
        return paging.stretch(faults, fault -> Integer.toString(faults.indexOf(fault)));
    }

    @POST
    @Path("{call}/check")
    @Operation(
            summary =
                    "Passes what was written on to a second person, if nothing is at fault; else refuses with the list")
    @APIResponseSchema(value = CallView.class, responseCode = "200")
    public Response check(@PathParam("call") UUID call) {
        return tagged(Response.ok(), calls.check(call));
    }

    @POST
    @Path("{call}/publish")
    @Operation(summary = "Makes what was written hold, a call or an amendment; whoever wrote it last may not")
    @APIResponseSchema(value = CallView.class, responseCode = "200")
    public Response publish(@PathParam("call") UUID call) {
        return tagged(Response.ok(), calls.publish(call));
    }

    @POST
    @Path("{call}/discard")
    @Operation(summary = "Gives up what is being written; a published call goes on as it holds")
    @APIResponseSchema(value = CallView.class, responseCode = "200")
    public Response discard(@PathParam("call") UUID call, @Nullable CallReason body) {
        return tagged(Response.ok(), calls.discard(call, Required.body(body).given()));
    }

    @POST
    @Path("{call}/amend")
    @Operation(summary = "Begins an amendment of a published call")
    @APIResponseSchema(value = CallView.class, responseCode = "200")
    public Response amend(@PathParam("call") UUID call, @Nullable CallReason body) {
        return tagged(Response.ok(), calls.amend(call, Required.body(body).given()));
    }

    @POST
    @Path("{call}/cancel")
    @Operation(summary = "Calls a published call off")
    @APIResponseSchema(value = CallView.class, responseCode = "200")
    public Response cancel(@PathParam("call") UUID call, @Nullable CallReason body) {
        return tagged(Response.ok(), calls.cancel(call, Required.body(body).given()));
    }

    @POST
    @Path("{call}/complete")
    @Operation(summary = "Completes a call whose last day of decisions is over")
    @APIResponseSchema(value = CallView.class, responseCode = "200")
    public Response complete(@PathParam("call") UUID call) {
        return tagged(Response.ok(), calls.complete(call));
    }

    private static Response tagged(Response.ResponseBuilder builder, CallView call) {
        return builder.entity(call).tag(Versions.tag(call.version())).build();
    }
}
