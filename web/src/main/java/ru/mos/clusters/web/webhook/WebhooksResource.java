package ru.mos.clusters.web.webhook;

import jakarta.ejb.EJB;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.web.rest.IdempotentCommands;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;
import ru.mos.clusters.webhook.DeliveryState;
import ru.mos.clusters.webhook.DeliveryView;
import ru.mos.clusters.webhook.EnterSubscription;
import ru.mos.clusters.webhook.EventType;
import ru.mos.clusters.webhook.SubscriptionView;
import ru.mos.clusters.webhook.Webhooks;

/** Which programs are told of what, for administrators. */
@Path("v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WebhooksResource {

    @EJB
    private Webhooks webhooks;

    @Context
    private HttpServletRequest request;

    /** What a repetition is told of an answer with a secret. */
    public record WithoutSecret(SubscriptionView subscription) {}

    /** What a receiver is to be told of; {@code inn}: of that organisation alone. */
    public record WebhookBody(
            @Nullable String name,
            @Nullable String url,
            @Nullable String inn,
            @Nullable Set<String> types) {
        EnterSubscription command() {
            return new EnterSubscription(
                    Required.field(name, "/name"),
                    Required.field(url, "/url"),
                    inn == null ? null : Required.inn(inn, "/inn"),
                    Required.field(types, "/types"));
        }
    }

    /** @param events how many are sent once more */
    public record Repeated(int events) {}

    @GET
    @Operation(summary = "Subscriptions to events, in the order in which they were entered")
    public ListAnswer<SubscriptionView> list(@BeanParam Paging paging) {
        return paging.answer(webhooks.list(paging.request()));
    }

    @POST
    @Operation(
            summary = "Enters a receiver of events; its secret is in this answer only",
            description = "A repetition under the same Idempotency-Key is answered without it.")
    @APIResponseSchema(value = Webhooks.Created.class, responseCode = "201")
    public Response create(@Nullable WebhookBody body, @Context UriInfo uri) {
        var created = webhooks.create(Required.body(body).command());
        IdempotentCommands.keepInstead(request, new WithoutSecret(created.subscription()));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(created.subscription().id().toString())
                        .build())
                .tag(Versions.tag(created.subscription().version()))
                .entity(created)
                .build();
    }

    @GET
    @Path("event-types")
    @Operation(summary = "Events of which programs can be told")
    public ListAnswer<EventType> eventTypes(@BeanParam Paging paging) {
        return paging.stretch(webhooks.eventTypes(), EventType::type);
    }

    @GET
    @Path("{webhook}")
    @Operation(summary = "A subscription and how it fares")
    @APIResponseSchema(value = SubscriptionView.class, responseCode = "200")
    public Response view(@PathParam("webhook") UUID webhook) {
        return tagged(webhooks.view(webhook));
    }

    @PUT
    @Path("{webhook}")
    @Operation(
            summary = "Corrects a subscription; what waits goes to the new address",
            description = "What waits of kinds no longer asked for is dropped. The organisation does not change.")
    @APIResponseSchema(value = SubscriptionView.class, responseCode = "200")
    public Response change(
            @PathParam("webhook") UUID webhook,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable WebhookBody body) {
        return tagged(webhooks.change(
                webhook, Versions.expected(ifMatch), Required.body(body).command()));
    }

    @POST
    @Path("{webhook}/pause")
    @Operation(summary = "Sends nothing for now; events gather")
    @APIResponseSchema(value = SubscriptionView.class, responseCode = "200")
    public Response pause(@PathParam("webhook") UUID webhook) {
        return tagged(webhooks.pause(webhook));
    }

    @POST
    @Path("{webhook}/resume")
    @Operation(summary = "Sends again, beginning with what has gathered")
    @APIResponseSchema(value = SubscriptionView.class, responseCode = "200")
    public Response resume(@PathParam("webhook") UUID webhook) {
        return tagged(webhooks.resume(webhook));
    }

    @POST
    @Path("{webhook}/close")
    @Operation(summary = "Ends a subscription for good; what waits is dropped")
    @APIResponseSchema(value = SubscriptionView.class, responseCode = "200")
    public Response close(@PathParam("webhook") UUID webhook) {
        return tagged(webhooks.close(webhook));
    }

    @POST
    @Path("{webhook}/rotate")
    @Operation(
            summary = "Gives another secret, which is in this answer only",
            description = "For a day events are signed with the secret before as well. A repetition under the same"
                    + " Idempotency-Key is answered without the secret.")
    @APIResponseSchema(value = Webhooks.Created.class, responseCode = "200")
    public Response rotate(@PathParam("webhook") UUID webhook) {
        var rotated = webhooks.rotate(webhook);
        IdempotentCommands.keepInstead(request, new WithoutSecret(rotated.subscription()));
        return Response.ok(rotated)
                .tag(Versions.tag(rotated.subscription().version()))
                .build();
    }

    @POST
    @Path("{webhook}/test")
    @Operation(summary = "Sends an event that tells of nothing, to try the receiver out")
    public DeliveryView test(@PathParam("webhook") UUID webhook) {
        return webhooks.test(webhook);
    }

    @GET
    @Path("{webhook}/deliveries")
    @Operation(summary = "Events of a subscription, the latest first")
    public ListAnswer<DeliveryView> deliveries(
            @PathParam("webhook") UUID webhook,
            @QueryParam("state") @Nullable DeliveryState state,
            @BeanParam Paging paging) {
        return paging.answer(webhooks.deliveries(webhook, state, paging.request()));
    }

    @GET
    @Path("{webhook}/deliveries/{delivery}")
    @Operation(summary = "An event on its way to its receiver")
    @APIResponseSchema(value = DeliveryView.class, responseCode = "200")
    public Response delivery(@PathParam("webhook") UUID webhook, @PathParam("delivery") long delivery) {
        var one = webhooks.delivery(webhook, delivery);
        return Response.ok(one).tag(Versions.digest(one)).build();
    }

    @POST
    @Path("{webhook}/deliveries/{delivery}/repeat")
    @Operation(summary = "Sends an event that was given up once more")
    public DeliveryView repeat(@PathParam("webhook") UUID webhook, @PathParam("delivery") long delivery) {
        return webhooks.repeat(webhook, delivery);
    }

    @POST
    @Path("{webhook}/repeat")
    @Operation(summary = "Sends all events that were given up once more")
    public Repeated repeatAll(@PathParam("webhook") UUID webhook) {
        return new Repeated(webhooks.repeatAll(webhook));
    }

    private static Response tagged(SubscriptionView subscription) {
        return Response.ok(subscription)
                .tag(Versions.tag(subscription.version()))
                .build();
    }
}
