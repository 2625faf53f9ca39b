package ru.mos.clusters.web.assessment;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.assessment.SmeAssessment;
import ru.mos.clusters.assessment.SmeAssessments;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.rest.Versions;

/** An enterprise by the criteria of the law on SMEs. */
@Path("v1/entities/{inn}/sme-assessment")
@Produces(MediaType.APPLICATION_JSON)
public class SmeAssessmentResource {

    @Inject
    private SmeAssessments assessments;

    @Inject
    private Time time;

    @GET
    @Operation(
            summary =
                    "Whether an enterprise is an SME by the criteria of the law on a date, and what the register says",
            description = "Before 2018-12-01 the criteria decide, since then the register does and the criteria are a"
                    + " diagnosis. Of an enterprise that no source knows the answer is UNKNOWN, with what is"
                    + " missing. Names of private persons are cut to surname and initials.")
    @APIResponse(
            responseCode = "200",
            description = "The assessment",
            content = @Content(schema = @Schema(implementation = SmeAssessment.class)))
    public Response assess(
            @PathParam("inn") Inn inn,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("knownOn") @Nullable Instant knownOn) {
        var assessment = assessments.assess(inn, asOf == null ? time.today() : asOf, knownOn);
        return Response.ok(assessment).tag(Versions.digest(assessment)).build();
    }
}
