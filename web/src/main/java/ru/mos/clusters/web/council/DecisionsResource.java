package ru.mos.clusters.web.council;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.decision.CallResult;
import ru.mos.clusters.call.decision.DecisionView;
import ru.mos.clusters.call.decision.Decisions;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Decisions of the commission. */
@Path("v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DecisionsResource {

    private static final String PDF = "application/pdf";

    @Inject
    private Decisions decisions;

    /** Which adopted motion is carried out. */
    public record NewDecision(@Nullable UUID motion) {}

    /** Which protocol is carried out. */
    public record OfProtocol(@Nullable UUID protocol) {}

    /** What was decided. */
    public record CarriedOut(List<DecisionView> decisions) {}

    @GET
    @Operation(summary = "Decisions, the latest first", description = "Applicants see those on their own applications.")
    public ListAnswer<DecisionView> list(@QueryParam("call") @Nullable UUID call, @BeanParam Paging paging) {
        return paging.answer(decisions.list(call, paging.request()));
    }

    @POST
    @Operation(summary = "Carries out what the commission adopted about one application, in a signed protocol")
    @APIResponseSchema(value = DecisionView.class, responseCode = "201")
    public Response carryOut(@Nullable NewDecision body, @Context UriInfo uri) {
        var decision = decisions.carryOut(Required.field(Required.body(body).motion(), "/motion"));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(decision.id().toString())
                        .build())
                .entity(decision)
                .tag(Versions.digest(decision))
                .build();
    }

    @POST
    @Path("of-protocol")
    @Operation(summary = "Carries out all that is left to do of a signed protocol, all or nothing")
    public CarriedOut carryOutAll(@Nullable OfProtocol body) {
        return new CarriedOut(
                decisions.carryOutAll(Required.field(Required.body(body).protocol(), "/protocol")));
    }

    @GET
    @Path("results")
    @Operation(summary = "What is published of the decisions of a call, for everybody who is logged in")
    public ListAnswer<CallResult> results(@QueryParam("call") @Nullable UUID call, @BeanParam Paging paging) {
        return paging.stretch(
                decisions.results(Required.field(call, "/call")),
                result -> result.application().toString());
    }

    @GET
    @Path("{decision}")
    @Operation(summary = "A decision")
    @APIResponseSchema(value = DecisionView.class, responseCode = "200")
    public Response view(@PathParam("decision") UUID decision) {
        var view = decisions.view(decision);
        return Response.ok(view).tag(Versions.digest(view)).build();
    }

    @GET
    @Path("{decision}/letter")
    @Produces(PDF)
    @Operation(summary = "The letter that tells the applicant, as PDF")
    public Response letter(@PathParam("decision") UUID decision) {
        return Response.ok(decisions.letter(decision), PDF)
                .header("Content-Disposition", "inline; filename=\"decision-" + decision + ".pdf\"")
                .build();
    }
}
