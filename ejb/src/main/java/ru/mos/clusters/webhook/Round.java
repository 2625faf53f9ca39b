package ru.mos.clusters.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Secrets;
import ru.mos.clusters.platform.Sql;

/**
 * One sender's round for one subscription: as long as something is due, the first event of each thing, and after one that was taken
 * the next of the same thing. Each statement is a transaction of its own, so nothing is held while a receiver thinks; after a crash
 * an event that was taken but not noted is sent again.
 */
@ApplicationScoped
class Round {

    private static final int AT_A_TIME = 20;

    /** So many of one thing in a row before others have their turn. */
    private static final int IN_A_ROW = 100;

    @Inject
    private Sql sql;

    @Inject
    private Courier courier;

    @Inject
    private Secrets keys;

    private record Address(String url, int generation, boolean formerValid) {}

    /** Where to send, with what to sign, as whom to note it. */
    private record Errand(UUID subscription, UUID holder, URI url, List<String> secrets) {}

    /** What to do after a try. */
    private enum Next {
        GO_ON,
        LEAVE_THING,
        GONE,
        STOP
    }

    /** @return whether the receiver said that it is there no more */
    boolean go(UUID subscription) {
        var holder = UUID.randomUUID();
        if (!lease(subscription, holder)) {
            return false;
        }
        try {
            var next = Next.GO_ON;
            while (next == Next.GO_ON || next == Next.LEAVE_THING) {
                var heads = waiting(subscription, null);
                if (heads.isEmpty()) {
                    return false;
                }
                next = through(heads, errand(subscription, holder));
            }
            return next == Next.GONE;
        } finally {
            release(subscription, holder);
        }
    }

    private Next through(List<Event> heads, Errand errand) {
        var next = Next.GO_ON;
        for (var head : heads) {
            next = thing(head, errand);
            if (next != Next.GO_ON) {
                return next; // who fails may have been paused or moved meanwhile
            }
        }
        return next;
    }

    private Next thing(Event head, Errand errand) {
        var next = bring(head, errand);
        for (int more = 1; next == Next.GO_ON && more < IN_A_ROW; more++) {
            var following = waiting(errand.subscription(), head);
            if (following.isEmpty()) {
                return Next.GO_ON;
            }
            next = bring(following.get(0), errand);
        }
        return next;
    }

    private Next bring(Event event, Errand errand) {
        var outcome = courier.bring(event, errand.url(), errand.secrets());
        var pause = Backoff.after(event.attempts() + 1);
        var state = outcome.taken()
                ? DeliveryState.DELIVERED
                : pause.isEmpty() && !outcome.gone() ? DeliveryState.DEAD : DeliveryState.WAITING;
        var told = new HashMap<String, @Nullable Object>();
        told.put("status", outcome.status());
        int noted = sql.with(handle -> handle.createUpdate(sql.file(Round.class, "Note"))
                .bind("subscription", errand.subscription())
                .bind("holder", errand.holder())
                .bind("id", event.delivery())
                .bind("state", state)
                .bind("pause", pause.orElse(Duration.ZERO).toSeconds())
                .bindMap(told)
                .bind("answer", outcome.remark())
                .execute());
        if (noted == 0) {
            return Next.STOP; // the lease ran out: somebody else sends now
        }
        if (outcome.gone()) {
            return Next.GONE;
        }
        return state == DeliveryState.WAITING ? Next.LEAVE_THING : Next.GO_ON;
    }

    /** First events of all things, or the next of one. */
    private List<Event> waiting(UUID subscription, @Nullable Event thing) {
        var which = new HashMap<String, @Nullable Object>();
        which.put("kind", thing == null ? null : thing.subjectKind());
        which.put("subject", thing == null ? null : thing.subject());
        return sql.with(handle -> handle.createQuery(sql.file(Round.class, "Heads"))
                .bind("subscription", subscription)
                .bindMap(which)
                .bind("most", thing == null ? AT_A_TIME : 1)
                .mapTo(Event.class)
                .list());
    }

    private Errand errand(UUID subscription, UUID holder) {
        var address = sql.with(handle -> handle.createQuery("""
                        select url, generation, coalesce(former_until > platform.now(), false) as former_valid
                          from webhook.subscription where id = :id""")
                .bind("id", subscription)
                .mapTo(Address.class)
                .one());
        var key = keys.key(Webhooks.KEY);
        var current = Signature.secret(key, subscription, address.generation());
        return new Errand(
                subscription,
                holder,
                URI.create(address.url()),
                address.formerValid()
                        ? List.of(current, Signature.secret(key, subscription, address.generation() - 1))
                        : List.of(current));
    }

    private boolean lease(UUID subscription, UUID holder) {
        return sql.with(handle -> handle.createUpdate("""
                        update webhook.sender
                           set holder = :holder, until = clock_timestamp() + interval '60 seconds'
                         where subscription_id = :subscription
                           and (holder is null or until < clock_timestamp())""")
                        .bind("holder", holder)
                        .bind("subscription", subscription)
                        .execute())
                == 1;
    }

    private void release(UUID subscription, UUID holder) {
        sql.with(handle -> handle.createUpdate("""
                        update webhook.sender set holder = null, until = null
                         where subscription_id = :subscription and holder = :holder""")
                .bind("holder", holder)
                .bind("subscription", subscription)
                .execute());
    }
}
