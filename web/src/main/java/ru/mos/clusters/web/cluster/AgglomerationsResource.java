package ru.mos.clusters.web.cluster;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.agglomeration.AgglomerationView;
import ru.mos.clusters.cluster.agglomeration.Agglomerations;
import ru.mos.clusters.cluster.agglomeration.AssignCluster;
import ru.mos.clusters.cluster.agglomeration.AssignmentView;
import ru.mos.clusters.cluster.agglomeration.CreateAgglomeration;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Agglomerations of clusters, by id or by code such as AGG-1. */
@Path("v1/agglomerations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AgglomerationsResource {

    @Inject
    private Agglomerations agglomerations;

    @Inject
    private Clusters clusters;

    /** An agglomeration to be founded. */
    public record NewAgglomeration(
            @Nullable String name,
            @Nullable LocalDate from,
            @Nullable PaperBody decision) {}

    /** What an agglomeration shall be called. */
    public record NewAgglomerationName(@Nullable String name) {}

    /** A cluster, by id or code, to be put into it; {@code to} is the first day on which it is in it no more. */
    public record NewAssignment(
            @Nullable String cluster,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable PaperBody decision) {}

    /** From when a cluster is in it no more, by which decision. */
    public record Release(
            @Nullable LocalDate from, @Nullable PaperBody decision) {}

    /** From when it exists no more, by which decision. */
    public record Ending(@Nullable LocalDate to, @Nullable PaperBody decision) {}

    /** An agglomeration with its clusters on a date. */
    public record AgglomerationAnswer(
            @JsonUnwrapped AgglomerationView agglomeration,
            LocalDate asOf,
            List<AssignmentView> members,
            List<AssignmentView> history) {}

    @POST
    @Operation(summary = "Founds an agglomeration under the next number")
    @APIResponseSchema(value = AgglomerationView.class, responseCode = "201")
    public Response create(@Nullable NewAgglomeration body, @Context UriInfo uri) {
        var founded = Required.body(body);
        var view = agglomerations.create(new CreateAgglomeration(
                Required.field(founded.name(), "/name"),
                Required.field(founded.from(), "/from"),
                PaperBody.required(founded.decision(), "/decision")));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(view.id().toString()).build())
                .tag(Versions.tag(view.version()))
                .entity(view)
                .build();
    }

    @GET
    @Operation(summary = "Agglomerations by number, as they stand on a date")
    public ListAnswer<AgglomerationView> list(@QueryParam("asOf") @Nullable LocalDate asOf, @BeanParam Paging paging) {
        return paging.answer(agglomerations.list(asOf, paging.request()));
    }

    @GET
    @Path("{agglomeration}")
    @Operation(summary = "An agglomeration with its clusters on a date, as known at an instant")
    @APIResponseSchema(value = AgglomerationAnswer.class, responseCode = "200")
    public Response card(
            @PathParam("agglomeration") String id,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("knownOn") @Nullable Instant knownOn) {
        var card = agglomerations.card(agglomerations.resolve(id), asOf, knownOn);
        return Response.ok(new AgglomerationAnswer(card.agglomeration(), card.asOf(), card.members(), card.history()))
                .tag(Versions.tag(card.agglomeration().version()))
                .build();
    }

    @PATCH
    @Path("{agglomeration}")
    @Operation(summary = "Gives the agglomeration another name")
    @APIResponseSchema(value = AgglomerationView.class, responseCode = "200")
    public Response rename(
            @PathParam("agglomeration") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable NewAgglomerationName body) {
        long expected = Versions.expected(ifMatch);
        var name = Required.field(Required.body(body).name(), "/name");
        return answer(agglomerations.rename(agglomerations.resolve(id), name, expected));
    }

    @POST
    @Path("{agglomeration}/clusters")
    @Operation(summary = "Puts a cluster into the agglomeration for a period, by decision")
    @APIResponseSchema(value = AssignmentView.class, responseCode = "201")
    public Response assign(@PathParam("agglomeration") String id, @Nullable NewAssignment body, @Context UriInfo uri) {
        var assignment = Required.body(body);
        var named = Required.field(assignment.cluster(), "/cluster");
        var from = Required.field(assignment.from(), "/from");
        var decision = PaperBody.required(assignment.decision(), "/decision");
        var agglomeration = agglomerations.resolve(id);
        var cluster = clusters.resolve(named);
        long version =
                agglomerations.assign(new AssignCluster(agglomeration, cluster, from, assignment.to(), decision));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(cluster.toString()).build())
                .tag(Versions.tag(version))
                .entity(agglomerations.of(cluster, from, null).get(0))
                .build();
    }

    @POST
    @Path("{agglomeration}/clusters/{cluster}/release")
    @Operation(summary = "Takes a cluster out of the agglomeration from a date on, by decision")
    @APIResponseSchema(value = AgglomerationView.class, responseCode = "200")
    public Response release(
            @PathParam("agglomeration") String id, @PathParam("cluster") String named, @Nullable Release body) {
        var release = Required.body(body);
        var from = Required.field(release.from(), "/from");
        var decision = PaperBody.required(release.decision(), "/decision");
        var agglomeration = agglomerations.resolve(id);
        agglomerations.release(agglomeration, clusters.resolve(named), from, decision);
        return answer(agglomerations.card(agglomeration, from, null).agglomeration());
    }

    @POST
    @Path("{agglomeration}/close")
    @Operation(summary = "Ends the agglomeration on a date, by decision: no cluster is in it from then on")
    @APIResponseSchema(value = AgglomerationView.class, responseCode = "200")
    public Response close(@PathParam("agglomeration") String id, @Nullable Ending body) {
        var ending = Required.body(body);
        var to = Required.field(ending.to(), "/to");
        var decision = PaperBody.required(ending.decision(), "/decision");
        return answer(agglomerations.close(agglomerations.resolve(id), to, decision));
    }

    private static Response answer(AgglomerationView view) {
        return Response.ok(view).tag(Versions.tag(view.version())).build();
    }
}
