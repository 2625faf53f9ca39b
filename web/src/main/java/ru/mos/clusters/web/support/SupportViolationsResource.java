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
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.support.RecogniseViolation;
import ru.mos.clusters.support.SupportViolations;
import ru.mos.clusters.support.ViolationFilter;
import ru.mos.clusters.support.ViolationView;
import ru.mos.clusters.support.rule.ViolationKind;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Violations of the terms of support, as our own register holds them. */
@Path("v1/support/violations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SupportViolationsResource {

    @Inject
    private SupportViolations violations;

    /** A violation that was recognised; {@code correctionDue} is the last day of the term for mending it, if one was given. */
    public record NewViolation(
            @Nullable String inn,
            @Nullable UUID record,
            @Nullable ViolationKind kind,
            @Nullable LocalDate recognisedOn,
            @Nullable LocalDate correctionDue,
            @Nullable String description,
            @Nullable PaperBody document) {}

    /** On which day it was corrected, and by which document that is known. */
    public record ViolationCorrection(
            @Nullable LocalDate correctedOn, @Nullable PaperBody document) {}

    /** Why a violation is taken out. */
    public record ViolationAnnulment(@Nullable String reason) {}

    @POST
    @Operation(summary = "Enters a violation that was recognised")
    @APIResponseSchema(value = ViolationView.class, responseCode = "201")
    public Response recognise(@Nullable NewViolation body, @Context UriInfo uri) {
        var given = Required.body(body);
        var view = violations.recognise(new RecogniseViolation(
                Required.inn(given.inn(), "/inn"),
                given.record(),
                Required.field(given.kind(), "/kind"),
                Required.field(given.recognisedOn(), "/recognisedOn"),
                given.correctionDue(),
                Required.field(given.description(), "/description"),
                PaperBody.required(given.document())));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(view.id().toString()).build())
                .tag(Versions.tag(view.version()))
                .entity(view)
                .build();
    }

    @GET
    @Operation(summary = "Violations of our own register, the latest recognised first")
    public ListAnswer<ViolationView> list(
            @QueryParam("inn") @Nullable Inn inn,
            @QueryParam("kind") @Nullable ViolationKind kind,
            @QueryParam("record") @Nullable UUID record,
            @QueryParam("knownOn") @Nullable Instant knownOn,
            @BeanParam Paging paging) {
        return paging.answer(violations.list(new ViolationFilter(inn, kind, record, knownOn), paging.request()));
    }

    @GET
    @Path("{violation}")
    @Operation(summary = "One violation")
    @APIResponseSchema(value = ViolationView.class, responseCode = "200")
    public Response one(@PathParam("violation") UUID id) {
        return answer(violations.view(id));
    }

    @POST
    @Path("{violation}/correct")
    @Operation(summary = "Records that it was corrected")
    @APIResponseSchema(value = ViolationView.class, responseCode = "200")
    public Response correct(@PathParam("violation") UUID id, @Nullable ViolationCorrection body) {
        var correction = Required.body(body);
        return answer(violations.correct(
                id,
                Required.field(correction.correctedOn(), "/correctedOn"),
                PaperBody.required(correction.document())));
    }

    @POST
    @Path("{violation}/annul")
    @Operation(summary = "Takes a violation out; what was known before can still be asked")
    @APIResponse(responseCode = "204", description = "Taken out")
    public Response annul(@PathParam("violation") UUID id, @Nullable ViolationAnnulment body) {
        violations.annul(id, Required.field(Required.body(body).reason(), "/reason"));
        return Response.noContent().build();
    }

    private static Response answer(ViolationView view) {
        return Response.ok(view).tag(Versions.tag(view.version())).build();
    }
}
