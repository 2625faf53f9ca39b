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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.eligibility.RequestWaiver;
import ru.mos.clusters.eligibility.WaiverView;
import ru.mos.clusters.eligibility.Waivers;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Waivers of conditions for a cluster: one person asks, the chief, another person, gives or refuses. */
@Path("v1/clusters/{id}/waivers")
@Produces(MediaType.APPLICATION_JSON)
public class WaiversResource {

    @Inject
    private Clusters clusters;

    @Inject
    private Waivers waivers;

    /**
     * A waiver to ask for; {@code parts} empty or absent: the whole condition; {@code edition} null where the act has none;
     * {@code validTo} is its last day.
     */
    public record NewWaiver(
            @Nullable RuleCode rule,
            @Nullable List<@Nullable String> parts,
            @Nullable String statement,
            @Nullable String act,
            @Nullable LocalDate edition,
            @Nullable String paragraph,
            @Nullable PaperBody document,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        RequestWaiver command(UUID cluster) {
            return new RequestWaiver(
                    cluster,
                    Required.field(rule, "/rule"),
                    parts == null
                            ? List.of()
                            : parts.stream().map(String::valueOf).toList(),
                    Required.field(statement, "/statement"),
                    Required.field(act, "/act"),
                    edition,
                    Required.field(paragraph, "/paragraph"),
                    PaperBody.required(document),
                    Required.field(validFrom, "/validFrom"),
                    Required.field(validTo, "/validTo"));
        }
    }

    /** Why a waiver is refused. */
    public record WaiverRefusal(@Nullable String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Asks for a waiver of a condition; it holds once the chief has given it")
    @APIResponseSchema(value = WaiverView.class, responseCode = "201")
    public Response request(@PathParam("id") String id, @Nullable NewWaiver body, @Context UriInfo uri) {
        var view = waivers.request(Required.body(body).command(clusters.resolve(id)));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(view.id().toString()).build())
                .tag(Versions.digest(view))
                .entity(view)
                .build();
    }

    @GET
    @Operation(summary = "Waivers for the cluster, also those refused and withdrawn, the latest first")
    public ListAnswer<WaiverView> list(@PathParam("id") String id, @BeanParam Paging paging) {
        return paging.answer(waivers.list(clusters.resolve(id), paging.request()));
    }

    @GET
    @Path("{waiver}")
    @Operation(summary = "One waiver")
    public WaiverView view(@PathParam("id") String id, @PathParam("waiver") UUID waiver) {
        return waivers.view(clusters.resolve(id), waiver);
    }

    @POST
    @Path("{waiver}/give")
    @Operation(summary = "Gives the waiver; never by the person who asked for it")
    public WaiverView give(@PathParam("id") String id, @PathParam("waiver") UUID waiver) {
        return waivers.give(clusters.resolve(id), waiver);
    }

    @POST
    @Path("{waiver}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Refuses the waiver; never by the person who asked for it")
    public WaiverView refuse(
            @PathParam("id") String id, @PathParam("waiver") UUID waiver, @Nullable WaiverRefusal body) {
        var reason = Required.field(Required.body(body).reason(), "/reason");
        return waivers.refuse(clusters.resolve(id), waiver, reason);
    }

    @DELETE
    @Path("{waiver}")
    @Operation(summary = "Withdraws the waiver: it holds no more from today on; one that waits is taken back")
    public WaiverView withdraw(
            @PathParam("id") String id,
            @PathParam("waiver") UUID waiver,
            @QueryParam("reason") @Nullable String reason) {
        if (reason == null) {
            throw new Problem(PlatformProblem.PARAMETER_MALFORMED, "reason", "");
        }
        return waivers.withdraw(clusters.resolve(id), waiver, reason);
    }
}
