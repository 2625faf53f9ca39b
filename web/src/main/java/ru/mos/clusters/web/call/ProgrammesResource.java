package ru.mos.clusters.web.call;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.programme.Measure;
import ru.mos.clusters.call.programme.PlanLine;
import ru.mos.clusters.call.programme.PlanProgramme;
import ru.mos.clusters.call.programme.ProgrammeAct;
import ru.mos.clusters.call.programme.ProgrammeView;
import ru.mos.clusters.call.programme.Programmes;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Programmes with the plans of their measures. */
@Path("v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProgrammesResource {

    @Inject
    private Programmes programmes;

    /** An act that adopted the programme. */
    public record AdoptingAct(
            @Nullable String act, @Nullable LocalDate edition) {
        ProgrammeAct value(String pointer) {
            return new ProgrammeAct(Required.field(act, pointer + "/act"), edition);
        }
    }

    /** What the plan gives in a year. */
    public record PlannedSum(
            @Nullable Integer year, @Nullable BigDecimal amount) {
        PlanLine value(String pointer) {
            return new PlanLine(Required.field(year, pointer + "/year"), Required.field(amount, pointer + "/amount"));
        }
    }

    /** A measure with its plan. */
    public record PlannedMeasure(
            @Nullable String code,
            @Nullable String nameRu,
            @Nullable String nameEn,
            @Nullable List<PlannedSum> plan) {
        Measure value(String pointer) {
            return new Measure(
                    Required.field(code, pointer + "/code"),
                    Required.field(nameRu, pointer + "/nameRu"),
                    Required.field(nameEn, pointer + "/nameEn"),
                    Required.field(plan, pointer + "/plan").stream()
                            .map(line -> line.value(pointer + "/plan"))
                            .toList());
        }
    }

    /** A programme whole; {@code code} only where it is entered. */
    public record ProgrammeBody(
            @Nullable String code,
            @Nullable String nameRu,
            @Nullable String nameEn,
            @Nullable Integer firstYear,
            @Nullable Integer lastYear,
            @Nullable LocalDate firstAwardOn,
            @Nullable List<AdoptingAct> acts,
            @Nullable List<PlannedMeasure> measures) {
        PlanProgramme command(String of) {
            return new PlanProgramme(
                    of,
                    Required.field(nameRu, "/nameRu"),
                    Required.field(nameEn, "/nameEn"),
                    Required.field(firstYear, "/firstYear"),
                    Required.field(lastYear, "/lastYear"),
                    Required.field(firstAwardOn, "/firstAwardOn"),
                    Required.field(acts, "/acts").stream()
                            .map(act -> act.value("/acts"))
                            .toList(),
                    Required.field(measures, "/measures").stream()
                            .map(measure -> measure.value("/measures"))
                            .toList());
        }
    }

    @GET
    @Operation(summary = "Programmes by code")
    public ListAnswer<ProgrammeView> list(@BeanParam Paging paging) {
        return paging.answer(programmes.list(paging.request()));
    }

    @POST
    @Operation(summary = "Enters a programme with its plan")
    @APIResponseSchema(value = ProgrammeView.class, responseCode = "201")
    public Response enter(@Nullable ProgrammeBody body, @Context UriInfo uri) {
        var asked = Required.body(body);
        var programme = programmes.enter(asked.command(Required.field(asked.code(), "/code")));
        return tagged(
                Response.created(
                        uri.getAbsolutePathBuilder().path(programme.code()).build()),
                programme);
    }

    @GET
    @Path("{programme}")
    @Operation(summary = "One programme with its plan")
    @APIResponseSchema(value = ProgrammeView.class, responseCode = "200")
    public Response view(@PathParam("programme") String programme) {
        return tagged(Response.ok(), programmes.programme(programme));
    }

    @PUT
    @Path("{programme}")
    @Operation(
            summary = "Replaces what a programme says",
            description = "A plan is never less than what calls have announced.")
    @APIResponseSchema(value = ProgrammeView.class, responseCode = "200")
    public Response change(
            @PathParam("programme") String programme,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ProgrammeBody body) {
        return tagged(
                Response.ok(), programmes.change(Required.body(body).command(programme), Versions.expected(ifMatch)));
    }

    private static Response tagged(Response.ResponseBuilder builder, ProgrammeView programme) {
        return builder.entity(programme).tag(Versions.tag(programme.version())).build();
    }
}
