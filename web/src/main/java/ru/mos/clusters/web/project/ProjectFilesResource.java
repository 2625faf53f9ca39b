package ru.mos.clusters.web.project;

import jakarta.inject.Inject;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.project.ProjectFiles;
import ru.mos.clusters.project.ProjectView;
import ru.mos.clusters.web.cluster.ClusterDocumentsResource;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Files of a joint project. */
@Path("v1/projects/{project}/documents")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectFilesResource {

    @Inject
    private ProjectFiles files;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Adds a file to the project",
            description =
                    "The body is the file (PDF, DOCX, ODT, XLSX, JPEG or PNG, told from its content, at most 50 MB).")
    @APIResponseSchema(value = ProjectView.class, responseCode = "201")
    public Response add(
            @PathParam("project") UUID project,
            @QueryParam("title") @Nullable String title,
            @QueryParam("fileName") @Nullable String fileName,
            InputStream body) {
        var view = files.add(project, Required.field(title, "/title"), Required.field(fileName, "/fileName"), body);
        return Response.status(Response.Status.CREATED)
                .entity(view)
                .tag(Versions.tag(view.version()))
                .build();
    }

    @GET
    @Path("{document}/file")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "A file of the project, as it came")
    public Response file(@PathParam("project") UUID project, @PathParam("document") UUID document) {
        return ClusterDocumentsResource.given(files.file(project, document));
    }
}
