package ru.mos.clusters.web.joining;

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
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.cluster.Participation;
import ru.mos.clusters.cluster.joining.AdmitApplicant;
import ru.mos.clusters.cluster.joining.ApplicationFilter;
import ru.mos.clusters.cluster.joining.ApplicationState;
import ru.mos.clusters.cluster.joining.ApplicationView;
import ru.mos.clusters.cluster.joining.Joining;
import ru.mos.clusters.cluster.joining.RefuseApplicant;
import ru.mos.clusters.cluster.joining.SubmitApplication;
import ru.mos.clusters.eligibility.Supposition;
import ru.mos.clusters.eligibility.VerdictQuery;
import ru.mos.clusters.eligibility.WhatIf;
import ru.mos.clusters.eligibility.WhatIfView;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Applications to join a cluster, and the decisions of its organisation. */
@Path("v1/clusters/{id}/applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ApplicationsResource {

    @Inject
    private Joining joining;

    @Inject
    private WhatIf whatIf;

    @Context
    private HttpHeaders headers;

    /** An application; without {@code submittedOn} it comes in today. */
    public record NewApplication(
            @Nullable String inn,
            @Nullable String name,
            @Nullable Set<ParticipantRole> roles,
            @Nullable Boolean memberOfOrganisation,
            @Nullable LocalDate submittedOn,
            @Nullable PaperBody document) {}

    /** That the organisation admits the applicant, who takes part from {@code from} on. */
    public record Admission(
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate from,
            @Nullable PaperBody document) {}

    /** That the organisation refuses: on a listed {@code ground}, or {@code withoutListedGround}; one of the two. */
    public record Refusal(
            @Nullable LocalDate decidedOn,
            @Nullable String ground,
            @Nullable Boolean withoutListedGround,
            @Nullable String reason,
            @Nullable PaperBody document) {}

    /** That the applicant takes the application back; without {@code day}: today. */
    public record Withdrawal(
            @Nullable LocalDate day, @Nullable String reason) {}

    /** Why a refusal is taken back. */
    public record Annulment(@Nullable String reason) {}

    @POST
    @Operation(summary = "Applies for an enterprise to join the cluster; an applicant for the own organisation only")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "201")
    public Response submit(@PathParam("id") String id, @Nullable NewApplication body, @Context UriInfo uri) {
        var given = Required.body(body);
        var application = joining.submit(new SubmitApplication(
                joining.cluster(id),
                new Participation(
                        Required.inn(given.inn(), "/inn"),
                        given.name(),
                        Required.field(given.roles(), "/roles"),
                        given.memberOfOrganisation() == null || given.memberOfOrganisation()),
                given.submittedOn(),
                PaperBody.required(given.document())));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(application.id().toString())
                        .build())
                .tag(Versions.tag(application.version()))
                .entity(application)
                .build();
    }

    @GET
    @Operation(summary = "Applications to join the cluster, the latest submitted first")
    public ListAnswer<ApplicationView> list(
            @PathParam("id") String id,
            @QueryParam("state") @Nullable ApplicationState state,
            @BeanParam Paging paging) {
        return paging.answer(joining.list(ApplicationFilter.of(joining.cluster(id), state), paging.request()));
    }

    @GET
    @Path("{application}")
    @Operation(summary = "One application")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    public Response one(@PathParam("id") String id, @PathParam("application") UUID application) {
        return answer(joining.view(joining.cluster(id), application));
    }

    @GET
    @Path("{application}/effect")
    @Operation(
            summary = "What admitting the applicant would do to every condition",
            description =
                    "The verdict with the applicant as a participant on the date, and what differs from the one without.")
    public WhatIfView effect(
            @PathParam("id") String id,
            @PathParam("application") UUID application,
            @QueryParam("from") @Nullable LocalDate from) {
        var applied = joining.weighed(joining.cluster(id), application);
        return whatIf.suppose(
                new VerdictQuery(applied.cluster(), from, null, null),
                List.of(new Supposition.AddMember(applied.inn(), applied.name(), applied.memberOfOrganisation())),
                Languages.of(headers));
    }

    @POST
    @Path("{application}/admit")
    @Operation(summary = "Records that the cluster organisation admits the applicant")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    public Response admit(
            @PathParam("id") String id, @PathParam("application") UUID application, @Nullable Admission body) {
        var given = Required.body(body);
        return answer(joining.admit(new AdmitApplicant(
                joining.cluster(id),
                application,
                Required.field(given.decidedOn(), "/decidedOn"),
                Required.field(given.from(), "/from"),
                PaperBody.required(given.document()))));
    }

    @POST
    @Path("{application}/refuse")
    @Operation(
            summary = "Records that the cluster organisation refuses the applicant, on a listed ground or without one")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    public Response refuse(
            @PathParam("id") String id, @PathParam("application") UUID application, @Nullable Refusal body) {
        var given = Required.body(body);
        return answer(joining.refuse(new RefuseApplicant(
                joining.cluster(id),
                application,
                Required.field(given.decidedOn(), "/decidedOn"),
                given.ground(),
                Boolean.TRUE.equals(given.withoutListedGround()),
                Required.field(given.reason(), "/reason"),
                PaperBody.required(given.document()))));
    }

    @POST
    @Path("{application}/withdraw")
    @Operation(summary = "Records that the applicant takes the application back")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    public Response withdraw(
            @PathParam("id") String id, @PathParam("application") UUID application, @Nullable Withdrawal body) {
        var given = body == null ? new Withdrawal(null, null) : body;
        return answer(joining.withdraw(joining.cluster(id), application, given.day(), given.reason()));
    }

    @POST
    @Path("{application}/annul")
    @Operation(summary = "Takes a refusal back: the application waits again, and the refusal is heard no more")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    public Response annul(
            @PathParam("id") String id, @PathParam("application") UUID application, @Nullable Annulment body) {
        return answer(joining.annul(
                joining.cluster(id),
                application,
                Required.field(Required.body(body).reason(), "/reason")));
    }

    private static Response answer(ApplicationView application) {
        return Response.ok(application).tag(Versions.tag(application.version())).build();
    }
}
