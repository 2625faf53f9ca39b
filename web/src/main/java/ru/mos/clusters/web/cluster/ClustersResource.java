package ru.mos.clusters.web.cluster;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ChangeView;
import ru.mos.clusters.cluster.CloseCluster;
import ru.mos.clusters.cluster.ClusterCard;
import ru.mos.clusters.cluster.ClusterFilter;
import ru.mos.clusters.cluster.ClusterOrder;
import ru.mos.clusters.cluster.ClusterStatus;
import ru.mos.clusters.cluster.ClusterView;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.CreateCluster;
import ru.mos.clusters.cluster.DocumentView;
import ru.mos.clusters.cluster.HandOver;
import ru.mos.clusters.cluster.MemberView;
import ru.mos.clusters.cluster.RenameCluster;
import ru.mos.clusters.cluster.ReplaceOrganisation;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.registry.LegalForm;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Clusters as wholes. {@code {id}} is an id or a code such as {@code IT-1}. */
@Path("v1/clusters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ClustersResource {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private Clusters clusters;

    /** The organisation of a cluster as a request names it. */
    public record OrganisationForm(
            @Nullable String inn,
            @Nullable String name,
            @Nullable LegalForm legalForm) {
        UnitingEntity entity() {
            return new UnitingEntity(Required.inn(inn, "/organisation/inn"), name, legalForm);
        }
    }

    /** A cluster to be opened. */
    public record NewCluster(
            @Nullable String sector,
            @Nullable String name,
            @Nullable OrganisationForm organisation,
            @Nullable LocalDate from,
            @Nullable String curator) {
        CreateCluster command() {
            return new CreateCluster(
                    Required.field(sector, "/sector"),
                    Required.field(name, "/name"),
                    Required.field(organisation, "/organisation").entity(),
                    Required.field(from, "/from"),
                    curator);
        }
    }

    /** What a cluster shall be called. */
    public record NewName(@Nullable String name) {}

    /** Who shall unite a cluster, from when. */
    public record NewOrganisation(
            @Nullable OrganisationForm organisation,
            @Nullable LocalDate from) {}

    /** Who shall look after a cluster, from when. */
    public record NewCurator(
            @Nullable String curator, @Nullable LocalDate from) {}

    /** From when a cluster exists no more, and why. */
    public record Closing(@Nullable LocalDate to, @Nullable String reason) {}

    /** A cluster with its participants and papers on a date. */
    public record Card(
            @JsonUnwrapped ClusterView cluster,
            LocalDate asOf,
            @Nullable Instant knownOn,
            List<MemberView> members,
            List<DocumentView> documents) {
        static Card of(ClusterCard card) {
            return new Card(card.cluster(), card.asOf(), card.knownOn(), card.members(), card.documents());
        }
    }

    @POST
    @Operation(summary = "Opens a cluster under the next number of its sector")
    @APIResponseSchema(value = ClusterView.class, responseCode = "201")
    public Response create(@Nullable NewCluster body, @Context UriInfo uri) {
        var view = clusters.create(Required.body(body).command());
        return Response.created(
                        uri.getAbsolutePathBuilder().path(view.id().toString()).build())
                .tag(Versions.tag(view.version()))
                .entity(view)
                .build();
    }

    @GET
    @Operation(summary = "Clusters by sector, text, state and curator, as they stand on a date")
    public ListAnswer<ClusterView> list(
            @QueryParam("sector") @Nullable String sector,
            @QueryParam("query") @Nullable String query,
            @QueryParam("status") @Nullable ClusterStatus status,
            @QueryParam("curator") @Nullable String curator,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("order") @DefaultValue("CODE") ClusterOrder order,
            @BeanParam Paging paging) {
        var filter = new ClusterFilter(sector, query, status, curator, asOf);
        return paging.answer(clusters.list(filter, order, paging.request()));
    }

    @GET
    @Path("export")
    @Produces(XLSX)
    @Operation(summary = "The same list whole, as an XLSX workbook")
    public Response export(
            @QueryParam("sector") @Nullable String sector,
            @QueryParam("query") @Nullable String query,
            @QueryParam("status") @Nullable ClusterStatus status,
            @QueryParam("curator") @Nullable String curator,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("order") @DefaultValue("CODE") ClusterOrder order,
            @Context HttpHeaders headers) {
        var filter = new ClusterFilter(sector, query, status, curator, asOf);
        StreamingOutput workbook = to -> clusters.export(filter, order, Languages.of(headers), to);
        return Response.ok(workbook, XLSX)
                .header("Content-Disposition", "attachment; filename=\"clusters.xlsx\"")
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A cluster with its members and documents on a date, as known at an instant")
    @APIResponseSchema(value = Card.class, responseCode = "200")
    public Response card(
            @PathParam("id") String id,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("knownOn") @Nullable Instant knownOn) {
        var card = clusters.card(clusters.resolve(id), asOf, knownOn);
        return Response.ok(Card.of(card))
                .tag(Versions.tag(card.cluster().version()))
                .build();
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Gives the cluster another name")
    @APIResponseSchema(value = ClusterView.class, responseCode = "200")
    public Response rename(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable NewName body) {
        long expected = Versions.expected(ifMatch);
        var name = Required.field(Required.body(body).name(), "/name");
        return answer(clusters.rename(new RenameCluster(clusters.resolve(id), name, expected)));
    }

    @PUT
    @Path("{id}/organisation")
    @Operation(summary = "Says who unites the cluster from a date on")
    @APIResponseSchema(value = ClusterView.class, responseCode = "200")
    public Response unite(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable NewOrganisation body) {
        long expected = Versions.expected(ifMatch);
        var change = Required.body(body);
        var organisation = Required.field(change.organisation(), "/organisation");
        var from = Required.field(change.from(), "/from");
        return answer(
                clusters.unite(new ReplaceOrganisation(clusters.resolve(id), organisation.entity(), from, expected)));
    }

    @PUT
    @Path("{id}/curator")
    @Operation(summary = "Hands the cluster over to another curator from a date on")
    @APIResponseSchema(value = ClusterView.class, responseCode = "200")
    public Response handOver(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable NewCurator body) {
        long expected = Versions.expected(ifMatch);
        var change = Required.body(body);
        var curator = Required.field(change.curator(), "/curator");
        var from = Required.field(change.from(), "/from");
        return answer(clusters.handOver(new HandOver(clusters.resolve(id), curator, from, expected)));
    }

    @POST
    @Path("{id}/close")
    @Operation(summary = "Closes the cluster on a date, and with it all memberships")
    @APIResponseSchema(value = ClusterView.class, responseCode = "200")
    public Response close(@PathParam("id") String id, @Nullable Closing body) {
        var closing = Required.body(body);
        var to = Required.field(closing.to(), "/to");
        var reason = Required.field(closing.reason(), "/reason");
        return answer(clusters.close(new CloseCluster(clusters.resolve(id), to, reason)));
    }

    @GET
    @Path("{id}/history")
    @Operation(summary = "What was changed about the cluster, the latest first")
    public ListAnswer<ChangeView> history(@PathParam("id") String id, @BeanParam Paging paging) {
        return paging.answer(clusters.history(clusters.resolve(id), paging.request()));
    }

    private static Response answer(ClusterView view) {
        return Response.ok(view).tag(Versions.tag(view.version())).build();
    }
}
