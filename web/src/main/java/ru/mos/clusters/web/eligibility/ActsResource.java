package ru.mos.clusters.web.eligibility;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.ActCard;
import ru.mos.clusters.eligibility.ActView;
import ru.mos.clusters.eligibility.ActView.ActStanding;
import ru.mos.clusters.eligibility.Acts;
import ru.mos.clusters.eligibility.AddAct;
import ru.mos.clusters.eligibility.AddEdition;
import ru.mos.clusters.eligibility.RepealAct;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Acts with their editions: what was law when. */
@Path("v1/acts")
@Produces(MediaType.APPLICATION_JSON)
public class ActsResource {

    @Inject
    private Acts acts;

    /** An act to enter; {@code from} is its first day in force, absent: the day of the act. */
    public record NewAct(
            @Nullable String code,
            ActView.@Nullable ActKind kind,
            @Nullable String number,
            @Nullable LocalDate adoptedOn,
            @Nullable String title,
            @Nullable String subject,
            @Nullable String source,
            @Nullable String note,
            @Nullable Boolean draft,
            @Nullable LocalDate from) {
        AddAct command() {
            return new AddAct(
                    Required.field(code, "/code"),
                    Required.field(kind, "/kind"),
                    number,
                    Required.field(adoptedOn, "/adoptedOn"),
                    Required.field(title, "/title"),
                    Required.field(subject, "/subject"),
                    Required.field(source, "/source"),
                    note == null ? "" : note,
                    Boolean.TRUE.equals(draft),
                    from);
        }
    }

    /** An edition to enter, named by the date of the amending act. */
    public record NewEdition(
            @Nullable LocalDate edition,
            @Nullable String byAct,
            @Nullable LocalDate from,
            @Nullable String note) {}

    /** A repeal; {@code from} is the first day on which the act is law no more. */
    public record Repeal(
            @Nullable LocalDate from,
            @Nullable String byAct,
            @Nullable String note) {}

    @GET
    @Operation(summary = "Acts by date, as they stand on a day")
    public ListAnswer<ActView> list(
            @QueryParam("query") @Nullable String query,
            @QueryParam("standing") @Nullable ActStanding standing,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @BeanParam Paging paging) {
        return paging.answer(acts.list(query, standing, asOf, paging.request()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Enters an act as it was adopted")
    @APIResponseSchema(value = ActCard.class, responseCode = "201")
    public Response add(@Nullable NewAct body, @Context UriInfo uri) {
        var card = acts.add(Required.body(body).command());
        return created(card, uri, card.act().code());
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One act with its editions, what it amended, and the rules that cite it")
    public ActCard card(@PathParam("code") String code, @QueryParam("asOf") @Nullable LocalDate asOf) {
        return acts.card(code, asOf);
    }

    @GET
    @Path("{code}/editions")
    @Operation(summary = "Editions of an act in the order of their beginnings")
    public ListAnswer<ActCard.Edition> editions(@PathParam("code") String code, @BeanParam Paging paging) {
        return paging.stretch(
                acts.card(code, null).editions(),
                edition -> edition.edition() + "/" + edition.status() + "/" + edition.from());
    }

    @POST
    @Path("{code}/editions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Enters an edition: the act as it reads from a day on, after an amendment")
    @APIResponseSchema(value = ActCard.class, responseCode = "201")
    public Response addEdition(@PathParam("code") String code, @Nullable NewEdition body, @Context UriInfo uri) {
        var given = Required.body(body);
        var edition = Required.field(given.edition(), "/edition");
        var card = acts.addEdition(new AddEdition(
                code,
                edition,
                given.byAct(),
                Required.field(given.from(), "/from"),
                given.note() == null ? "" : given.note()));
        return Response.created(uri.getAbsolutePath())
                .tag(Versions.digest(card))
                .entity(card)
                .build();
    }

    @POST
    @Path("{code}/repeal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Enters that an act is law no more from a day on; what it amended stays amended")
    public ActCard repeal(@PathParam("code") String code, @Nullable Repeal body) {
        var given = Required.body(body);
        return acts.repeal(new RepealAct(
                code, Required.field(given.from(), "/from"), given.byAct(), given.note() == null ? "" : given.note()));
    }

    private static Response created(ActCard card, UriInfo uri, String path) {
        return Response.created(uri.getAbsolutePathBuilder().path(path).build())
                .tag(Versions.digest(card))
                .entity(card)
                .build();
    }
}
