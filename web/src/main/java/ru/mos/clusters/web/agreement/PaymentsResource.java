package ru.mos.clusters.web.agreement;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.PaymentAction;
import ru.mos.clusters.agreement.PaymentEffect;
import ru.mos.clusters.agreement.PaymentGuard;
import ru.mos.clusters.agreement.PaymentState;
import ru.mos.clusters.agreement.PaymentView;
import ru.mos.clusters.agreement.Payments;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Payments of instalments. */
@Path("v1/payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PaymentsResource {

    @Inject
    private Payments payments;

    /** The version of the payment that was seen. */
    public record SeenPayment(@Nullable Long version) {
        static @Nullable Long of(@Nullable SeenPayment body) {
            return body == null ? null : body.version();
        }
    }

    /** Why; {@code version}: of the payment that was seen. */
    public record PaymentReason(
            @Nullable String reason, @Nullable Long version) {}

    /** A line of the table of what may be done to a payment. */
    public record PaymentTransition(
            PaymentState from,
            PaymentAction action,
            List<String> roles,
            PaymentGuard guard,
            PaymentState to,
            PaymentEffect effect) {}

    @GET
    @Operation(summary = "Payments, the latest first")
    public ListAnswer<PaymentView> list(
            @QueryParam("state") @Nullable PaymentState state,
            @QueryParam("agreement") @Nullable UUID agreement,
            @BeanParam Paging paging) {
        return paging.answer(payments.list(state, agreement, paging.request()));
    }

    @GET
    @Path("transitions")
    @Operation(summary = "What may be done to a payment, in which state, by whom, on what condition")
    public ListAnswer<PaymentTransition> transitions(@BeanParam Paging paging) {
        var table = payments.transitions().stream()
                .map(step -> new PaymentTransition(
                        step.from(), step.action(), step.roles(), step.guard(), step.to(), step.effect()))
                .toList();
        return paging.stretch(table, line -> line.from() + " " + line.action());
    }

    @GET
    @Path("{payment}")
    @Operation(summary = "A payment")
    @APIResponseSchema(value = PaymentView.class, responseCode = "200")
    public Response view(@PathParam("payment") UUID payment) {
        return tagged(payments.view(payment));
    }

    @POST
    @Path("{payment}/approve")
    @Operation(
            summary = "Approves a payment that somebody else prepared",
            description = "A large sum is ordered with the approval of a second chief, every other at once.")
    @APIResponseSchema(value = PaymentView.class, responseCode = "200")
    public Response approve(@PathParam("payment") UUID payment, @Nullable SeenPayment body) {
        return tagged(payments.approve(payment, SeenPayment.of(body)));
    }

    @POST
    @Path("{payment}/cancel")
    @Operation(summary = "Gives up a payment that was not ordered")
    @APIResponseSchema(value = PaymentView.class, responseCode = "200")
    public Response cancel(@PathParam("payment") UUID payment, @Nullable PaymentReason body) {
        var given = Required.body(body);
        return tagged(payments.cancel(payment, given.version(), Required.field(given.reason(), "/reason")));
    }

    @POST
    @Path("{payment}/withdraw")
    @Operation(summary = "Takes back an order that the bank did not execute, or rejected")
    @APIResponseSchema(value = PaymentView.class, responseCode = "200")
    public Response withdraw(@PathParam("payment") UUID payment, @Nullable PaymentReason body) {
        var given = Required.body(body);
        return tagged(payments.withdraw(payment, given.version(), Required.field(given.reason(), "/reason")));
    }

    @POST
    @Path("{payment}/repeat")
    @Operation(summary = "Orders anew what the bank rejected, to the account that is confirmed now")
    @APIResponseSchema(value = PaymentView.class, responseCode = "200")
    public Response repeat(@PathParam("payment") UUID payment, @Nullable SeenPayment body) {
        return tagged(payments.repeat(payment, SeenPayment.of(body)));
    }

    private static Response tagged(PaymentView payment) {
        return Response.ok(payment).tag(Versions.tag(payment.version())).build();
    }
}
