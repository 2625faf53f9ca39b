package ru.mos.clusters.web.expertise;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.assessment.AssessmentProblem;
import ru.mos.clusters.call.assessment.AssessmentView;
import ru.mos.clusters.call.assessment.Assessments;
import ru.mos.clusters.call.assessment.ConflictView;
import ru.mos.clusters.call.assessment.Conflicts;
import ru.mos.clusters.call.assessment.DiscussionView;
import ru.mos.clusters.call.assessment.GiveOpinion;
import ru.mos.clusters.call.assessment.OpinionView;
import ru.mos.clusters.call.assessment.Opinions;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;

/** What experts and council say of an application, and what speaks against experts. */
@Path("v1/applications/{application}/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ApplicationAssessmentsResource {

    @Inject
    private Assessments assessments;

    @Inject
    private Conflicts conflicts;

    @Inject
    private Opinions opinions;

    /** Of whom it is to be looked. */
    public record ConflictQuestion(@Nullable String expert) {}

    /** What the experts came to. */
    public record DiscussionResult(@Nullable String result) {}

    /** Whether it is there, and why. */
    public record OpinionPart(
            @Nullable Boolean met, @Nullable String reason) {
        GiveOpinion.Said said(String pointer) {
            return new GiveOpinion.Said(
                    Required.field(met, pointer + "/met"), Required.field(reason, pointer + "/reason"));
        }
    }

    /** The council's opinion. */
    public record NewOpinion(
            @Nullable OpinionPart synergy,
            @Nullable OpinionPart novelty,
            @Nullable OpinionPart budget,
            @Nullable PaperBody document) {}

    @GET
    @Operation(
            summary = "What the experts gave, as far as the caller may see it",
            description = "Whoever still has to score the application sees only their own.")
    public ListAnswer<AssessmentView> list(@PathParam("application") UUID application, @BeanParam Paging paging) {
        return paging.stretch(assessments.of(application), one -> one.assignment() + " " + one.number());
    }

    @GET
    @Path("discussion")
    @Operation(summary = "The latest discussion of experts who differ much")
    public DiscussionView discussion(@PathParam("application") UUID application) {
        return assessments.discussion(application).orElseThrow(() -> new Problem(AssessmentProblem.DISCUSSION_UNKNOWN));
    }

    @POST
    @Path("discussion/close")
    @Operation(summary = "Ends the discussion with what the experts came to; the application is assessed")
    public DiscussionView close(@PathParam("application") UUID application, @Nullable DiscussionResult body) {
        return assessments.close(application, Required.field(Required.body(body).result(), "/result"));
    }

    @GET
    @Path("conflicts")
    @Operation(summary = "What is known of the impartiality of experts, with its proof")
    public ListAnswer<ConflictView> conflicts(@PathParam("application") UUID application, @BeanParam Paging paging) {
        return paging.answer(conflicts.list(application, paging.request()));
    }

    @POST
    @Path("conflicts")
    @Operation(summary = "Looks for what speaks against an expert, keeps it, and stops an assignment against it")
    public ConflictView check(@PathParam("application") UUID application, @Nullable ConflictQuestion body) {
        return conflicts.check(application, Required.field(Required.body(body).expert(), "/expert"));
    }

    @GET
    @Path("opinion")
    @Operation(summary = "The council's reasoned opinion on synergy, novelty and budget")
    public OpinionView opinion(@PathParam("application") UUID application) {
        return opinions.opinion(application).orElseThrow(() -> new Problem(AssessmentProblem.OPINION_UNKNOWN));
    }

    @POST
    @Path("opinion")
    @Operation(
            summary = "Records the council's opinion; an earlier one is superseded",
            description =
                    "What it says of synergy and novelty answers those parts of the third condition for each cluster.")
    public OpinionView give(@PathParam("application") UUID application, @Nullable NewOpinion body) {
        var given = Required.body(body);
        return opinions.give(new GiveOpinion(
                application,
                Required.field(given.synergy(), "/synergy").said("/synergy"),
                Required.field(given.novelty(), "/novelty").said("/novelty"),
                Required.field(given.budget(), "/budget").said("/budget"),
                PaperBody.required(given.document())));
    }
}
