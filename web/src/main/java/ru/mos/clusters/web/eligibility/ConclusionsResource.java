package ru.mos.clusters.web.eligibility;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.eligibility.ConclusionView;
import ru.mos.clusters.eligibility.Conclusions;
import ru.mos.clusters.eligibility.RecordConclusion;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;

/** What people have concluded about a cluster. */
@Path("v1/clusters/{id}/conclusions")
@Produces(MediaType.APPLICATION_JSON)
public class ConclusionsResource {

    @Inject
    private Clusters clusters;

    @Inject
    private Conclusions conclusions;

    /** What a person can answer. */
    public enum Answer {
        MET,
        NOT_MET
    }

    /** A conclusion to be recorded; {@code validTo} is its last day. */
    public record NewConclusion(
            @Nullable RuleCode rule,
            @Nullable String part,
            @Nullable Answer outcome,
            @Nullable String statement,
            @Nullable PaperBody document,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        RecordConclusion command(UUID cluster) {
            return new RecordConclusion(
                    cluster,
                    required(rule, "/rule"),
                    required(part, "/part"),
                    required(outcome, "/outcome") == Answer.MET,
                    required(statement, "/statement"),
                    PaperBody.required(document),
                    required(validFrom, "/validFrom"),
                    validTo);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Records a person's answer to a part of a condition that only a person can answer")
    @APIResponseSchema(value = ConclusionView.class, responseCode = "201")
    public Response conclude(@PathParam("id") String id, @Nullable NewConclusion body, @Context UriInfo uri) {
        var command = required(body, "/").command(clusters.resolve(id));
        var view = conclusions.conclude(command);
        return answer(
                Response.created(
                        uri.getAbsolutePathBuilder().path(view.id().toString()).build()),
                view);
    }

    @GET
    @Operation(summary = "Conclusions about the cluster, withdrawn ones too, the latest first")
    public ListAnswer<ConclusionView> list(@PathParam("id") String id, @BeanParam Paging paging) {
        return paging.answer(conclusions.list(clusters.resolve(id), paging.request()));
    }

    @GET
    @Path("{conclusion}")
    @Operation(summary = "One conclusion")
    @APIResponseSchema(value = ConclusionView.class, responseCode = "200")
    public Response view(@PathParam("id") String id, @PathParam("conclusion") UUID conclusion) {
        return answer(Response.ok(), conclusions.view(clusters.resolve(id), conclusion));
    }

    @DELETE
    @Path("{conclusion}")
    @Operation(summary = "Withdraws the conclusion: it holds no more from today on")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    public Response withdraw(@PathParam("id") String id, @PathParam("conclusion") UUID conclusion) {
        conclusions.withdraw(clusters.resolve(id), conclusion, null);
        return Response.noContent().build();
    }

    private static Response answer(Response.ResponseBuilder builder, ConclusionView view) {
        return builder.entity(view)
                .tag(new EntityTag(view.id() + (view.withdrawnAt() == null ? "" : "-withdrawn")))
                .build();
    }

    private static <T> T required(@Nullable T value, String pointer) {
        if (value == null) {
            throw new Problem(PlatformProblem.FIELD_REQUIRED, pointer).at(pointer);
        }
        return value;
    }
}
