package ru.mos.clusters.web.registry;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.registry.EnterFact;
import ru.mos.clusters.registry.FactKind;
import ru.mos.clusters.registry.ManualFactView;
import ru.mos.clusters.registry.ManualFacts;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Facts entered by hand: one person enters, another confirms. */
@Path("v1/entities/{inn}/facts")
@Produces(MediaType.APPLICATION_JSON)
public class FactsResource {

    @Inject
    private ManualFacts facts;

    /** A document by its details, with its stored file where there is one. */
    public record Paper(
            @Nullable String title,
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable UUID file) {}

    /** A fact to enter; {@code to} is the first day on which it no longer holds. */
    public record NewFact(
            @Nullable FactKind fact,
            @Nullable String value,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Paper document,
            @Nullable String name) {}

    /** Why a fact is refused. */
    public record Refusal(@Nullable String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Enters a fact from a document; it holds once a second person has confirmed it")
    @APIResponse(
            responseCode = "201",
            description = "Entered, waiting for a second person",
            content = @Content(schema = @Schema(implementation = ManualFactView.class)))
    public Response enter(@PathParam("inn") Inn inn, @Nullable NewFact body, @Context UriInfo uri) {
        var given = Required.body(body);
        var paper = Required.field(given.document(), "/document");
        var fact = facts.enter(new EnterFact(
                inn,
                Required.field(given.fact(), "/fact"),
                Required.field(given.value(), "/value"),
                Required.field(given.from(), "/from"),
                given.to(),
                new EnterFact.Paper(
                        Required.field(paper.title(), "/document/title"),
                        Required.field(paper.number(), "/document/number"),
                        Required.field(paper.date(), "/document/date")),
                paper.file(),
                given.name()));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(fact.id().toString()).build())
                .tag(Versions.digest(fact))
                .entity(fact)
                .build();
    }

    @GET
    @Operation(summary = "Facts entered by hand about one subject, the latest first")
    public ListAnswer<ManualFactView> of(@PathParam("inn") Inn inn, @BeanParam Paging paging) {
        return paging.stretch(facts.of(inn), fact -> fact.id().toString());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One fact entered by hand")
    @APIResponse(
            responseCode = "200",
            description = "The fact",
            content = @Content(schema = @Schema(implementation = ManualFactView.class)))
    public Response one(@PathParam("inn") Inn inn, @PathParam("id") UUID id) {
        var fact = facts.fact(inn, id);
        return Response.ok(fact).tag(Versions.digest(fact)).build();
    }

    @POST
    @Path("{id}/confirm")
    @Operation(summary = "Puts a fact in force; never by the person who entered it")
    public ManualFactView confirm(@PathParam("inn") Inn inn, @PathParam("id") UUID id) {
        return facts.confirm(inn, id);
    }

    @POST
    @Path("{id}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Refuses a fact, or takes back one's own")
    public ManualFactView refuse(@PathParam("inn") Inn inn, @PathParam("id") UUID id, @Nullable Refusal body) {
        return facts.refuse(inn, id, Required.field(Required.body(body).reason(), "/reason"));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Ends a fact: from the day on it no longer holds")
    @APIResponse(responseCode = "204", description = "Ended")
    public void end(@PathParam("inn") Inn inn, @PathParam("id") UUID id, @QueryParam("from") @Nullable LocalDate from) {
        if (from == null) {
            throw new Problem(PlatformProblem.PARAMETER_MALFORMED, "from", "");
        }
        facts.end(inn, id, from);
    }
}
