package ru.mos.clusters.web.project;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.project.FundingPath;
import ru.mos.clusters.project.PlannedSupport;
import ru.mos.clusters.project.ProjectChecks;
import ru.mos.clusters.project.ProjectConsents;
import ru.mos.clusters.project.ProjectContent;
import ru.mos.clusters.project.ProjectEdition;
import ru.mos.clusters.project.ProjectFilter;
import ru.mos.clusters.project.ProjectKind;
import ru.mos.clusters.project.ProjectParticipant;
import ru.mos.clusters.project.ProjectVerdict;
import ru.mos.clusters.project.ProjectView;
import ru.mos.clusters.project.Projects;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Joint projects. */
@Path("v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProjectsResource {

    @Inject
    private Projects projects;

    @Inject
    private ProjectChecks checks;

    @Inject
    private ProjectConsents consents;

    @Context
    private HttpHeaders headers;

    /** A project to begin. */
    public record NewProject(
            @Nullable ProjectKind kind,
            @Nullable String lead,
            @Nullable ProjectContent content) {}

    /** What the gate has found: where, what, and what to do. */
    public record ProjectFault(String pointer, String code, String message) {}

    /** Another direction as the project words it, and the document that approves it. */
    public record DirectionApproval(
            @Nullable String text, @Nullable PaperBody document) {}

    @GET
    @Operation(
            summary = "Joint projects that the caller sees, the latest first",
            description = "Staff see all, others those that their organisation leads or takes part in.")
    public ListAnswer<ProjectView> list(
            @QueryParam("kind") @Nullable ProjectKind kind,
            @QueryParam("lead") @Nullable String lead,
            @QueryParam("cluster") @Nullable UUID cluster,
            @QueryParam("title") @Nullable String title,
            @BeanParam Paging paging) {
        var filter = new ProjectFilter(kind, lead == null ? null : new Inn(lead), cluster, title);
        return paging.answer(projects.list(filter, paging.request()));
    }

    @POST
    @Operation(summary = "Begins a joint project that a cluster organisation leads")
    @APIResponseSchema(value = ProjectView.class, responseCode = "201")
    public Response create(@Nullable NewProject body, @Context UriInfo uri) {
        var asked = Required.body(body);
        var project = projects.create(
                Required.field(asked.kind(), "/kind"),
                Required.inn(asked.lead(), "/lead"),
                Required.field(asked.content(), "/content"));
        return tagged(
                Response.created(uri.getAbsolutePathBuilder()
                        .path(project.id().toString())
                        .build()),
                project);
    }

    @GET
    @Path("{project}")
    @Operation(summary = "A project as it reads now")
    @APIResponseSchema(value = ProjectView.class, responseCode = "200")
    public Response view(@PathParam("project") UUID project) {
        return tagged(Response.ok(), projects.view(project));
    }

    @PUT
    @Path("{project}")
    @Operation(
            summary = "Replaces what the project says",
            description = "A draft may hold anything; `faults` tells what keeps it from being submitted.")
    @APIResponseSchema(value = ProjectView.class, responseCode = "200")
    public Response edit(
            @PathParam("project") UUID project,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ProjectContent body) {
        return tagged(Response.ok(), projects.edit(project, Versions.expected(ifMatch), Required.body(body)));
    }

    @GET
    @Path("{project}/faults")
    @Operation(summary = "What keeps the project from being submitted, all at once")
    public ListAnswer<ProjectFault> faults(@PathParam("project") UUID project, @BeanParam Paging paging) {
        var locale = Languages.of(headers);
        var faults = projects.faults(project).stream()
                .map(fault -> new ProjectFault(
                        String.valueOf(fault.field()), fault.code().slug(), ProblemTexts.text(fault, locale)))
                .toList();
        return paging.stretch(faults, fault -> Integer.toString(faults.indexOf(fault)));
    }

    @GET
    @Path("{project}/funding")
    @Operation(summary = "How the share of the budget goes down from stage to stage, exactly")
    public FundingPath funding(@PathParam("project") UUID project) {
        return projects.funding(project);
    }

    @GET
    @Path("{project}/editions/{number}")
    @Operation(summary = "A project as it was frozen for a submission")
    public ProjectEdition edition(@PathParam("project") UUID project, @PathParam("number") int number) {
        return projects.edition(project, number);
    }

    @GET
    @Path("{project}/editions/{number}/participants")
    @Operation(summary = "Who takes part in a frozen edition, and what each receives")
    public ListAnswer<ProjectParticipant> participants(
            @PathParam("project") UUID project, @PathParam("number") int number, @BeanParam Paging paging) {
        return paging.stretch(
                projects.participants(project, number),
                participant -> participant.inn().digits());
    }

    @GET
    @Path("{project}/check")
    @Operation(
            summary = "Whether the project may be supported, and why",
            description = "`edition` 0 or absent: as it reads now. `form`, `kind` and `purpose` say which support is"
                    + " thought of; absent: a grant.")
    public ProjectVerdict check(
            @PathParam("project") UUID project,
            @QueryParam("edition") @Nullable Integer edition,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("ruleSet") @Nullable String ruleSet,
            @QueryParam("form") @Nullable String form,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("purpose") @Nullable String purpose) {
        var grant = PlannedSupport.GRANT;
        return checks.check(
                project,
                edition == null ? 0 : edition,
                asOf,
                ruleSet,
                new PlannedSupport(form == null ? grant.form() : form, kind == null ? grant.kind() : kind, purpose),
                Languages.of(headers));
    }

    @POST
    @Path("{project}/direction-approvals")
    @Operation(summary = "Approves another direction as the project words it")
    @APIResponse(responseCode = "204", description = "Approved")
    public Response approve(@PathParam("project") UUID project, @Nullable DirectionApproval body) {
        var asked = Required.body(body);
        consents.approve(project, Required.field(asked.text(), "/text"), PaperBody.required(asked.document()));
        return Response.noContent().build();
    }

    private static Response tagged(Response.ResponseBuilder builder, ProjectView project) {
        return builder.entity(project).tag(Versions.tag(project.version())).build();
    }
}
