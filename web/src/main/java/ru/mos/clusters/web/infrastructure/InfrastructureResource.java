package ru.mos.clusters.web.infrastructure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.infrastructure.DescribeOrganisation;
import ru.mos.clusters.infrastructure.InfrastructureCard;
import ru.mos.clusters.infrastructure.InfrastructureFilter;
import ru.mos.clusters.infrastructure.InfrastructureOrganisations;
import ru.mos.clusters.infrastructure.InfrastructureView;
import ru.mos.clusters.infrastructure.RegisterOrganisation;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Organisations of the support infrastructure, by id or by code such as INF-1. */
@Path("v1/infrastructure")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InfrastructureResource {

    @Inject
    private InfrastructureOrganisations organisations;

    /** An organisation to be entered; {@code parent} is the id or code of whose district centre it is. */
    public record NewInfrastructure(
            @Nullable String inn,
            @Nullable String kind,
            @Nullable String name,
            @Nullable String address,
            @Nullable String area,
            @Nullable String parent,
            @Nullable LocalDate from) {}

    /** What an organisation shall be called and where it shall be, from a date on. */
    public record InfrastructureChange(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String address,
            @Nullable String area,
            @Nullable String parent,
            @Nullable LocalDate from) {}

    /** From when it belongs to the infrastructure no more, and why. */
    public record InfrastructureEnd(
            @Nullable LocalDate to, @Nullable String reason) {}

    /** A service that it offers to a sector (null: to any), so much of it in a full year. */
    public record NewOffer(
            @Nullable String service,
            @Nullable String sector,
            @Nullable BigDecimal capacity,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** Who works at it. */
    public record NewOfficer(
            @Nullable String login,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** An organisation with its district centres, officers and services on a date. */
    public record InfrastructureAnswer(
            @JsonUnwrapped InfrastructureView organisation,
            LocalDate asOf,
            List<InfrastructureView> centres,
            List<InfrastructureCard.OfficerView> officers,
            List<InfrastructureCard.OfferView> offers) {}

    @POST
    @Operation(summary = "Enters an organisation of the infrastructure under the next number")
    @APIResponseSchema(value = InfrastructureView.class, responseCode = "201")
    public Response register(@Nullable NewInfrastructure body, @Context UriInfo uri) {
        var entered = Required.body(body);
        var view = organisations.register(new RegisterOrganisation(
                Required.inn(entered.inn(), "/inn"),
                Required.field(entered.kind(), "/kind"),
                Required.field(entered.name(), "/name"),
                entered.address(),
                entered.area(),
                parent(entered.parent()),
                Required.field(entered.from(), "/from")));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(view.id().toString()).build())
                .tag(Versions.tag(view.version()))
                .entity(view)
                .build();
    }

    @GET
    @Operation(summary = "Organisations of the infrastructure by number, as they stand on a date")
    public ListAnswer<InfrastructureView> list(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("parent") @Nullable String parent,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @BeanParam Paging paging) {
        return paging.answer(
                organisations.list(new InfrastructureFilter(kind, parent(parent), asOf), paging.request()));
    }

    @GET
    @Path("{organisation}")
    @Operation(summary = "An organisation with its district centres, officers and services on a date")
    @APIResponseSchema(value = InfrastructureAnswer.class, responseCode = "200")
    public Response card(@PathParam("organisation") String id, @QueryParam("asOf") @Nullable LocalDate asOf) {
        var card = organisations.card(organisations.resolve(id), asOf);
        var answer = new InfrastructureAnswer(
                card.organisation(), card.asOf(), card.centres(), card.officers(), card.offers());
        return Response.ok(answer)
                .tag(Versions.tag(card.organisation().version()))
                .build();
    }

    @PATCH
    @Path("{organisation}")
    @Operation(summary = "Says anew what the organisation is called and where it is, from a date on")
    @APIResponseSchema(value = InfrastructureView.class, responseCode = "200")
    public Response describe(
            @PathParam("organisation") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable InfrastructureChange body) {
        long expected = Versions.expected(ifMatch);
        var change = Required.body(body);
        var kind = Required.field(change.kind(), "/kind");
        var name = Required.field(change.name(), "/name");
        var from = Required.field(change.from(), "/from");
        return answer(organisations.describe(new DescribeOrganisation(
                organisations.resolve(id),
                kind,
                name,
                change.address(),
                change.area(),
                parent(change.parent()),
                from,
                expected)));
    }

    @POST
    @Path("{organisation}/close")
    @Operation(summary = "Says that the organisation belongs to the infrastructure no more from a date on")
    @APIResponseSchema(value = InfrastructureView.class, responseCode = "200")
    public Response close(@PathParam("organisation") String id, @Nullable InfrastructureEnd body) {
        var end = Required.body(body);
        var to = Required.field(end.to(), "/to");
        var reason = Required.field(end.reason(), "/reason");
        return answer(organisations.close(organisations.resolve(id), to, reason));
    }

    @POST
    @Path("{organisation}/offers")
    @Operation(summary = "Says that the organisation offers a service, and how much of it in a full year")
    @APIResponseSchema(value = InfrastructureCard.OfferView.class, responseCode = "201")
    public Response offer(@PathParam("organisation") String id, @Nullable NewOffer body, @Context UriInfo uri) {
        var offer = Required.body(body);
        var service = Required.field(offer.service(), "/service");
        var capacity = Required.field(offer.capacity(), "/capacity");
        var from = Required.field(offer.from(), "/from");
        var made = organisations.offer(organisations.resolve(id), service, offer.sector(), capacity, from, offer.to());
        return Response.created(
                        uri.getAbsolutePathBuilder().path(made.id().toString()).build())
                .entity(made)
                .build();
    }

    @DELETE
    @Path("{organisation}/offers/{offer}")
    @Operation(summary = "Says that the organisation offers a service no more from a date on")
    @APIResponse(responseCode = "204", description = "Ended")
    public Response withdrawOffer(
            @PathParam("organisation") String id,
            @PathParam("offer") UUID offer,
            @QueryParam("from") @Nullable LocalDate from) {
        var day = Required.field(from, "/from");
        organisations.withdrawOffer(organisations.resolve(id), offer, day);
        return Response.noContent().build();
    }

    @POST
    @Path("{organisation}/officers")
    @Operation(summary = "Binds an employee with the role infrastructure to the place")
    @APIResponse(responseCode = "204", description = "Bound")
    public Response bind(@PathParam("organisation") String id, @Nullable NewOfficer body) {
        var officer = Required.body(body);
        var login = Required.field(officer.login(), "/login");
        var from = Required.field(officer.from(), "/from");
        organisations.bind(organisations.resolve(id), login, from, officer.to());
        return Response.noContent().build();
    }

    @DELETE
    @Path("{organisation}/officers/{login}")
    @Operation(summary = "Releases an employee from the place from a date on")
    @APIResponse(responseCode = "204", description = "Released")
    public Response release(
            @PathParam("organisation") String id,
            @PathParam("login") String login,
            @QueryParam("from") @Nullable LocalDate from) {
        var day = Required.field(from, "/from");
        organisations.release(organisations.resolve(id), login, day);
        return Response.noContent().build();
    }

    private @Nullable UUID parent(@Nullable String idOrCode) {
        return idOrCode == null ? null : organisations.resolve(idOrCode);
    }

    private static Response answer(InfrastructureView view) {
        return Response.ok(view).tag(Versions.tag(view.version())).build();
    }
}
