package ru.mos.clusters.web.webhook;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.Texts;
import ru.mos.clusters.webhook.DeliveryView;
import ru.mos.clusters.webhook.SubscriptionState;
import ru.mos.clusters.webhook.SubscriptionView;

/** How subscriptions and their events look, and to whom what may be done to them is shown. */
@Named
@RequestScoped
public class WebhookLook {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    /** Whether the person may change subscriptions, not only look. */
    public boolean isChanging() {
        return request.isUserInRole(Role.ADMIN);
    }

    /** Whether the person may change this one. */
    public boolean changes(SubscriptionView one) {
        return isChanging() && one.state() != SubscriptionState.CLOSED;
    }

    /** How the state of an event is marked. */
    public String mark(DeliveryView delivery) {
        return switch (delivery.state()) {
            case DELIVERED -> "met";
            case DEAD -> "notmet";
            case WAITING -> delivery.attempts() == 0 ? "unknown" : "manual";
        };
    }

    /** How the state of a subscription is marked. */
    public String markOf(SubscriptionView one) {
        return switch (one.state()) {
            case ACTIVE -> "met";
            case PAUSED -> one.gone() ? "notmet" : "manual";
            case CLOSED -> "unknown";
        };
    }

    /** Its state in words. */
    public String stateOf(SubscriptionView one) {
        return texts.get(one.gone() ? "webhooks.gone" : "SubscriptionState." + one.state());
    }
}
