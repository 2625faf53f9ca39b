package ru.mos.clusters.web.expertise;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.assessment.AssessmentParameter;
import ru.mos.clusters.call.assessment.AssessmentParameters;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;

/** What can be set about assessment. */
@Path("v1/assessment-parameters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AssessmentParametersResource {

    @Inject
    private AssessmentParameters parameters;

    /** A value from a day on. */
    public record NewAssessmentParameter(
            AssessmentParameter.@Nullable Code code,
            @Nullable String value,
            @Nullable LocalDate from) {}

    @GET
    @Operation(summary = "From which spread experts discuss, and what becomes of those beyond the money")
    public ListAnswer<AssessmentParameter> list(@BeanParam Paging paging) {
        return paging.stretch(parameters.all(), one -> one.code() + " " + one.from());
    }

    @POST
    @Operation(summary = "Sets a parameter from a day on")
    @APIResponseSchema(value = AssessmentParameter.class, responseCode = "201")
    public Response set(@Nullable NewAssessmentParameter body) {
        var given = Required.body(body);
        return Response.status(Response.Status.CREATED)
                .entity(parameters.set(new AssessmentParameter(
                        Required.field(given.code(), "/code"),
                        Required.field(given.value(), "/value"),
                        Required.field(given.from(), "/from"))))
                .build();
    }
}
