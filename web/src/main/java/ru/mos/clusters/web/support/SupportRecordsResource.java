package ru.mos.clusters.web.support;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.support.EnterSupport;
import ru.mos.clusters.support.SupportFilter;
import ru.mos.clusters.support.SupportRecordView;
import ru.mos.clusters.support.SupportRecords;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Support that was given, as our own register holds it. */
@Path("v1/support/records")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SupportRecordsResource {

    @Inject
    private SupportRecords records;

    /** A support that was given; {@code endsOn} is the last day of its term. */
    public record NewSupport(
            @Nullable String inn,
            @Nullable String name,
            @Nullable String providerInn,
            @Nullable String providerName,
            @Nullable String form,
            @Nullable String kind,
            @Nullable String purpose,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate endsOn,
            @Nullable BigDecimal size,
            @Nullable String unit,
            @Nullable String registerNumber,
            @Nullable PaperBody document) {}

    /** The number under which the tax service's register holds it. */
    public record SupportNumber(@Nullable String registerNumber) {}

    /** From which day it was given no more, and by which document. */
    public record SupportStop(
            @Nullable LocalDate stoppedOn, @Nullable PaperBody document) {}

    /** Why an entry is taken out. */
    public record SupportAnnulment(@Nullable String reason) {}

    @POST
    @Operation(summary = "Enters a support that was given")
    @APIResponseSchema(value = SupportRecordView.class, responseCode = "201")
    public Response enter(@Nullable NewSupport body, @Context UriInfo uri) {
        var given = Required.body(body);
        var view = records.enter(new EnterSupport(
                Required.inn(given.inn(), "/inn"),
                given.name(),
                Required.inn(given.providerInn(), "/providerInn"),
                given.providerName(),
                Required.field(given.form(), "/form"),
                Required.field(given.kind(), "/kind"),
                Required.field(given.purpose(), "/purpose"),
                Required.field(given.decidedOn(), "/decidedOn"),
                Required.field(given.endsOn(), "/endsOn"),
                Required.field(given.size(), "/size"),
                Required.field(given.unit(), "/unit"),
                given.registerNumber(),
                PaperBody.required(given.document())));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(view.id().toString()).build())
                .tag(Versions.tag(view.version()))
                .entity(view)
                .build();
    }

    @GET
    @Operation(summary = "Support of our own register, the latest decided first")
    public ListAnswer<SupportRecordView> list(
            @QueryParam("inn") @Nullable Inn inn,
            @QueryParam("provider") @Nullable Inn provider,
            @QueryParam("form") @Nullable String form,
            @QueryParam("runsOn") @Nullable LocalDate runsOn,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("knownOn") @Nullable Instant knownOn,
            @BeanParam Paging paging) {
        return paging.answer(
                records.list(new SupportFilter(inn, provider, form, runsOn, from, to, knownOn), paging.request()));
    }

    @GET
    @Path("{record}")
    @Operation(summary = "One record of support")
    @APIResponseSchema(value = SupportRecordView.class, responseCode = "200")
    public Response one(@PathParam("record") UUID id) {
        return answer(records.view(id));
    }

    @POST
    @Path("{record}/number")
    @Operation(summary = "Says under which number the tax service's register holds it")
    @APIResponseSchema(value = SupportRecordView.class, responseCode = "200")
    public Response number(@PathParam("record") UUID id, @Nullable SupportNumber body) {
        return answer(records.number(id, Required.field(Required.body(body).registerNumber(), "/registerNumber")));
    }

    @POST
    @Path("{record}/stop")
    @Operation(summary = "Records that it was given no more from a day on")
    @APIResponseSchema(value = SupportRecordView.class, responseCode = "200")
    public Response stop(@PathParam("record") UUID id, @Nullable SupportStop body) {
        var stop = Required.body(body);
        return answer(
                records.stop(id, Required.field(stop.stoppedOn(), "/stoppedOn"), PaperBody.required(stop.document())));
    }

    @POST
    @Path("{record}/annul")
    @Operation(summary = "Takes a wrong entry out; what was known before can still be asked")
    @APIResponse(responseCode = "204", description = "Taken out")
    public Response annul(@PathParam("record") UUID id, @Nullable SupportAnnulment body) {
        records.annul(id, Required.field(Required.body(body).reason(), "/reason"));
        return Response.noContent().build();
    }

    private static Response answer(SupportRecordView view) {
        return Response.ok(view).tag(Versions.tag(view.version())).build();
    }
}
