package ru.mos.clusters.web.fulfilment;

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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.fulfilment.EnterContribution;
import ru.mos.clusters.agreement.fulfilment.EnterResult;
import ru.mos.clusters.agreement.fulfilment.FulfilmentView;
import ru.mos.clusters.agreement.fulfilment.Fulfilments;
import ru.mos.clusters.project.InitiatorEvidence;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Facts of what an agreement promises. */
@Path("v1/agreements/{agreement}/fulfilments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AgreementFulfilmentsResource {

    @Inject
    private Fulfilments fulfilments;

    /** Where an indicator stands; {@code on}: as of which day. */
    public record NewResult(
            @Nullable String code,
            @Nullable BigDecimal value,
            @Nullable LocalDate on,
            @Nullable PaperBody document) {}

    /** What the initiator ordered or paid; {@code otherSide}: INN of the participant it was ordered from or paid to. */
    public record NewContribution(
            @Nullable InitiatorEvidence kind,
            @Nullable BigDecimal amount,
            @Nullable LocalDate on,
            @Nullable String otherSide,
            @Nullable PaperBody document) {}

    @GET
    @Operation(summary = "Facts of an agreement with their documents, in the order they were entered")
    public ListAnswer<FulfilmentView> list(@PathParam("agreement") UUID agreement, @BeanParam Paging paging) {
        return paging.stretch(fulfilments.of(agreement), one -> one.id().toString());
    }

    @POST
    @Path("results")
    @Operation(summary = "Enters where an indicator stands; it counts when another person accepted it")
    @APIResponseSchema(value = FulfilmentView.class, responseCode = "201")
    public Response enter(@PathParam("agreement") UUID agreement, @Nullable NewResult body, @Context UriInfo uri) {
        var given = Required.body(body);
        return created(
                fulfilments.enter(new EnterResult(
                        agreement,
                        Required.field(given.code(), "/code"),
                        Required.field(given.value(), "/value"),
                        Required.field(given.on(), "/on"),
                        PaperBody.required(given.document()))),
                uri);
    }

    @POST
    @Path("contributions")
    @Operation(summary = "Enters what the initiator ordered or paid; it counts when another person accepted it")
    @APIResponseSchema(value = FulfilmentView.class, responseCode = "201")
    public Response enter(
            @PathParam("agreement") UUID agreement, @Nullable NewContribution body, @Context UriInfo uri) {
        var given = Required.body(body);
        return created(
                fulfilments.enter(new EnterContribution(
                        agreement,
                        Required.field(given.kind(), "/kind"),
                        Required.field(given.amount(), "/amount"),
                        Required.field(given.on(), "/on"),
                        Required.inn(given.otherSide(), "/otherSide"),
                        PaperBody.required(given.document()))),
                uri);
    }

    private static Response created(FulfilmentView fact, UriInfo uri) {
        return Response.created(uri.getBaseUriBuilder()
                        .path("v1/fulfilments")
                        .path(fact.id().toString())
                        .build())
                .entity(fact)
                .tag(Versions.tag(fact.version()))
                .build();
    }
}
