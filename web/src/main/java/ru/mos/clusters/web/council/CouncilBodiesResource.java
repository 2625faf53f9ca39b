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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.council.Bodies;
import ru.mos.clusters.call.council.BodyKind;
import ru.mos.clusters.call.council.BodyView;
import ru.mos.clusters.call.council.EnterOrder;
import ru.mos.clusters.call.council.EnterOrder.Appointment;
import ru.mos.clusters.call.council.MajorityBase;
import ru.mos.clusters.call.council.NewBody;
import ru.mos.clusters.call.council.OrderView;
import ru.mos.clusters.call.council.Post;
import ru.mos.clusters.call.council.RecusedInQuorum;
import ru.mos.clusters.call.council.Regulations;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** The council and the commission: who sits in them when, and how they vote. */
@Path("v1/council-bodies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CouncilBodiesResource {

    @Inject
    private Bodies bodies;

    /** A body to be entered. */
    public record NewCouncilBody(
            @Nullable String code,
            @Nullable BodyKind kind,
            @Nullable String nameRu,
            @Nullable String genitive,
            @Nullable String nameEn) {}

    /** How it votes from a day on. */
    public record NewRegulations(
            @Nullable LocalDate from,
            @Nullable Fraction quorum,
            @Nullable Boolean moreThan,
            @Nullable RecusedInQuorum recused,
            @Nullable MajorityBase majority,
            @Nullable Boolean castingVote,
            @Nullable Boolean inAbsentia,
            @Nullable Integer appealDays,
            @Nullable PaperBody document) {}

    /** An order about who sits in it. */
    public record NewOrder(
            @Nullable LocalDate from,
            @Nullable PaperBody document,
            @Nullable List<NewSeat> appointments,
            @Nullable List<UUID> releases) {}

    /** Who is appointed; without a login the staff note the votes. */
    public record NewSeat(
            @Nullable String login,
            @Nullable String name,
            @Nullable String organisation,
            @Nullable String inn,
            @Nullable Post post,
            @Nullable Boolean votes) {
        Appointment appointment() {
            return new Appointment(
                    login,
                    Required.field(name, "/appointments/name"),
                    organisation,
                    inn == null ? null : Required.inn(inn, "/appointments/inn"),
                    Required.field(post, "/appointments/post"),
                    votes == null || votes);
        }
    }

    @GET
    @Operation(summary = "Councils and commissions, as they are today")
    public ListAnswer<BodyView> list(@BeanParam Paging paging) {
        return paging.stretch(bodies.all(), BodyView::code);
    }

    @POST
    @Operation(summary = "Enters a council or a commission")
    @APIResponseSchema(value = BodyView.class, responseCode = "201")
    public Response enter(@Nullable NewCouncilBody body, @Context UriInfo uri) {
        var asked = Required.body(body);
        var entered = bodies.enter(new NewBody(
                Required.field(asked.code(), "/code"),
                Required.field(asked.kind(), "/kind"),
                Required.field(asked.nameRu(), "/nameRu"),
                Required.field(asked.genitive(), "/genitive"),
                Required.field(asked.nameEn(), "/nameEn")));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(entered.code()).build())
                .entity(entered)
                .tag(Versions.digest(entered))
                .build();
    }

    @GET
    @Path("{body}")
    @Operation(summary = "A body on a day: who is in office, and the regulations that hold")
    @APIResponseSchema(value = BodyView.class, responseCode = "200")
    public Response view(@PathParam("body") String body, @QueryParam("asOf") @Nullable LocalDate asOf) {
        var view = bodies.view(body, asOf);
        return Response.ok(view).tag(Versions.digest(view)).build();
    }

    @GET
    @Path("{body}/orders")
    @Operation(summary = "Orders about who sits in a body, the latest first")
    public ListAnswer<OrderView> orders(@PathParam("body") String body, @BeanParam Paging paging) {
        return paging.stretch(bodies.orders(body), order -> order.id().toString());
    }

    @POST
    @Path("{body}/orders")
    @Operation(summary = "Enters an order that appoints members and releases others, from a day on")
    @APIResponseSchema(value = BodyView.class, responseCode = "201")
    public Response order(@PathParam("body") String body, @Nullable NewOrder order) {
        var asked = Required.body(order);
        var appointments = asked.appointments() == null ? List.<NewSeat>of() : asked.appointments();
        var view = bodies.order(
                body,
                new EnterOrder(
                        Required.field(asked.from(), "/from"),
                        PaperBody.required(asked.document()),
                        appointments.stream().map(NewSeat::appointment).toList(),
                        asked.releases() == null ? List.of() : asked.releases()));
        return Response.status(Response.Status.CREATED).entity(view).build();
    }

    @GET
    @Path("{body}/regulations")
    @Operation(summary = "How a body votes, the latest first")
    public ListAnswer<Regulations> regulations(@PathParam("body") String body, @BeanParam Paging paging) {
        return paging.stretch(bodies.regulations(body), rules -> rules.from().toString());
    }

    @POST
    @Path("{body}/regulations")
    @Operation(summary = "Says how a body votes from a day on; of the same day again, it replaces what was said")
    @APIResponseSchema(value = Regulations.class, responseCode = "201")
    public Response regulate(@PathParam("body") String body, @Nullable NewRegulations rules) {
        var asked = Required.body(rules);
        var said = bodies.regulate(
                body,
                new Regulations(
                        Required.field(asked.from(), "/from"),
                        Required.field(asked.quorum(), "/quorum"),
                        Required.field(asked.moreThan(), "/moreThan"),
                        Required.field(asked.recused(), "/recused"),
                        Required.field(asked.majority(), "/majority"),
                        Required.field(asked.castingVote(), "/castingVote"),
                        Required.field(asked.inAbsentia(), "/inAbsentia"),
                        Required.field(asked.appealDays(), "/appealDays"),
                        PaperBody.required(asked.document())));
        return Response.status(Response.Status.CREATED).entity(said).build();
    }
}
