package ru.mos.clusters.web.agreement;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.PaymentView;
import ru.mos.clusters.agreement.Payments;
import ru.mos.clusters.web.rest.Required;

/** Payments under an agreement, as they are prepared. */
@Path("v1/agreements/{agreement}/payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AgreementPaymentsResource {

    @Inject
    private Payments payments;

    /** Which instalment is to be paid. */
    public record InstalmentToPay(@Nullable Integer position) {}

    /** What was prepared: one payment, or one for each participant. */
    public record PreparedPayments(List<PaymentView> items) {}

    @POST
    @Operation(summary = "Prepares the payment of an instalment; others approve it")
    @APIResponseSchema(value = PreparedPayments.class, responseCode = "201")
    public Response prepare(
            @PathParam("agreement") UUID agreement, @Nullable InstalmentToPay body, @Context UriInfo uri) {
        var prepared =
                payments.prepare(agreement, Required.field(Required.body(body).position(), "/position"));
        return Response.created(uri.getBaseUriBuilder()
                        .path("v1/payments")
                        .queryParam("agreement", agreement)
                        .build())
                .entity(new PreparedPayments(prepared))
                .build();
    }
}
