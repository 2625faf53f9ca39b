package ru.mos.clusters.web.rules;

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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.OutcomeChange;
import ru.mos.clusters.eligibility.draft.RuleCommentView;
import ru.mos.clusters.eligibility.draft.RuleContent;
import ru.mos.clusters.eligibility.draft.RuleDraftView;
import ru.mos.clusters.eligibility.draft.RuleDrafts;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Versions of the rules that are being made. */
@Path("v1/rule-drafts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RuleDraftsResource {

    @Inject
    private RuleDrafts drafts;

    @Context
    private HttpHeaders headers;

    /** From which version a draft is made. */
    public record NewDraft(
            @Nullable String ruleSet, @Nullable Integer version) {}

    /** For how many days comments are taken, counting today. */
    public record Term(@Nullable Integer days) {}

    /** What is said of a draft; {@code place} is a JSON pointer into it, or null for the whole. */
    public record NewComment(
            @Nullable String place, @Nullable String body) {}

    /** What the department answers. */
    public record Answer(@Nullable String answer) {}

    /** Why a draft is given up. */
    public record Giving(@Nullable String reason) {}

    /** What the gate has found: where, what, and what to do. */
    public record Fault(String pointer, String code, String message) {}

    @POST
    @Operation(summary = "Makes a draft of the rules from a version")
    @APIResponseSchema(value = RuleDraftView.class, responseCode = "201")
    public Response create(@Nullable NewDraft body, @Context UriInfo uri) {
        var asked = Required.body(body);
        var draft =
                drafts.create(Required.field(asked.ruleSet(), "/ruleSet"), Required.field(asked.version(), "/version"));
        return tagged(
                Response.created(
                        uri.getAbsolutePathBuilder().path(draft.id().toString()).build()),
                draft);
    }

    @GET
    @Operation(summary = "Drafts of the rules, the latest first, published and discarded ones too")
    public ListAnswer<RuleDraftView> list(@BeanParam Paging paging) {
        return paging.answer(drafts.list(paging.request()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A draft of the rules, whole")
    @APIResponseSchema(value = RuleDraftView.class, responseCode = "200")
    public Response view(@PathParam("id") UUID id) {
        return tagged(Response.ok(), drafts.view(id));
    }

    @PUT
    @Path("{id}")
    @Operation(
            summary = "Replaces what the draft says",
            description = "One that was open for comments or checked is a draft again.")
    @APIResponseSchema(value = RuleDraftView.class, responseCode = "200")
    public Response edit(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable RuleContent body) {
        return tagged(Response.ok(), drafts.edit(id, Versions.expected(ifMatch), Required.body(body)));
    }

    @POST
    @Path("{id}/examples")
    @Operation(summary = "Adds an example on each boundary and just beyond it where none stands yet")
    @APIResponseSchema(value = RuleDraftView.class, responseCode = "200")
    public Response addExamples(@PathParam("id") UUID id) {
        return tagged(Response.ok(), drafts.addExamples(id, null));
    }

    @POST
    @Path("{id}/open")
    @Operation(summary = "Opens the draft for comments for so many days; a pilot version may go without")
    @APIResponseSchema(value = RuleDraftView.class, responseCode = "200")
    public Response open(@PathParam("id") UUID id, @Nullable Term body) {
        return tagged(
                Response.ok(),
                drafts.open(id, Required.field(Required.body(body).days(), "/days")));
    }

    @GET
    @Path("{id}/comments")
    @Operation(summary = "What was said of the draft, with the answers")
    public ListAnswer<RuleCommentView> comments(@PathParam("id") UUID id, @BeanParam Paging paging) {
        return paging.stretch(drafts.comments(id), comment -> comment.id().toString());
    }

    @POST
    @Path("{id}/comments")
    @Operation(summary = "Comments on a draft that is open for comments")
    @APIResponseSchema(value = RuleCommentView.class, responseCode = "201")
    public Response comment(@PathParam("id") UUID id, @Nullable NewComment body, @Context UriInfo uri) {
        var said = Required.body(body);
        var comment = drafts.comment(id, said.place(), Required.field(said.body(), "/body"));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(comment.id().toString())
                        .build())
                .entity(comment)
                .build();
    }

    @POST
    @Path("{id}/comments/{comment}/answer")
    @Operation(summary = "Answers a comment, once")
    public RuleCommentView answer(@PathParam("id") UUID id, @PathParam("comment") UUID comment, @Nullable Answer body) {
        return drafts.answer(id, comment, Required.field(Required.body(body).answer(), "/answer"));
    }

    @GET
    @Path("{id}/faults")
    @Operation(summary = "What keeps the draft from being published, all at once")
    public ListAnswer<Fault> faults(@PathParam("id") UUID id, @BeanParam Paging paging) {
        var locale = Languages.of(headers);
        var faults = drafts.faults(id).stream()
                .map(fault ->
                        new Fault(String.valueOf(fault.field()), fault.code().slug(), ProblemTexts.text(fault, locale)))
                .toList();
        return paging.stretch(faults, fault -> Integer.toString(faults.indexOf(fault)));
    }

    @POST
    @Path("{id}/check")
    @Operation(summary = "Passes the draft on to a second person, if nothing is at fault; else refuses with the list")
    @APIResponseSchema(value = RuleDraftView.class, responseCode = "200")
    public Response check(@PathParam("id") UUID id) {
        return tagged(Response.ok(), drafts.check(id));
    }

    @GET
    @Path("{id}/preview")
    @Operation(
            summary = "Clusters of which a condition would come to something else if the draft were law",
            description = "Judged on the day, by default the draft's first day or today, whichever is later.")
    public ListAnswer<OutcomeChange> preview(
            @PathParam("id") UUID id, @QueryParam("day") @Nullable LocalDate day, @BeanParam Paging paging) {
        return paging.stretch(
                drafts.preview(id, day), change -> change.cluster().toString());
    }

    @POST
    @Path("{id}/publish")
    @Operation(summary = "Makes the draft a version that judges; whoever edited it last may not")
    @APIResponseSchema(value = RuleDraftView.class, responseCode = "200")
    public Response publish(@PathParam("id") UUID id) {
        return tagged(Response.ok(), drafts.publish(id));
    }

    @POST
    @Path("{id}/discard")
    @Operation(summary = "Gives the draft up")
    @APIResponseSchema(value = RuleDraftView.class, responseCode = "200")
    public Response discard(@PathParam("id") UUID id, @Nullable Giving body) {
        return tagged(
                Response.ok(),
                drafts.discard(id, Required.field(Required.body(body).reason(), "/reason")));
    }

    private static Response tagged(Response.ResponseBuilder builder, RuleDraftView draft) {
        return builder.entity(draft).tag(Versions.tag(draft.version())).build();
    }
}
