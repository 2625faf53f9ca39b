package ru.mos.clusters.web.bank;

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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.InstructionAction;
import ru.mos.clusters.bank.InstructionEffect;
import ru.mos.clusters.bank.InstructionFilter;
import ru.mos.clusters.bank.InstructionGuard;
import ru.mos.clusters.bank.InstructionState;
import ru.mos.clusters.bank.InstructionView;
import ru.mos.clusters.bank.Instructions;
import ru.mos.clusters.bank.Source;
import ru.mos.clusters.bank.file.PaymentFormat;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Payment orders that left for the bank. */
@Path("v1/payment-orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PaymentOrdersResource {

    @Inject
    private Instructions instructions;

    /** When and why the bank refused. */
    public record OrderRefusal(
            @Nullable LocalDate on, @Nullable String reason) {}

    /** Why an order is withdrawn. */
    public record OrderWithdrawal(@Nullable String reason) {}

    /** A line of the table of what may be done to a payment order. */
    public record OrderTransition(
            InstructionState from,
            InstructionAction action,
            List<String> roles,
            InstructionGuard guard,
            InstructionState to,
            InstructionEffect effect) {}

    @GET
    @Operation(summary = "Payment orders, the latest first")
    public ListAnswer<InstructionView> list(
            @QueryParam("state") @Nullable InstructionState state,
            @QueryParam("sourceKind") @Nullable String sourceKind,
            @QueryParam("source") @Nullable String source,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("until") @Nullable LocalDate until,
            @QueryParam("text") @Nullable String text,
            @BeanParam Paging paging) {
        var asked = sourceKind == null || source == null ? null : new Source(sourceKind, source);
        return paging.answer(
                instructions.list(new InstructionFilter(state, asked, from, until, text), paging.request()));
    }

    @GET
    @Path("transitions")
    @Operation(summary = "What may be done to a payment order, in which state, by whom, on what condition")
    public ListAnswer<OrderTransition> transitions(@BeanParam Paging paging) {
        var table = instructions.transitions().stream()
                .map(step -> new OrderTransition(
                        step.from(), step.action(), step.roles(), step.guard(), step.to(), step.effect()))
                .toList();
        return paging.stretch(table, line -> line.from() + " " + line.action());
    }

    @GET
    @Path("{order}")
    @Operation(summary = "A payment order and what became of it")
    @APIResponseSchema(value = InstructionView.class, responseCode = "200")
    public Response view(@PathParam("order") UUID order) {
        return tagged(Response.ok(), instructions.view(order));
    }

    @GET
    @Path("{order}/file")
    @Produces({"text/plain", "application/xml", MediaType.APPLICATION_JSON})
    @Operation(
            summary = "A payment order as a file for the bank",
            description = "format=1c: 1CClientBankExchange 1.03 in CP1251; format=pain001: ISO 20022 pain.001.001.03.")
    public Response file(@PathParam("order") UUID order, @QueryParam("format") @Nullable String format) {
        var form = form(format == null ? "" : format);
        var instruction = instructions.view(order);
        return Response.ok(
                        instructions.file(order, form),
                        MediaType.valueOf(form.mediaType()).withCharset(form.charset()))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"payment-order-" + instruction.day() + "-" + instruction.number() + "."
                                + form.ending() + "\"")
                .build();
    }

    private static PaymentFormat form(String format) {
        return switch (format) {
            case "1c" -> PaymentFormat.CLIENT_BANK_1C;
            case "pain001" -> PaymentFormat.PAIN_001;
            default -> throw new Problem(PlatformProblem.PARAMETER_MALFORMED, "format", format);
        };
    }

    @POST
    @Path("{order}/reject")
    @Operation(summary = "Records that the bank refused a payment order")
    @APIResponseSchema(value = InstructionView.class, responseCode = "200")
    public Response reject(@PathParam("order") UUID order, @Nullable OrderRefusal body) {
        var given = Required.body(body);
        return tagged(
                Response.ok(),
                instructions.reject(
                        order, Required.field(given.on(), "/on"), Required.field(given.reason(), "/reason")));
    }

    @POST
    @Path("{order}/withdraw")
    @Operation(summary = "Takes back a payment order that the bank has not executed")
    @APIResponseSchema(value = InstructionView.class, responseCode = "200")
    public Response withdraw(@PathParam("order") UUID order, @Nullable OrderWithdrawal body) {
        return tagged(
                Response.ok(),
                instructions.withdraw(order, Required.field(Required.body(body).reason(), "/reason")));
    }

    @POST
    @Path("{order}/repeat")
    @Operation(summary = "Issues a rejected payment order anew, to the same account")
    @APIResponseSchema(value = InstructionView.class, responseCode = "200")
    public Response repeat(@PathParam("order") UUID order) {
        return tagged(Response.ok(), instructions.repeat(order, null));
    }

    private static Response tagged(Response.ResponseBuilder builder, InstructionView instruction) {
        return builder.entity(instruction)
                .tag(Versions.tag(instruction.version()))
                .build();
    }
}
