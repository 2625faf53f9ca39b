package ru.mos.clusters.web.cluster;

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
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.cooperation.AgreementView;
import ru.mos.clusters.cluster.cooperation.ConcludeAgreement;
import ru.mos.clusters.cluster.cooperation.CooperationAgreements;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;

/** Agreements on cooperation of a cluster with its partners. */
@Path("v1/clusters/{id}/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AgreementsResource {

    @Inject
    private Clusters clusters;

    @Inject
    private CooperationAgreements agreements;

    /** An agreement to be recorded; {@code to} is the first day no longer in force. */
    public record NewAgreement(
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable String subject,
            @Nullable List<String> parties,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** From when an agreement is in force no more, and why. */
    public record AgreementEnd(
            @Nullable LocalDate from, @Nullable String reason) {}

    @POST
    @Operation(
            summary = "Records an agreement with partners",
            description = "Parties are INNs of the cluster's organisation or of participants on the first day in force;"
                    + " one at least is a partner outside of the organisation.")
    @APIResponseSchema(value = AgreementView.class, responseCode = "201")
    public Response conclude(@PathParam("id") String id, @Nullable NewAgreement body, @Context UriInfo uri) {
        var agreement = Required.body(body);
        var date = Required.field(agreement.date(), "/date");
        var parties = Required.field(agreement.parties(), "/parties").stream()
                .map(inn -> Required.inn(inn, "/parties"))
                .toList();
        var command = new ConcludeAgreement(
                clusters.resolve(id),
                Required.field(agreement.number(), "/number"),
                date,
                Required.field(agreement.subject(), "/subject"),
                parties,
                agreement.from() == null ? date : agreement.from(),
                agreement.to());
        var concluded = agreements.conclude(command, null, "");
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(concluded.id().toString())
                        .build())
                .entity(concluded)
                .build();
    }

    @GET
    @Operation(summary = "Agreements of the cluster, the latest first: all, or those in force on a date")
    public ListAnswer<AgreementView> list(
            @PathParam("id") String id, @QueryParam("asOf") @Nullable LocalDate asOf, @BeanParam Paging paging) {
        return paging.stretch(
                agreements.list(clusters.resolve(id), asOf),
                agreement -> agreement.id().toString());
    }

    @GET
    @Path("{agreement}")
    @Operation(summary = "One agreement")
    public AgreementView agreement(@PathParam("id") String id, @PathParam("agreement") UUID agreement) {
        return agreements.agreement(clusters.resolve(id), agreement);
    }

    @GET
    @Path("{agreement}/file")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The file of an agreement, as it came")
    public Response file(@PathParam("id") String id, @PathParam("agreement") UUID agreement) {
        return ClusterDocumentsResource.given(agreements.file(clusters.resolve(id), agreement));
    }

    @POST
    @Path("{agreement}/file")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Attaches the file of an agreement",
            description =
                    "The body is the file (PDF, DOCX, ODT, XLSX, JPEG or PNG, told from its content, at most 50 MB).")
    public AgreementView attach(
            @PathParam("id") String id,
            @PathParam("agreement") UUID agreement,
            @QueryParam("fileName") @Nullable String fileName,
            InputStream body) {
        var name = Required.field(fileName, "/fileName");
        return agreements.attach(clusters.resolve(id), agreement, body, name);
    }

    @POST
    @Path("{agreement}/end")
    @Operation(summary = "Says that an agreement is no longer in force from a date on")
    @APIResponse(responseCode = "204", description = "Ended")
    public Response end(
            @PathParam("id") String id, @PathParam("agreement") UUID agreement, @Nullable AgreementEnd body) {
        var end = Required.body(body);
        var from = Required.field(end.from(), "/from");
        var reason = Required.field(end.reason(), "/reason");
        agreements.end(clusters.resolve(id), agreement, from, reason);
        return Response.noContent().build();
    }
}
