package ru.mos.clusters.web.assessment;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.assessment.SmeAssessment.Disagreement;
import ru.mos.clusters.cluster.SmeDisagreementView;
import ru.mos.clusters.cluster.SmeDisagreements;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;

/** Members of clusters about whom the criteria of the law and the register disagree. */
@Path("v1/sme-disagreements")
@Produces(MediaType.APPLICATION_JSON)
public class SmeDisagreementsResource {

    @Inject
    private SmeDisagreements disagreements;

    @GET
    @Operation(
            summary = "Members of clusters about whom the criteria of the law and the register disagree",
            description = "Worked out every night and after imports; asOf says for which day.")
    public ListAnswer<SmeDisagreementView> list(
            @QueryParam("kind") Disagreement.@Nullable Kind kind, @BeanParam Paging paging) {
        return paging.answer(disagreements.list(kind, paging.request()));
    }

    @POST
    @Path("assess")
    @Operation(summary = "Works the disagreements out anew at once")
    @APIResponse(responseCode = "204", description = "Done")
    public Response assess() {
        disagreements.assess();
        return Response.noContent().build();
    }
}
