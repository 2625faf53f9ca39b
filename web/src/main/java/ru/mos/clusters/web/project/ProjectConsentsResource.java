package ru.mos.clusters.web.project;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.project.ConsentView;
import ru.mos.clusters.project.ProjectConsents;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;

/** Who consents to its part of a joint project, and what the Department approves of it. */
@Path("v1/projects/{project}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProjectConsentsResource {

    @Inject
    private ProjectConsents consents;

    /**
     * A consent.
     *
     * @param cluster as whose organisation; absent: as participant
     * @param part digest of the part that was read
     * @param document by which somebody consented; absent for a representative who does it here
     */
    public record NewConsent(
            @Nullable String inn,
            @Nullable UUID cluster,
            @Nullable String part,
            @Nullable PaperBody document) {}

    /** Which consent is taken back, and why. */
    public record ConsentWithdrawal(
            @Nullable String inn,
            @Nullable UUID cluster,
            @Nullable String reason) {}

    /** Another direction as the project words it, and the document that approves it. */
    public record DirectionApproval(
            @Nullable String text, @Nullable PaperBody document) {}

    @GET
    @Path("consents")
    @Operation(summary = "All who are asked for a consent, and how each stands")
    public ListAnswer<ConsentView> list(@PathParam("project") UUID project, @BeanParam Paging paging) {
        return paging.stretch(consents.list(project), consent -> consent.inn() + " " + consent.cluster());
    }

    @POST
    @Path("consents")
    @Operation(summary = "Consents to a part of the project as it reads")
    @APIResponseSchema(value = ConsentView.class, responseCode = "201")
    public Response consent(@PathParam("project") UUID project, @Nullable NewConsent body) {
        var asked = Required.body(body);
        var consent = consents.consent(
                project,
                Required.inn(asked.inn(), "/inn"),
                asked.cluster(),
                Required.field(asked.part(), "/part"),
                asked.document() == null ? null : PaperBody.required(asked.document()));
        return Response.status(Response.Status.CREATED).entity(consent).build();
    }

    @POST
    @Path("consents/withdraw")
    @Operation(summary = "Takes a consent back")
    public ConsentView withdraw(@PathParam("project") UUID project, @Nullable ConsentWithdrawal body) {
        var asked = Required.body(body);
        return consents.withdraw(
                project,
                Required.inn(asked.inn(), "/inn"),
                asked.cluster(),
                Required.field(asked.reason(), "/reason"));
    }

    @POST
    @Path("direction-approvals")
    @Operation(summary = "Approves another direction as the project words it")
    @APIResponse(responseCode = "204", description = "Approved")
    public Response approve(@PathParam("project") UUID project, @Nullable DirectionApproval body) {
        var asked = Required.body(body);
        consents.approve(
                project, Required.field(asked.text(), "/text"), PaperBody.required(asked.document()));
        return Response.noContent().build();
    }
}
