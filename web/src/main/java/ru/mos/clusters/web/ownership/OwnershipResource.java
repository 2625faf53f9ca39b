package ru.mos.clusters.web.ownership;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.ownership.AffiliationProfile;
import ru.mos.clusters.ownership.EnterStake;
import ru.mos.clusters.ownership.HoldingView;
import ru.mos.clusters.ownership.Ownership;
import ru.mos.clusters.ownership.OwnershipExport;
import ru.mos.clusters.ownership.PersonMatch;
import ru.mos.clusters.ownership.PersonMatches;
import ru.mos.clusters.ownership.StakeView;
import ru.mos.clusters.ownership.Stakes;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Who owns and directs whom, and whether two are affiliated. */
@Path("v1/ownership")
@Produces(MediaType.APPLICATION_JSON)
public class OwnershipResource {

    @Inject
    private Ownership ownership;

    private static final String PDF = "application/pdf";

    @Inject
    private Stakes stakes;

    @Inject
    private PersonMatches matches;

    @Inject
    private OwnershipExport export;

    @Inject
    private Clusters clusters;

    @Inject
    private Time time;

    @Context
    private HttpHeaders headers;

    /** A statement to enter; {@code to} is the first day on which it no longer holds. */
    public record NewStake(
            @Nullable PartyBody owner,
            @Nullable PartyBody subject,
            @Nullable Fraction share,
            @Nullable Fraction votes,
            @Nullable EdgeKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable PaperBody document) {}

    @POST
    @Path("stakes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Enters who holds or directs whom, from a document; in force at once")
    @APIResponse(
            responseCode = "201",
            description = "Entered, with the ids of both",
            content = @Content(schema = @Schema(implementation = StakeView.class)))
    public Response enter(@Nullable NewStake body, @Context UriInfo uri) {
        var given = Required.body(body);
        var stake = stakes.enter(new EnterStake(
                PartyBody.name(given.owner(), "/owner"),
                PartyBody.name(given.subject(), "/subject"),
                Required.field(given.kind(), "/kind"),
                given.share(),
                given.votes(),
                Required.field(given.from(), "/from"),
                given.to(),
                PaperBody.required(given.document())));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(stake.id().toString()).build())
                .tag(Versions.digest(stake))
                .entity(stake)
                .build();
    }

    @GET
    @Path("stakes")
    @Operation(summary = "Statements entered by hand, the latest first")
    public ListAnswer<StakeView> list(@BeanParam Paging paging) {
        return paging.answer(stakes.list(paging.request()), stake -> stake);
    }

    @GET
    @Path("stakes/{id}")
    @Operation(summary = "One statement entered by hand")
    @APIResponse(
            responseCode = "200",
            description = "The statement",
            content = @Content(schema = @Schema(implementation = StakeView.class)))
    public Response one(@PathParam("id") UUID id) {
        var stake = stakes.one(id);
        return Response.ok(stake).tag(Versions.digest(stake)).build();
    }

    @DELETE
    @Path("stakes/{id}")
    @Operation(summary = "Ends a statement: from the day on it no longer holds; before its first day it never held")
    @APIResponse(responseCode = "204", description = "Ended")
    public void end(@PathParam("id") UUID id, @QueryParam("from") @Nullable LocalDate from) {
        if (from == null) {
            throw new Problem(PlatformProblem.PARAMETER_MALFORMED, "from", "");
        }
        stakes.end(id, from);
    }

    @GET
    @Path("holding")
    @Operation(summary = "What an owner holds of a subject, directly and through others; exact")
    public HoldingView holding(
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("knownOn") @Nullable Instant knownOn) {
        return ownership.holding(
                required(owner, "owner"), required(subject, "subject"), asOf == null ? time.today() : asOf, knownOn);
    }

    @GET
    @Path("affiliation")
    @Operation(
            summary = "Whether two parties are affiliated, with the proof, the certificate, or what is missing",
            description = "The default is law 948-1 with the group of persons of law 135-ФЗ.")
    public PairAnswer affiliation(
            @QueryParam("a") @Nullable String a,
            @QueryParam("b") @Nullable String b,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("knownOn") @Nullable Instant knownOn,
            @QueryParam("profile") @DefaultValue("AFF_948") AffiliationProfile profile) {
        return PairAnswer.of(
                ownership.affiliation(
                        required(a, "a"), required(b, "b"), asOf == null ? time.today() : asOf, knownOn, profile),
                Languages.of(headers));
    }

    @GET
    @Path("affiliation.pdf")
    @Produces(PDF)
    @Operation(summary = "The proof, the certificate, or what is missing, as PDF")
    public Response print(
            @QueryParam("a") @Nullable String a,
            @QueryParam("b") @Nullable String b,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("knownOn") @Nullable Instant knownOn,
            @QueryParam("profile") @DefaultValue("AFF_948") AffiliationProfile profile) {
        var pdf = ownership.print(
                required(a, "a"),
                required(b, "b"),
                asOf == null ? time.today() : asOf,
                knownOn,
                profile,
                Languages.of(headers));
        return Response.ok(pdf, PDF)
                .header("Content-Disposition", "inline; filename=\"affiliation.pdf\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    @GET
    @Path("bods")
    @Operation(
            summary = "Who owns and directs some parties and everyone above them, as statements of BODS 0.4",
            description = "Name parties, a cluster, or both. Names of persons are cut to surname and initials.")
    @APIResponse(responseCode = "200", description = "A list of statements, valid by the schema of BODS 0.4")
    public Response bods(
            @QueryParam("entity") @Nullable List<String> entities,
            @QueryParam("cluster") @Nullable String cluster,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("knownOn") @Nullable Instant knownOn) {
        var day = asOf == null ? time.today() : asOf;
        var asked = new ArrayList<>(entities == null ? List.<String>of() : entities);
        if (cluster != null) {
            clusters.card(clusters.resolve(cluster), day, knownOn)
                    .members()
                    .forEach(member -> asked.add("inn:" + member.inn().digits()));
        } else if (asked.isEmpty()) {
            throw new Problem(PlatformProblem.PARAMETER_MALFORMED, "entity", "");
        }
        return Response.ok(export.bods(asked, day, knownOn))
                .header("Content-Disposition", "attachment; filename=\"ownership-bods-" + day + ".json\"")
                .build();
    }

    @GET
    @Path("person-matches")
    @Operation(summary = "Persons of one name who may be one and on whom nobody has decided")
    public ListAnswer<PersonMatch> matches(@BeanParam Paging paging) {
        return paging.answer(matches.list(paging.request()), match -> match);
    }

    /** Whether two persons are one. */
    public record Decision(
            @Nullable String one,
            @Nullable String other,
            @Nullable Boolean same,
            @Nullable String reason) {}

    @POST
    @Path("person-matches")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Says whether two persons of one name are one; what was said before no longer holds")
    @APIResponse(responseCode = "204", description = "Recorded")
    public void decide(@Nullable Decision body) {
        var given = Required.body(body);
        matches.decide(
                Required.field(given.one(), "/one"),
                Required.field(given.other(), "/other"),
                Required.field(given.same(), "/same"),
                given.reason());
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new Problem(PlatformProblem.PARAMETER_MALFORMED, name, "");
        }
        return value;
    }
}
