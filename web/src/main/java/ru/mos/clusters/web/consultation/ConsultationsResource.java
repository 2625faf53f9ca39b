package ru.mos.clusters.web.consultation;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.consultation.ConsultationFilter;
import ru.mos.clusters.cluster.consultation.ConsultationForm;
import ru.mos.clusters.cluster.consultation.ConsultationView;
import ru.mos.clusters.cluster.consultation.Consultations;
import ru.mos.clusters.cluster.consultation.EnterConsultation;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Who of ГЦКР advised whom. */
@Path("v1/consultations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConsultationsResource {

    @Inject
    private Consultations consultations;

    @Inject
    private Clusters clusters;

    /** An entry: whom is a {@code cluster}, by id or code, or an enterprise by {@code inn}; without {@code adviser}: the caller. */
    public record NewConsultation(
            @Nullable String adviser,
            @Nullable String cluster,
            @Nullable String inn,
            @Nullable LocalDate heldOn,
            @Nullable ConsultationForm form,
            @Nullable String topic,
            @Nullable String result) {}

    /** Why an entry is taken away. */
    public record Removal(@Nullable String reason) {}

    /** @param latest the last such day; null where they did not */
    public record Advised(boolean advised, @Nullable LocalDate latest) {}

    @POST
    @Operation(summary = "Enters that somebody of ГЦКР advised a cluster or an enterprise")
    @APIResponseSchema(value = ConsultationView.class, responseCode = "201")
    public Response enter(@Nullable NewConsultation body, @Context UriInfo uri) {
        var entry = consultations.enter(command(body));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(entry.id().toString()).build())
                .tag(Versions.tag(entry.version()))
                .entity(entry)
                .build();
    }

    @GET
    @Operation(
            summary = "Entries of the journal, the latest day first",
            description = "The day named by to is exclusive.")
    public ListAnswer<ConsultationView> list(
            @QueryParam("adviser") @Nullable String adviser,
            @QueryParam("cluster") @Nullable String cluster,
            @QueryParam("inn") @Nullable Inn inn,
            @QueryParam("form") @Nullable ConsultationForm form,
            @QueryParam("text") @Nullable String text,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @BeanParam Paging paging) {
        var of = cluster == null ? null : clusters.resolve(cluster);
        return paging.answer(
                consultations.list(new ConsultationFilter(adviser, of, inn, form, text, from, to), paging.request()));
    }

    @GET
    @Path("advised")
    @Operation(summary = "Whether a person advised a cluster or an enterprise before a date")
    public Advised advised(
            @QueryParam("login") @Nullable String login,
            @QueryParam("cluster") @Nullable String cluster,
            @QueryParam("inn") @Nullable Inn inn,
            @QueryParam("before") @Nullable LocalDate before) {
        if (login == null || before == null) {
            throw new Problem(PlatformProblem.PARAMETER_MALFORMED, login == null ? "login" : "before", "");
        }
        var of = cluster == null ? null : clusters.resolve(cluster);
        var latest = consultations.advised(login, of, inn, before);
        return new Advised(latest.isPresent(), latest.orElse(null));
    }

    @GET
    @Path("{consultation}")
    @Operation(summary = "One entry of the journal")
    @APIResponseSchema(value = ConsultationView.class, responseCode = "200")
    public Response one(@PathParam("consultation") UUID consultation) {
        return answer(consultations.consultation(consultation));
    }

    @PUT
    @Path("{consultation}")
    @Operation(summary = "Says anew what an entry says; the wording before is kept")
    @APIResponseSchema(value = ConsultationView.class, responseCode = "200")
    public Response correct(
            @PathParam("consultation") UUID consultation,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable NewConsultation body) {
        long version = Versions.expected(ifMatch);
        return answer(consultations.correct(consultation, version, command(body)));
    }

    @POST
    @Path("{consultation}/remove")
    @Operation(summary = "Takes away an entry that was made by mistake")
    @APIResponse(responseCode = "204", description = "Taken away")
    public void remove(@PathParam("consultation") UUID consultation, @Nullable Removal body) {
        consultations.remove(consultation, Required.field(Required.body(body).reason(), "/reason"));
    }

    private EnterConsultation command(@Nullable NewConsultation body) {
        var given = Required.body(body);
        return new EnterConsultation(
                given.adviser(),
                given.cluster() == null ? null : clusters.resolve(given.cluster()),
                given.inn() == null ? null : Required.inn(given.inn(), "/inn"),
                Required.field(given.heldOn(), "/heldOn"),
                Required.field(given.form(), "/form"),
                Required.field(given.topic(), "/topic"),
                given.result());
    }

    private static Response answer(ConsultationView entry) {
        return Response.ok(entry).tag(Versions.tag(entry.version())).build();
    }
}
