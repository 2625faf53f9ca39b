package ru.mos.clusters.web.project;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.project.ApplicantCondition;
import ru.mos.clusters.project.EvidenceSource;
import ru.mos.clusters.project.EvidenceView;
import ru.mos.clusters.project.ProjectEvidence;
import ru.mos.clusters.project.ProjectFiles;
import ru.mos.clusters.project.ProjectView;
import ru.mos.clusters.project.RecordEvidence;
import ru.mos.clusters.web.cluster.ClusterDocumentsResource;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Files of a joint project, and what is on record of its applicant. */
@Path("v1/projects/{project}")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectPapersResource {

    @Inject
    private ProjectFiles files;

    @Inject
    private ProjectEvidence evidence;

    /** What was learnt of the applicant; {@code to} is the last day on which it holds. */
    public record NewEvidence(
            @Nullable ApplicantCondition condition,
            @Nullable Boolean met,
            @Nullable String statement,
            @Nullable EvidenceSource source,
            @Nullable PaperBody document,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** Why. */
    public record EvidenceWithdrawal(@Nullable String reason) {}

    @POST
    @Path("documents")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Adds a file to the project",
            description = "The body is the file (PDF, DOCX, ODT, XLSX, JPEG or PNG, told from its content, at most 50 MB).")
    @APIResponseSchema(value = ProjectView.class, responseCode = "201")
    public Response add(
            @PathParam("project") UUID project,
            @QueryParam("title") @Nullable String title,
            @QueryParam("fileName") @Nullable String fileName,
            InputStream body) {
        var view = files.add(
                project, Required.field(title, "/title"), Required.field(fileName, "/fileName"), body);
        return Response.status(Response.Status.CREATED)
                .entity(view)
                .tag(Versions.tag(view.version()))
                .build();
    }

    @GET
    @Path("documents/{document}/file")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "A file of the project, as it came")
    public Response file(@PathParam("project") UUID project, @PathParam("document") UUID document) {
        return ClusterDocumentsResource.given(files.file(project, document));
    }

    @GET
    @Path("evidence")
    @Operation(summary = "What is on record of the applicant")
    public ListAnswer<EvidenceView> evidence(@PathParam("project") UUID project, @BeanParam Paging paging) {
        return paging.stretch(evidence.list(project), one -> one.id().toString());
    }

    @POST
    @Path("evidence")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Records whether the applicant meets a condition, by a document")
    @APIResponseSchema(value = EvidenceView.class, responseCode = "201")
    public Response record(@PathParam("project") UUID project, @Nullable NewEvidence body) {
        var asked = Required.body(body);
        var document = PaperBody.required(asked.document());
        var recorded = evidence.record(new RecordEvidence(
                project,
                Required.field(asked.condition(), "/condition"),
                Required.field(asked.met(), "/met"),
                Required.field(asked.statement(), "/statement"),
                asked.source() == null ? EvidenceSource.PAPER : asked.source(),
                document,
                asked.from() == null ? document.date() : asked.from(),
                asked.to() == null ? null : asked.to()));
        return Response.status(Response.Status.CREATED).entity(recorded).build();
    }

    @POST
    @Path("evidence/{evidence}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes back what was recorded wrongly")
    @APIResponse(responseCode = "204", description = "Taken back")
    public Response withdraw(
            @PathParam("project") UUID project,
            @PathParam("evidence") UUID id,
            @Nullable EvidenceWithdrawal body) {
        evidence.withdraw(project, id, Required.field(Required.body(body).reason(), "/reason"));
        return Response.noContent().build();
    }
}
