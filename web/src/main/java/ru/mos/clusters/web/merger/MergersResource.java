package ru.mos.clusters.web.merger;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.cluster.merger.MergerState;
import ru.mos.clusters.cluster.merger.MergerView;
import ru.mos.clusters.cluster.merger.Mergers;
import ru.mos.clusters.cluster.merger.ProposeMerger;
import ru.mos.clusters.eligibility.MergedClusters;
import ru.mos.clusters.eligibility.MergedView;
import ru.mos.clusters.registry.LegalForm;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Mergers of clusters: one person proposes, another confirms. */
@Path("v1/mergers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MergersResource {

    @Inject
    private Mergers mergers;

    @Inject
    private MergedClusters merged;

    @Context
    private HttpHeaders headers;

    /** Who is to unite a new cluster. */
    public record NewOrganisation(
            @Nullable String inn,
            @Nullable String name,
            @Nullable LegalForm legalForm) {}

    /**
     * Clusters, by id or code, that end on the day: they join {@code successor}, or become a new one with {@code name} and
     * {@code organisation}.
     */
    public record NewMerger(
            @Nullable List<String> clusters,
            @Nullable String successor,
            @Nullable String name,
            @Nullable NewOrganisation organisation,
            @Nullable String curator,
            @Nullable LocalDate day,
            @Nullable PaperBody document) {}

    /** Why a merger is refused or taken back. */
    public record MergerRefusal(@Nullable String reason) {}

    @POST
    @Operation(summary = "Proposes that clusters of one sector become one; takes effect when a second person confirms")
    @APIResponseSchema(value = MergerView.class, responseCode = "201")
    public Response propose(@Nullable NewMerger body, @Context UriInfo uri) {
        var given = Required.body(body);
        var organisation = given.organisation();
        var merger = mergers.propose(new ProposeMerger(
                Required.field(given.clusters(), "/clusters").stream()
                        .map(mergers::cluster)
                        .collect(Collectors.toSet()),
                given.successor() == null ? null : mergers.cluster(given.successor()),
                given.name(),
                organisation == null
                        ? null
                        : new UnitingEntity(
                                Required.inn(organisation.inn(), "/organisation/inn"),
                                organisation.name(),
                                organisation.legalForm()),
                given.curator(),
                Required.field(given.day(), "/day"),
                PaperBody.required(given.document())));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(merger.id().toString())
                        .build())
                .tag(Versions.tag(merger.version()))
                .entity(merger)
                .build();
    }

    @GET
    @Operation(summary = "Mergers, the latest day first")
    public ListAnswer<MergerView> list(@QueryParam("state") @Nullable MergerState state, @BeanParam Paging paging) {
        return paging.answer(mergers.list(state, paging.request()));
    }

    @GET
    @Path("{merger}")
    @Operation(summary = "One merger")
    @APIResponseSchema(value = MergerView.class, responseCode = "200")
    public Response one(@PathParam("merger") UUID merger) {
        return answer(mergers.merger(merger));
    }

    @GET
    @Path("{merger}/effect")
    @Operation(
            summary = "What the clusters come to each by itself, and what they would come to as one",
            description = "On the day of the merger unless another date is given. Nothing is kept.")
    public MergedView effect(@PathParam("merger") UUID merger, @QueryParam("asOf") @Nullable LocalDate asOf) {
        var proposed = mergers.weighed(merger);
        return merged.suppose(
                Effects.ending(proposed),
                Effects.successor(proposed),
                Effects.opened(proposed),
                asOf == null ? Effects.day(proposed) : asOf,
                Languages.of(headers));
    }

    @POST
    @Path("{merger}/confirm")
    @Operation(summary = "Lets a merger take effect; never by the person who proposed it")
    @APIResponseSchema(value = MergerView.class, responseCode = "200")
    public Response confirm(@PathParam("merger") UUID merger) {
        return answer(mergers.confirm(merger));
    }

    @POST
    @Path("{merger}/refuse")
    @Operation(summary = "Refuses a merger, or takes back one's own proposal")
    @APIResponseSchema(value = MergerView.class, responseCode = "200")
    public Response refuse(@PathParam("merger") UUID merger, @Nullable MergerRefusal body) {
        return answer(mergers.refuse(merger, Required.field(Required.body(body).reason(), "/reason")));
    }

    private static Response answer(MergerView merger) {
        return Response.ok(merger).tag(Versions.tag(merger.version())).build();
    }
}
