package ru.mos.clusters.web.cluster;

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
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.AddDocument;
import ru.mos.clusters.cluster.ClusterDocuments;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.DocumentFile;
import ru.mos.clusters.cluster.DocumentKind;
import ru.mos.clusters.cluster.DocumentView;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Papers of a cluster. A paper is filed with its file as the request's body, or by its reference alone, without a body. */
@Path("v1/clusters/{id}/documents")
@Produces(MediaType.APPLICATION_JSON)
public class ClusterDocumentsResource {

    @Inject
    private Clusters clusters;

    @Inject
    private ClusterDocuments documents;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Files a paper with the cluster",
            description =
                    "The body is the file (PDF, DOCX, ODT, XLSX, JPEG or PNG, told from its content, at most 50 MB)."
                            + " Without fileName only the reference is recorded. `to` is the first day no longer in force.")
    @APIResponseSchema(value = DocumentView.class, responseCode = "201")
    public Response add(
            @PathParam("id") String id,
            @QueryParam("kind") @Nullable DocumentKind kind,
            @QueryParam("title") @Nullable String title,
            @QueryParam("number") @Nullable String number,
            @QueryParam("date") @Nullable LocalDate date,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("fileName") @Nullable String fileName,
            InputStream body,
            @Context UriInfo uri) {
        var issuedOn = Required.field(date, "/date");
        var command = new AddDocument(
                clusters.resolve(id),
                Required.field(kind, "/kind"),
                Required.field(title, "/title"),
                number,
                issuedOn,
                from == null ? issuedOn : from,
                to);
        var document = fileName == null ? documents.add(command, null, "") : documents.add(command, body, fileName);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(document.id().toString())
                        .build())
                .entity(document)
                .build();
    }

    @GET
    @Operation(summary = "Papers of the cluster: all, or those in force on a date")
    public ListAnswer<DocumentView> list(
            @PathParam("id") String id,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("knownOn") @Nullable Instant knownOn,
            @BeanParam Paging paging) {
        return paging.stretch(
                documents.list(clusters.resolve(id), asOf, knownOn), document -> document.id() + " " + document.from());
    }

    @GET
    @Path("{document}/file")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The file of a paper, as it came")
    public Response file(@PathParam("id") String id, @PathParam("document") UUID document) {
        return given(documents.file(clusters.resolve(id), document));
    }

    /** A file to be kept, never to be run. */
    public static Response given(DocumentFile file) {
        return Response.ok(file.path().toFile())
                .type(file.mediaType())
                .header("Content-Disposition", attachment(file.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    @DELETE
    @Path("{document}")
    @Operation(summary = "Says that a paper is no longer in force from a date on")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    public Response withdraw(
            @PathParam("id") String id,
            @PathParam("document") UUID document,
            @QueryParam("from") @Nullable LocalDate from) {
        long version = documents.withdraw(clusters.resolve(id), document, from);
        return Response.noContent().tag(Versions.tag(version)).build();
    }

    /** With the name in a form every browser reads (RFC 6266). */
    private static String attachment(String name) {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + name.replaceAll("[^\\x20-\\x7e]|[\"\\\\]", "_") + "\"; filename*=UTF-8''"
                + encoded;
    }
}
