package ru.mos.clusters.web.support;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.registry.release.ReleaseState;
import ru.mos.clusters.support.intake.SupportImportRemark;
import ru.mos.clusters.support.intake.SupportImportView;
import ru.mos.clusters.support.intake.SupportImports;
import ru.mos.clusters.web.rest.FileNames;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.security.UploadLimit;

/** Publications of the tax service's register of recipients of support. */
@Path("v1/support/imports")
@Produces(MediaType.APPLICATION_JSON)
public class SupportImportsResource {

    @Inject
    private SupportImports imports;

    @Context
    private HttpHeaders headers;

    @Context
    private UriInfo uri;

    /** An import as the contract shows it. */
    public record SupportImport(
            long id,
            String fileName,
            String sha256,
            Coverage coverage,
            @Nullable LocalDate stateOn,
            List<String> formatVersions,
            ReleaseState state,
            int files,
            int filesTotal,
            long records,
            long rejected,
            long supports,
            long violations,
            @Nullable SupportRefusal refusal,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable SupportWithdrawalRequest withdrawal) {

        static SupportImport of(SupportImportView view, Locale locale) {
            return new SupportImport(
                    view.id(),
                    view.fileName(),
                    view.sha256(),
                    view.coverage(),
                    view.stateOn(),
                    view.formatVersions(),
                    view.state(),
                    view.files(),
                    view.filesTotal(),
                    view.records(),
                    view.rejected(),
                    view.supports(),
                    view.violations(),
                    view.refusalCode() == null
                            ? null
                            : new SupportRefusal(
                                    view.refusalCode(),
                                    ProblemTexts.ofSlug(view.refusalCode(), view.refusalArguments(), locale)),
                    view.startedAt(),
                    view.finishedAt(),
                    view.withdrawalRequestedBy() == null
                            ? null
                            : new SupportWithdrawalRequest(
                                    view.withdrawalRequestedBy(),
                                    view.withdrawalReason(),
                                    view.withdrawalConfirmedBy()));
        }
    }

    /** Why nothing of it was taken in. */
    public record SupportRefusal(String code, String message) {}

    /** Who wants it withdrawn, why, and who confirmed. */
    public record SupportWithdrawalRequest(
            String requestedBy,
            @Nullable String reason,
            @Nullable String confirmedBy) {}

    /** Something wrong or unusual. Rejected: the document was left out; otherwise it was taken in. */
    public record SupportRemark(
            @Nullable String file,
            @Nullable String document,
            @Nullable Integer line,
            @Nullable String field,
            String code,
            String message,
            boolean rejected) {

        static SupportRemark of(SupportImportRemark remark, Locale locale) {
            return new SupportRemark(
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
    public record SupportWithdrawal(@Nullable String reason) {}

    private Response answer(Response.ResponseBuilder builder, SupportImportView view) {
        var shown = SupportImport.of(view, Languages.of(headers));
        return builder.entity(shown)
                .tag(Integer.toHexString(shown.toString().hashCode()))
                .build();
    }

    @POST
    @Consumes({"application/octet-stream", "application/zip", "application/xml", "text/plain", "text/xml", "*/*"})
    @Operation(
            summary = "Uploads a publication of the register of recipients of support (XML or an archive of it)",
            description = "The body is the file itself. COMPLETE: whoever is absent was given nothing; EXTRACT: absence"
                    + " says nothing. A COMPLETE one with less than 90 % of the one before needs confirm=true.")
    @APIResponseSchema(value = SupportImport.class, responseCode = "202")
    public Response submit(
            @QueryParam("fileName") @Nullable String fileName,
            @QueryParam("coverage") @DefaultValue("COMPLETE") Coverage coverage,
            @QueryParam("confirm") @DefaultValue("false") Boolean confirm,
            InputStream body) {
        var view = imports.submit(FileNames.of(fileName, "support"), coverage, confirm, body, UploadLimit.bytes());
        var place = uri.getAbsolutePathBuilder().path(Long.toString(view.id())).build();
        return answer(Response.accepted().location(place), view);
    }

    @GET
    @Operation(summary = "Imports of the register of recipients, the latest upload first")
    public ListAnswer<SupportImport> list(@BeanParam Paging paging) {
        var locale = Languages.of(headers);
        return paging.answer(imports.list(paging.request()), view -> SupportImport.of(view, locale));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One import of the register of recipients and how far it is")
    @APIResponseSchema(value = SupportImport.class, responseCode = "200")
    public Response view(@PathParam("id") long id) {
        return answer(Response.ok(), imports.view(id));
    }

    @GET
    @Path("{id}/problems")
    @Operation(summary = "What was wrong or unusual in the import")
    public ListAnswer<SupportRemark> problems(@PathParam("id") long id, @BeanParam Paging paging) {
        var locale = Languages.of(headers);
        return paging.answer(imports.problems(id, paging.request()), remark -> SupportRemark.of(remark, locale));
    }

    @POST
    @Path("{id}/stop")
    @Operation(summary = "Stops the import; nothing of it is kept")
    @APIResponseSchema(value = SupportImport.class, responseCode = "200")
    public Response stop(@PathParam("id") long id) {
        return answer(Response.ok(), imports.stop(id));
    }

    @POST
    @Path("{id}/restart")
    @Operation(summary = "Begins a stopped or failed import again")
    @APIResponseSchema(value = SupportImport.class, responseCode = "200")
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
    @APIResponseSchema(value = SupportImport.class, responseCode = "200")
    public Response withdraw(@PathParam("id") long id, @Nullable SupportWithdrawal body) {
        return answer(Response.ok(), imports.withdraw(id, body == null ? null : body.reason()));
    }
}
