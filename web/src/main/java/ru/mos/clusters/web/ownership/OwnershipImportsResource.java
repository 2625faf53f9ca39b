package ru.mos.clusters.web.ownership;

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
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.ImportRemark;
import ru.mos.clusters.ownership.ImportView;
import ru.mos.clusters.ownership.OwnershipFormat;
import ru.mos.clusters.ownership.OwnershipImports;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.registry.release.ReleaseState;
import ru.mos.clusters.web.rest.FileNames;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.security.UploadLimit;

/** Files that show who owns and directs whom. */
@Path("v1/ownership/imports")
@Produces(MediaType.APPLICATION_JSON)
public class OwnershipImportsResource {

    @Inject
    private OwnershipImports imports;

    @Context
    private HttpHeaders headers;

    @Context
    private UriInfo uri;

    /** An import as the contract shows it. */
    public record Import(
            long id,
            @Nullable OwnershipFormat format,
            String fileName,
            String sha256,
            ReleaseState state,
            int files,
            int filesTotal,
            long records,
            long unchanged,
            long rejected,
            long entities,
            long persons,
            long edges,
            @Nullable Refusal refusal,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Requested withdrawal) {

        static Import of(ImportView view, Locale locale) {
            return new Import(
                    view.id(),
                    view.format(),
                    view.fileName(),
                    view.sha256(),
                    view.state(),
                    view.files(),
                    view.filesTotal(),
                    view.records(),
                    view.unchanged(),
                    view.rejected(),
                    view.entities(),
                    view.persons(),
                    view.edges(),
                    view.refusalCode() == null
                            ? null
                            : new Refusal(
                                    view.refusalCode(),
                                    ProblemTexts.ofSlug(view.refusalCode(), view.refusalArguments(), locale)),
                    view.startedAt(),
                    view.finishedAt(),
                    view.withdrawalRequestedBy() == null
                            ? null
                            : new Requested(
                                    view.withdrawalRequestedBy(),
                                    view.withdrawalReason(),
                                    view.withdrawalConfirmedBy()));
        }
    }

    /** Why nothing of it was taken in. */
    public record Refusal(String code, String message) {}

    /** Who wants it withdrawn, why, and who confirmed. */
    public record Requested(
            String requestedBy,
            @Nullable String reason,
            @Nullable String confirmedBy) {}

    /** Something wrong or unusual. Rejected: the extract, statement or file was left out; otherwise it was taken in. */
    public record Remark(
            @Nullable String file,
            @Nullable String document,
            @Nullable Integer line,
            @Nullable String field,
            String code,
            String message,
            boolean rejected) {

        static Remark of(ImportRemark remark, Locale locale) {
            return new Remark(
                    remark.file(),
                    remark.document(),
                    remark.line(),
                    remark.field(),
                    remark.code(),
                    ProblemTexts.ofSlug(remark.code(), remark.args(), locale),
                    remark.rejected());
        }
    }

    /** Body of a withdrawal. */
    public record Withdrawal(@Nullable String reason) {}

    private Response answer(Response.ResponseBuilder builder, ImportView view) {
        var shown = Import.of(view, Languages.of(headers));
        return builder.entity(shown)
                .tag(Integer.toHexString(shown.toString().hashCode()))
                .build();
    }

    @POST
    @Consumes({
        "application/octet-stream",
        "application/zip",
        "application/xml",
        "text/plain",
        "text/xml",
        "application/json",
        "*/*"
    })
    @Operation(
            summary = "Uploads extracts of EGRUL and EGRIP (XML or an archive of them), or BODS 0.4",
            description = "The body is the file itself; what it is is told from its content.")
    @APIResponseSchema(value = Import.class, responseCode = "202")
    public Response submit(@QueryParam("fileName") @Nullable String fileName, InputStream body) {
        var view = imports.submit(FileNames.of(fileName, "ownership"), body, UploadLimit.bytes());
        var place = uri.getAbsolutePathBuilder().path(Long.toString(view.id())).build();
        return answer(Response.accepted().location(place), view);
    }

    @GET
    @Operation(summary = "Imports of ownership, the latest upload first")
    public ListAnswer<Import> list(@BeanParam Paging paging) {
        var locale = Languages.of(headers);
        return paging.answer(imports.list(paging.request()), view -> Import.of(view, locale));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One import of ownership and how far it is")
    @APIResponseSchema(value = Import.class, responseCode = "200")
    public Response view(@PathParam("id") long id) {
        return answer(Response.ok(), imports.view(id));
    }

    @GET
    @Path("{id}/problems")
    @Operation(summary = "What was wrong or unusual in the import")
    public ListAnswer<Remark> problems(@PathParam("id") long id, @BeanParam Paging paging) {
        var locale = Languages.of(headers);
        return paging.answer(imports.problems(id, paging.request()), remark -> Remark.of(remark, locale));
    }

    @POST
    @Path("{id}/stop")
    @Operation(summary = "Stops the import; nothing of it is kept")
    @APIResponseSchema(value = Import.class, responseCode = "200")
    public Response stop(@PathParam("id") long id) {
        return answer(Response.ok(), imports.stop(id));
    }

    @POST
    @Path("{id}/restart")
    @Operation(summary = "Begins a stopped or failed import again")
    @APIResponseSchema(value = Import.class, responseCode = "200")
    public Response restart(@PathParam("id") long id) {
        return answer(Response.ok(), imports.restart(id));
    }

    @POST
    @Path("{id}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Withdraws the import",
            description =
                    "The first person asks, giving the reason; it takes effect when another person does the same.")
    @APIResponseSchema(value = Import.class, responseCode = "200")
    public Response withdraw(@PathParam("id") long id, @Nullable Withdrawal body) {
        return answer(Response.ok(), imports.withdraw(id, body == null ? null : body.reason()));
    }
}
