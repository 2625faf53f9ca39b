package ru.mos.clusters.web.registry;

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
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.registry.release.ChangeKind;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.registry.release.ReleaseChange;
import ru.mos.clusters.registry.release.ReleaseKind;
import ru.mos.clusters.registry.release.ReleaseRemark;
import ru.mos.clusters.registry.release.ReleaseState;
import ru.mos.clusters.registry.release.ReleaseView;
import ru.mos.clusters.registry.release.Releases;
import ru.mos.clusters.registry.release.Uploads;
import ru.mos.clusters.registry.release.WithdrawalTried;
import ru.mos.clusters.registry.release.Withdrawals;
import ru.mos.clusters.web.rest.FileNames;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.security.UploadLimit;

/** Releases of the tax service. */
@Path("v1/register/releases")
@Produces(MediaType.APPLICATION_JSON)
public class ReleasesResource {

    private static final String ANY_FILE = "application/octet-stream";

    @Inject
    private Releases releases;

    @Inject
    private Uploads uploads;

    @Inject
    private Withdrawals withdrawals;

    @Inject
    private Time time;

    @Context
    private HttpHeaders headers;

    @Context
    private UriInfo uri;

    /** A release as the contract shows it. */
    public record Release(
            long id,
            @Nullable ReleaseKind kind,
            String fileName,
            String sha256,
            @Nullable LocalDate stateOn,
            List<String> formatVersions,
            Coverage coverage,
            ReleaseState state,
            int files,
            int filesTotal,
            long records,
            long entered,
            long left,
            long changed,
            long unchanged,
            long rejected,
            @Nullable Refusal refusal,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            ReleaseView.@Nullable Progress progress,
            @Nullable Requested withdrawal) {

        static Release of(ReleaseView view, Instant now, Locale locale) {
            return new Release(
                    view.id(),
                    view.kind(),
                    view.fileName(),
                    view.sha256(),
                    view.stateOn(),
                    view.formatVersions(),
                    view.coverage(),
                    view.state(),
                    view.files(),
                    view.filesTotal(),
                    view.records(),
                    view.entered(),
                    view.left(),
                    view.changed(),
                    view.unchanged(),
                    view.rejected(),
                    view.refusalCode() == null
                            ? null
                            : new Refusal(
                                    view.refusalCode(),
                                    ProblemTexts.ofSlug(view.refusalCode(), view.refusalArguments(), locale)),
                    view.startedAt(),
                    view.finishedAt(),
                    view.progress(now).orElse(null),
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

    /** Something wrong or unusual in a release. Rejected: the document was left out; otherwise it was taken in. */
    public record Remark(
            @Nullable String file,
            @Nullable String document,
            @Nullable Integer line,
            @Nullable String field,
            String code,
            String message,
            boolean rejected) {

        static Remark of(ReleaseRemark remark, Locale locale) {
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

    /** One subject before and after. */
    public record Change(
            String inn, String name, ReleaseChange.@Nullable Shown before, ReleaseChange.@Nullable Shown after) {

        static Change of(ReleaseChange change) {
            return new Change(change.inn(), change.name(), change.before(), change.after());
        }
    }

    /** Body of a withdrawal. */
    public record Withdrawal(@Nullable String reason) {}

    /** What a withdrawal would change. */
    public record Preview(long subjects, List<WithdrawalTried.Effect> effects) {}

    private Locale locale() {
        return Languages.of(headers);
    }

    private Response answer(Response.ResponseBuilder builder, ReleaseView view) {
        var shown = Release.of(view, time.now(), locale());
        return builder.entity(shown)
                .tag(Integer.toHexString(shown.toString().hashCode()))
                .build();
    }

    @POST
    @Consumes({ANY_FILE, "application/zip", "application/xml", "text/plain", "text/xml", "application/json", "*/*"})
    @Operation(
            summary = "Uploads a release",
            description = "The body is the archive or XML itself; what it is is told from its content.")
    @APIResponseSchema(value = Release.class, responseCode = "202")
    public Response submit(
            @QueryParam("fileName") @Nullable String fileName,
            @QueryParam("coverage") @DefaultValue("COMPLETE") Coverage coverage,
            @QueryParam("confirm") @DefaultValue("false") Boolean confirm,
            InputStream body) {
        var view = uploads.submit(FileNames.of(fileName, "release"), coverage, confirm, body, UploadLimit.bytes());
        var place = uri.getAbsolutePathBuilder().path(Long.toString(view.id())).build();
        return answer(Response.accepted().location(place), view);
    }

    @GET
    @Operation(summary = "Releases, the latest upload first")
    public ListAnswer<Release> list(@BeanParam Paging paging) {
        var locale = locale();
        var now = time.now();
        return paging.answer(releases.list(paging.request()), view -> Release.of(view, now, locale));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One release and how far its import is")
    @APIResponseSchema(value = Release.class, responseCode = "200")
    public Response view(@PathParam("id") long id) {
        return answer(Response.ok(), releases.view(id));
    }

    @GET
    @Path("{id}/problems")
    @Operation(summary = "What was wrong or unusual in the release")
    public ListAnswer<Remark> problems(@PathParam("id") long id, @BeanParam Paging paging) {
        var locale = locale();
        return paging.answer(releases.problems(id, paging.request()), remark -> Remark.of(remark, locale));
    }

    @GET
    @Path("{id}/changes")
    @Operation(summary = "Whom the release brought, took away or shows otherwise")
    public ListAnswer<Change> changes(
            @PathParam("id") long id,
            @QueryParam("kind") @DefaultValue("ENTERED") ChangeKind kind,
            @BeanParam Paging paging) {
        return paging.answer(releases.changes(id, kind, paging.request()), Change::of);
    }

    @POST
    @Path("{id}/stop")
    @Operation(summary = "Stops the import; what was read stays for a restart")
    @APIResponseSchema(value = Release.class, responseCode = "200")
    public Response stop(@PathParam("id") long id) {
        return answer(Response.ok(), uploads.stop(id));
    }

    @POST
    @Path("{id}/restart")
    @Operation(summary = "Lets a stopped or failed import go on")
    @APIResponseSchema(value = Release.class, responseCode = "200")
    public Response restart(@PathParam("id") long id) {
        return answer(Response.ok(), uploads.restart(id));
    }

    @POST
    @Path("{id}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Withdraws the release",
            description =
                    "The first person asks, giving the reason; it takes effect when another person does the same.")
    @APIResponseSchema(value = Release.class, responseCode = "200")
    public Response withdraw(@PathParam("id") long id, @Nullable Withdrawal body) {
        boolean asked = releases.view(id).withdrawalRequestedBy() != null;
        return answer(
                Response.ok(),
                asked ? withdrawals.confirm(id) : withdrawals.request(id, body == null ? null : body.reason()));
    }

    @GET
    @Path("{id}/withdraw")
    @Operation(summary = "What a withdrawal of the release would change; nothing is changed")
    public Preview previewWithdrawal(@PathParam("id") long id) {
        var tried = withdrawals.preview(id);
        return new Preview(tried.subjects(), tried.effects());
    }
}
