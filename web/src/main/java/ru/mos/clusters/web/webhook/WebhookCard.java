package ru.mos.clusters.web.webhook;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Subjects;
import ru.mos.clusters.web.shell.Texts;
import ru.mos.clusters.webhook.DeliveryState;
import ru.mos.clusters.webhook.DeliveryView;
import ru.mos.clusters.webhook.SubscriptionView;
import ru.mos.clusters.webhook.WebhookProblem;
import ru.mos.clusters.webhook.Webhooks;

/** One subscription: how it fares, what was sent, what an administrator may do to it. */
@Named
@RequestScoped
public class WebhookCard {

    @EJB
    private Webhooks webhooks;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Subjects subjects;

    private UUID id;
    private LazyTable<DeliveryView> table;
    private @Nullable SubscriptionView subscription;
    private @Nullable String made;

    @PostConstruct
    void open() {
        id = id(query.value("id"));
        var state = query.choice("state", DeliveryState.class).orElse(null);
        table = query.table(page -> webhooks.deliveries(id, state, page), () -> webhooks.countDeliveries(id, state));
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new Problem(WebhookProblem.WEBHOOK_UNKNOWN);
        }
    }

    public SubscriptionView getSubscription() {
        if (subscription == null) {
            subscription = webhooks.view(id);
        }
        return subscription;
    }

    public LazyTable<DeliveryView> getTable() {
        return table;
    }

    /** The secret just made, null when there is none to show. */
    public @Nullable String getMade() {
        return made;
    }

    /** Names of the events it asks for. */
    public List<String> getEvents() {
        var asked = getSubscription().types();
        return webhooks.eventTypes().stream()
                .filter(type -> asked.contains(type.type()))
                .map(type -> texts.orElse("action." + type.action(), type.type()))
                .toList();
    }

    public List<Map.Entry<String, String>> getStates() {
        return Arrays.stream(DeliveryState.values())
                .map(state -> Map.entry(state.name(), texts.get("DeliveryState." + state)))
                .toList();
    }

    /** The page of what the event tells of, or null. */
    public @Nullable String page(DeliveryView delivery) {
        return subjects.page(delivery.subjectKind(), delivery.subject());
    }

    public String pause() {
        webhooks.pause(id);
        return done("webhooks.paused");
    }

    public String resume() {
        webhooks.resume(id);
        return done("webhooks.resumed");
    }

    public String close() {
        webhooks.close(id);
        return done("webhooks.closed");
    }

    public String test() {
        webhooks.test(id);
        return done("webhooks.tested");
    }

    /** Gives another secret, shown now and never again. */
    public void rotate() {
        var rotated = webhooks.rotate(id);
        made = rotated.secret();
        subscription = rotated.subscription();
    }

    public String repeat(long delivery) {
        webhooks.repeat(id, delivery);
        return done("webhooks.repeated", 1);
    }

    public String repeatAll() {
        return done("webhooks.repeated", webhooks.repeatAll(id));
    }

    private String done(String message, Object... values) {
        Messages.info(message, values);
        return Redirect.to("/webhooks/card.xhtml", "id", id.toString());
    }
}
