package ru.mos.clusters.web.agreement;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.EnterEvidence;
import ru.mos.clusters.agreement.EvidenceSource;
import ru.mos.clusters.agreement.EvidenceView;
import ru.mos.clusters.agreement.OwnMoney;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Documents of an agreement that show money beside the budget's. */
@Path("v1/agreements/{agreement}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AgreementEvidenceResource {

    @Inject
    private OwnMoney ownMoney;

    /** A document; {@code issuer}: INN of who issued it. */
    public record NewOwnMoney(
            @Nullable Integer stage,
            @Nullable EvidenceSource source,
            @Nullable BigDecimal amount,
            @Nullable String issuer,
            @Nullable PaperBody document) {}

    @GET
    @Operation(summary = "Documents of own money of an agreement, in the order they were entered")
    public ListAnswer<EvidenceView> list(@PathParam("agreement") UUID agreement, @BeanParam Paging paging) {
        return paging.stretch(ownMoney.of(agreement), one -> one.id().toString());
    }

    @POST
    @Operation(summary = "Enters a document of own money; it counts when another person accepted it")
    @APIResponseSchema(value = EvidenceView.class, responseCode = "201")
    public Response enter(@PathParam("agreement") UUID agreement, @Nullable NewOwnMoney body, @Context UriInfo uri) {
        var given = Required.body(body);
        var evidence = ownMoney.enter(new EnterEvidence(
                agreement,
                Required.field(given.stage(), "/stage"),
                Required.field(given.source(), "/source"),
                Required.field(given.amount(), "/amount"),
                Required.inn(given.issuer(), "/issuer"),
                PaperBody.required(given.document())));
        return Response.created(uri.getBaseUriBuilder()
                        .path("v1/evidence")
                        .path(evidence.id().toString())
                        .build())
                .entity(evidence)
                .tag(Versions.tag(evidence.version()))
                .build();
    }
}
