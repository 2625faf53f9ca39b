package ru.mos.clusters.web.expertise;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.assessment.AssessmentSheet;
import ru.mos.clusters.call.assessment.Assessments;
import ru.mos.clusters.call.assessment.AssignmentAction;
import ru.mos.clusters.call.assessment.AssignmentEffect;
import ru.mos.clusters.call.assessment.AssignmentFilter;
import ru.mos.clusters.call.assessment.AssignmentGuard;
import ru.mos.clusters.call.assessment.AssignmentState;
import ru.mos.clusters.call.assessment.AssignmentView;
import ru.mos.clusters.call.assessment.Assignments;
import ru.mos.clusters.call.assessment.GiveScores;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Who is asked to assess what, their answers and their scores. */
@Path("v1/assignments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AssignmentsResource {

    @Inject
    private Assignments assignments;

    @Inject
    private Assessments assessments;

    /** Who is asked to assess an {@code application}, or whatever will be sent to a {@code call}: one of the two. */
    public record NewAssignment(
            @Nullable UUID application,
            @Nullable UUID call,
            @Nullable String expert) {}

    /** Why. */
    public record AssignmentReason(@Nullable String reason) {
        String given() {
            return Required.field(reason, "/reason");
        }
    }

    /** All scores, each with its reason; {@code because} says why they are said anew. */
    public record Scores(
            @Nullable List<GiveScores.Given> scores,
            @Nullable String because) {}

    /** A line of the table of what may be done to an assignment. */
    public record AssignmentTransition(
            AssignmentState from,
            AssignmentAction action,
            List<String> roles,
            AssignmentGuard guard,
            AssignmentState to,
            AssignmentEffect effect) {}

    @GET
    @Operation(summary = "Assignments and invitations, the latest first; experts see their own")
    public ListAnswer<AssignmentView> list(
            @QueryParam("call") @Nullable UUID call,
            @QueryParam("application") @Nullable UUID application,
            @QueryParam("expert") @Nullable String expert,
            @QueryParam("state") @Nullable AssignmentState state,
            @BeanParam Paging paging) {
        return paging.answer(
                assignments.list(new AssignmentFilter(call, application, expert, state), paging.request()));
    }

    @POST
    @Operation(summary = "Asks an expert, after looking for what speaks against it")
    @APIResponseSchema(value = AssignmentView.class, responseCode = "201")
    public Response ask(@Nullable NewAssignment body, @Context UriInfo uri) {
        var given = Required.body(body);
        var expert = Required.field(given.expert(), "/expert");
        if (given.application() != null && given.call() != null) {
            throw new Problem(PlatformProblem.FIELD_MALFORMED, "/call").at("/call");
        }
        var assignment = given.call() == null
                ? assignments.assign(Required.field(given.application(), "/application"), expert)
                : assignments.invite(given.call(), expert);
        return tagged(
                Response.created(uri.getAbsolutePathBuilder()
                        .path(assignment.id().toString())
                        .build()),
                assignment);
    }

    @GET
    @Path("transitions")
    @Operation(summary = "What may be done to an assignment, in which state, by whom, on what condition")
    public ListAnswer<AssignmentTransition> transitions(@BeanParam Paging paging) {
        var table = assignments.transitions().stream()
                .map(step -> new AssignmentTransition(
                        step.from(), step.action(), step.roles(), step.guard(), step.to(), step.effect()))
                .toList();
        return paging.stretch(table, line -> line.from() + " " + line.action());
    }

    @GET
    @Path("{assignment}")
    @Operation(summary = "One assignment")
    @APIResponseSchema(value = AssignmentView.class, responseCode = "200")
    public Response assignment(@PathParam("assignment") UUID assignment) {
        return tagged(Response.ok(), assignments.assignment(assignment));
    }

    @GET
    @Path("{assignment}/sheet")
    @Operation(
            summary = "What the expert works on: the application, the criteria, own scores",
            description = "The scores of others only after one's own; before accepting only who takes part.")
    public AssessmentSheet sheet(@PathParam("assignment") UUID assignment) {
        return assessments.sheet(assignment);
    }

    @PUT
    @Path("{assignment}/scores")
    @Operation(summary = "Gives all scores; with a reason says them anew, while the application is still assessed")
    @APIResponseSchema(value = AssignmentView.class, responseCode = "200")
    public Response score(
            @PathParam("assignment") UUID assignment,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Scores body) {
        var given = Required.body(body);
        var command = new GiveScores(
                assignment, Versions.expected(ifMatch), Required.field(given.scores(), "/scores"), given.because());
        return tagged(
                Response.ok(), given.because() == null ? assessments.give(command) : assessments.correct(command));
    }

    @POST
    @Path("{assignment}/accept")
    @Operation(summary = "The expert will assess")
    @APIResponseSchema(value = AssignmentView.class, responseCode = "200")
    public Response accept(@PathParam("assignment") UUID assignment) {
        return tagged(Response.ok(), assignments.accept(assignment));
    }

    @POST
    @Path("{assignment}/decline")
    @Operation(summary = "The expert will not, or cannot go on")
    @APIResponseSchema(value = AssignmentView.class, responseCode = "200")
    public Response decline(@PathParam("assignment") UUID assignment, @Nullable AssignmentReason body) {
        return tagged(
                Response.ok(),
                assignments.decline(assignment, Required.body(body).given()));
    }

    @POST
    @Path("{assignment}/declare")
    @Operation(summary = "The expert tells of a conflict of interest, which ends the assignment")
    @APIResponseSchema(value = AssignmentView.class, responseCode = "200")
    public Response declare(@PathParam("assignment") UUID assignment, @Nullable AssignmentReason body) {
        return tagged(
                Response.ok(),
                assignments.declare(assignment, Required.body(body).given()));
    }

    @POST
    @Path("{assignment}/stop")
    @Operation(summary = "Stops the assignment of an expert against whom something was found")
    @APIResponseSchema(value = AssignmentView.class, responseCode = "200")
    public Response stop(@PathParam("assignment") UUID assignment) {
        return tagged(Response.ok(), assignments.stop(assignment));
    }

    @POST
    @Path("{assignment}/replace")
    @Operation(summary = "An expert drops out midway: what was scored stays on record and does not count")
    @APIResponseSchema(value = AssignmentView.class, responseCode = "200")
    public Response replace(@PathParam("assignment") UUID assignment, @Nullable AssignmentReason body) {
        return tagged(
                Response.ok(),
                assignments.replace(assignment, Required.body(body).given()));
    }

    @POST
    @Path("{assignment}/withdraw")
    @Operation(summary = "Takes an invitation back before it is answered")
    @APIResponseSchema(value = AssignmentView.class, responseCode = "200")
    public Response withdraw(@PathParam("assignment") UUID assignment, @Nullable AssignmentReason body) {
        return tagged(
                Response.ok(),
                assignments.withdraw(assignment, Required.body(body).given()));
    }

    private static Response tagged(Response.ResponseBuilder builder, AssignmentView assignment) {
        return builder.entity(assignment)
                .tag(Versions.tag(assignment.version()))
                .build();
    }
}
