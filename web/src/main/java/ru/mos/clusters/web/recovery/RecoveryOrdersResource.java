package ru.mos.clusters.web.recovery;

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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.recovery.RecoveryAction;
import ru.mos.clusters.recovery.RecoveryEffect;
import ru.mos.clusters.recovery.RecoveryFilter;
import ru.mos.clusters.recovery.RecoveryGuard;
import ru.mos.clusters.recovery.RecoveryOrderView;
import ru.mos.clusters.recovery.RecoveryOrders;
import ru.mos.clusters.recovery.RecoveryState;
import ru.mos.clusters.recovery.RecoveryTerm;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Demands to pay back. */
@Path("v1/recovery-orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RecoveryOrdersResource {

    @Inject
    private RecoveryOrders orders;

    /** The version of the demand that was seen. */
    public record SeenRecovery(@Nullable Long version) {}

    /** Why; {@code version}: of the demand that was seen. */
    public record RecoveryReason(
            @Nullable String reason, @Nullable Long version) {}

    /** Why, and by which document. */
    public record WriteOff(
            @Nullable String reason,
            @Nullable String document,
            @Nullable Long version) {}

    /** By when how much. */
    public record NewTerm(
            @Nullable LocalDate dueOn, @Nullable BigDecimal amount) {}

    /** By which document, and the terms that make up what is not met yet. */
    public record Deferral(
            @Nullable String document,
            @Nullable List<@Nullable NewTerm> terms,
            @Nullable Long version) {}

    /** A payment that is prepared, and how much of it is kept back; all that is open where it is left out. */
    public record SetOff(
            @Nullable UUID payment,
            @Nullable BigDecimal amount,
            @Nullable Long version) {}

    /** A line of the table of what may be done to a demand. */
    public record RecoveryTransition(
            RecoveryState from,
            RecoveryAction action,
            List<String> roles,
            RecoveryGuard guard,
            RecoveryState to,
            RecoveryEffect effect) {}

    @GET
    @Operation(summary = "Demands to pay back, the latest first")
    public ListAnswer<RecoveryOrderView> list(
            @QueryParam("state") @Nullable RecoveryState state,
            @QueryParam("agreement") @Nullable UUID agreement,
            @QueryParam("overdue") boolean overdue,
            @BeanParam Paging paging) {
        return paging.answer(orders.list(new RecoveryFilter(state, agreement, overdue), paging.request()));
    }

    @GET
    @Path("transitions")
    @Operation(summary = "What may be done to a demand, in which state, by whom, on what condition")
    public ListAnswer<RecoveryTransition> transitions(@BeanParam Paging paging) {
        var table = orders.transitions().stream()
                .map(step -> new RecoveryTransition(
                        step.from(), step.action(), step.roles(), step.guard(), step.to(), step.effect()))
                .toList();
        return paging.stretch(table, line -> line.from() + " " + line.action());
    }

    @GET
    @Path("{order}")
    @Operation(summary = "A demand: what is to come back by when, and what came")
    @APIResponseSchema(value = RecoveryOrderView.class, responseCode = "200")
    public Response view(@PathParam("order") UUID order) {
        return tagged(orders.view(order));
    }

    @POST
    @Path("{order}/issue")
    @Operation(summary = "Issues a demand that somebody else drew up")
    @APIResponseSchema(value = RecoveryOrderView.class, responseCode = "200")
    public Response issue(@PathParam("order") UUID order, @Nullable SeenRecovery body) {
        return tagged(orders.issue(order, body == null ? null : body.version()));
    }

    @POST
    @Path("{order}/withdraw")
    @Operation(summary = "Withdraws a demand of which nothing was met")
    @APIResponseSchema(value = RecoveryOrderView.class, responseCode = "200")
    public Response withdraw(@PathParam("order") UUID order, @Nullable RecoveryReason body) {
        var given = Required.body(body);
        return tagged(orders.withdraw(order, given.version(), Required.field(given.reason(), "/reason")));
    }

    @POST
    @Path("{order}/defer")
    @Operation(summary = "Lets what is open be paid back by instalments")
    @APIResponseSchema(value = RecoveryOrderView.class, responseCode = "200")
    public Response defer(@PathParam("order") UUID order, @Nullable Deferral body) {
        var given = Required.body(body);
        var terms = new ArrayList<RecoveryTerm>();
        int at = 0;
        for (var one : Required.field(given.terms(), "/terms")) {
            var pointer = "/terms/" + at++;
            var term = Required.field(one, pointer);
            terms.add(new RecoveryTerm(
                    Required.field(term.dueOn(), pointer + "/dueOn"),
                    Required.field(term.amount(), pointer + "/amount")));
        }
        return tagged(orders.defer(order, given.version(), Required.field(given.document(), "/document"), terms));
    }

    @POST
    @Path("{order}/set-off")
    @Operation(
            summary = "Keeps a demand back from a payment that is prepared",
            description = "It counts when the bank has paid the rest. Only against payments of the same budget.")
    @APIResponseSchema(value = RecoveryOrderView.class, responseCode = "200")
    public Response setOff(@PathParam("order") UUID order, @Nullable SetOff body) {
        var given = Required.body(body);
        return tagged(
                orders.setOff(order, given.version(), Required.field(given.payment(), "/payment"), given.amount()));
    }

    @POST
    @Path("{order}/write-off")
    @Operation(summary = "Gives up what is left of a demand")
    @APIResponseSchema(value = RecoveryOrderView.class, responseCode = "200")
    public Response writeOff(@PathParam("order") UUID order, @Nullable WriteOff body) {
        var given = Required.body(body);
        return tagged(orders.writeOff(
                order,
                given.version(),
                Required.field(given.reason(), "/reason"),
                Required.field(given.document(), "/document")));
    }

    private static Response tagged(RecoveryOrderView order) {
        return Response.ok(order).tag(Versions.tag(order.version())).build();
    }
}
