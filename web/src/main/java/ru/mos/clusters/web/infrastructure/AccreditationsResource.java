package ru.mos.clusters.web.infrastructure;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.infrastructure.AccreditationView;
import ru.mos.clusters.infrastructure.Accreditations;
import ru.mos.clusters.infrastructure.InfrastructureOrganisations;
import ru.mos.clusters.infrastructure.ProposeAccreditation;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;

/** Accreditations of an organisation: proposed by one employee with an answer to every requirement, decided by another. */
@Path("v1/infrastructure/{organisation}/accreditations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccreditationsResource {

    @Inject
    private InfrastructureOrganisations organisations;

    @Inject
    private Accreditations accreditations;

    /** An accreditation to be proposed; {@code to} is the first day no longer in force. */
    public record NewAccreditation(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable List<@Nullable CheckBody> checks) {}

    /** Whether a requirement is met, and by which paper. */
    public record CheckBody(
            @Nullable UUID requirement,
            @Nullable Boolean met,
            @Nullable PaperBody document) {
        ProposeAccreditation.Check check() {
            return new ProposeAccreditation.Check(
                    Required.field(requirement, "/checks/requirement"),
                    Required.field(met, "/checks/met"),
                    document == null ? null : PaperBody.required(document, "/checks/document"));
        }
    }

    /** Why an accreditation is refused. */
    public record AccreditationRefusal(@Nullable String reason) {}

    /** From when an accreditation is in force no more, and why. */
    public record AccreditationEnd(
            @Nullable LocalDate from, @Nullable String reason) {}

    @POST
    @Operation(summary = "Proposes an accreditation; a second person decides")
    @APIResponseSchema(value = AccreditationView.class, responseCode = "201")
    public Response propose(
            @PathParam("organisation") String id, @Nullable NewAccreditation body, @Context UriInfo uri) {
        var proposed = Required.body(body);
        var from = Required.field(proposed.from(), "/from");
        var to = Required.field(proposed.to(), "/to");
        var checks = Required.field(proposed.checks(), "/checks").stream()
                .map(check -> Required.field(check, "/checks").check())
                .toList();
        var accreditation =
                accreditations.propose(new ProposeAccreditation(organisations.resolve(id), from, to, checks));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(accreditation.id().toString())
                        .build())
                .entity(accreditation)
                .build();
    }

    @GET
    @Operation(summary = "Accreditations of the organisation with their checks, the latest first")
    public ListAnswer<AccreditationView> list(@PathParam("organisation") String id, @BeanParam Paging paging) {
        return paging.stretch(
                accreditations.of(organisations.resolve(id)), one -> one.id().toString());
    }

    @GET
    @Path("{accreditation}")
    @Operation(summary = "One accreditation")
    public AccreditationView accreditation(
            @PathParam("organisation") String id, @PathParam("accreditation") UUID accreditation) {
        return accreditations.accreditation(organisations.resolve(id), accreditation);
    }

    @POST
    @Path("{accreditation}/give")
    @Operation(summary = "Gives an accreditation that somebody else has proposed")
    public AccreditationView give(
            @PathParam("organisation") String id, @PathParam("accreditation") UUID accreditation) {
        return accreditations.give(accreditation);
    }

    @POST
    @Path("{accreditation}/refuse")
    @Operation(summary = "Refuses an accreditation, or takes back one's own proposal")
    public AccreditationView refuse(
            @PathParam("organisation") String id,
            @PathParam("accreditation") UUID accreditation,
            @Nullable AccreditationRefusal body) {
        return accreditations.refuse(
                accreditation, Required.field(Required.body(body).reason(), "/reason"));
    }

    @POST
    @Path("{accreditation}/withdraw")
    @Operation(summary = "Ends an accreditation before its term")
    @APIResponse(responseCode = "204", description = "Ended")
    public Response withdraw(
            @PathParam("organisation") String id,
            @PathParam("accreditation") UUID accreditation,
            @Nullable AccreditationEnd body) {
        var end = Required.body(body);
        var from = Required.field(end.from(), "/from");
        accreditations.withdraw(accreditation, from, Required.field(end.reason(), "/reason"));
        return Response.noContent().build();
    }
}
