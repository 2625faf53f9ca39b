package ru.mos.clusters.web.cluster;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.AdmitMember;
import ru.mos.clusters.cluster.ChangeMember;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.MemberView;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.cluster.Participation;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Who takes part in a cluster. Its entity tag is the cluster's: whoever changes a member changes the cluster. */
@Path("v1/clusters/{id}/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MembersResource {

    @Inject
    private Clusters clusters;

    @Inject
    private Memberships memberships;

    /** An enterprise to be admitted; {@code to} is the first day it takes part no more. */
    public record NewMember(
            @Nullable String inn,
            @Nullable String name,
            @Nullable Set<ParticipantRole> roles,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Boolean memberOfOrganisation) {
        Participation participation() {
            return participationOf(Required.inn(inn, "/inn"), name, roles, memberOfOrganisation);
        }
    }

    /** What a participant shall be from a date on. */
    public record MemberChange(
            @Nullable String name,
            @Nullable Set<ParticipantRole> roles,
            @Nullable Boolean memberOfOrganisation,
            @Nullable LocalDate from) {}

    @POST
    @Operation(summary = "Admits an enterprise to the cluster")
    @APIResponseSchema(value = MemberView.class, responseCode = "201")
    public Response admit(@PathParam("id") String id, @Nullable NewMember body, @Context UriInfo uri) {
        var member = Required.body(body);
        var participation = member.participation();
        var from = Required.field(member.from(), "/from");
        var cluster = clusters.resolve(id);
        long version = memberships.admit(new AdmitMember(cluster, participation, from, member.to()));
        var inn = participation.inn();
        return Response.created(uri.getAbsolutePathBuilder().path(inn.digits()).build())
                .tag(Versions.tag(version))
                .entity(memberships.member(cluster, inn, from))
                .build();
    }

    @GET
    @Operation(summary = "Participants on a date, as known at an instant")
    public ListAnswer<MemberView> list(
            @PathParam("id") String id,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("knownOn") @Nullable Instant knownOn,
            @BeanParam Paging paging) {
        return paging.answer(memberships.on(clusters.resolve(id), asOf, knownOn, paging.request()));
    }

    @GET
    @Path("timeline")
    @Operation(summary = "All periods of all participants ever, by INN and time")
    public ListAnswer<MemberView> timeline(@PathParam("id") String id, @BeanParam Paging paging) {
        return paging.answer(memberships.timeline(clusters.resolve(id), paging.request()));
    }

    @GET
    @Path("{inn}")
    @Operation(summary = "One participant on a date")
    @APIResponseSchema(value = MemberView.class, responseCode = "200")
    public Response member(
            @PathParam("id") String id, @PathParam("inn") Inn inn, @QueryParam("asOf") @Nullable LocalDate asOf) {
        var cluster = clusters.resolve(id);
        var member = memberships.member(cluster, inn, asOf);
        var version = clusters.card(cluster, asOf, null).cluster().version();
        return Response.ok(member).tag(Versions.tag(version)).build();
    }

    @PATCH
    @Path("{inn}")
    @Operation(summary = "Says anew what a participant is and does, from a date on")
    @APIResponseSchema(value = MemberView.class, responseCode = "200")
    public Response change(
            @PathParam("id") String id,
            @PathParam("inn") Inn inn,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable MemberChange body) {
        long expected = Versions.expected(ifMatch);
        var change = Required.body(body);
        var from = Required.field(change.from(), "/from");
        var participation = participationOf(inn, change.name(), change.roles(), change.memberOfOrganisation());
        var cluster = clusters.resolve(id);
        long version = memberships.change(new ChangeMember(cluster, participation, from, expected));
        return Response.ok(memberships.member(cluster, inn, from))
                .tag(Versions.tag(version))
                .build();
    }

    @DELETE
    @Path("{inn}")
    @Operation(summary = "Ends a membership: from that date on the enterprise takes part no more")
    @APIResponse(responseCode = "204", description = "Ended")
    public Response end(
            @PathParam("id") String id, @PathParam("inn") Inn inn, @QueryParam("from") @Nullable LocalDate from) {
        long version = memberships.end(clusters.resolve(id), inn, from, null);
        return Response.noContent().tag(Versions.tag(version)).build();
    }

    private static Participation participationOf(
            Inn inn,
            @Nullable String name,
            @Nullable Set<ParticipantRole> roles,
            @Nullable Boolean memberOfOrganisation) {
        return new Participation(
                inn, name, Required.field(roles, "/roles"), memberOfOrganisation == null || memberOfOrganisation);
    }
}
