package ru.mos.clusters.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Secrets;
import ru.mos.clusters.platform.Sql;

/**
 * One sender's round for one subscription: as long as something is due, the first event of each thing, and after one that was taken
 * the next of the same thing, until one gets no answer or the time is over. Each statement is a transaction of its own, so nothing is held while a receiver thinks; after a crash
 * an event that was taken but not noted is sent again.
 */
@ApplicationScoped
class Round {

    private static final int AT_A_TIME = 20;

    /** So many of one thing in a row before others have their turn. */
    private static final int IN_A_ROW = 100;

    /** After which others have their turn; a try that has begun is brought to its end. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Inject
    private Sql sql;

    @Inject
    private Courier courier;

    @Inject
    private Secrets keys;

    /** Where to send and with what to sign, as it stands right before a try. */
    private record Address(String url, int generation, boolean formerValid) {}

    /** For whom, as whom, until when by {@link System#nanoTime}, and whom to tell that the receiver is there no more. */
    private record Errand(UUID subscription, UUID holder, long end, Consumer<String> gone) {}

    /** What to do after a try. */
    private enum Next {
        GO_ON,
        LEAVE_THING,
        STOP
    }

    /** @param gone told the receiver's address, should it say that it is there no more, while nobody else sends */
    void go(UUID subscription, Consumer<String> gone) {
        var errand = new Errand(subscription, UUID.randomUUID(), System.nanoTime() + LONGEST.toNanos(), gone);
        if (!lease(errand)) {
            return;
        }
        try {
            var next = Next.GO_ON;
            while (next != Next.STOP) {
                var heads = heads(subscription);
                next = heads.isEmpty() ? Next.STOP : through(heads, errand);
            }
        } finally {
            release(errand);
        }
    }

    private Next through(List<Event> heads, Errand errand) {
        for (var head : heads) {
            if (thing(head, errand) == Next.STOP) {
                return Next.STOP;
            }
        }
        return Next.GO_ON;
    }

    private Next thing(Event head, Errand errand) {
        var next = bring(head, errand);
        for (int more = 1; next == Next.GO_ON && more < IN_A_ROW; more++) {
            var following = following(errand.subscription(), head);
            if (following.isEmpty()) {
                return Next.GO_ON;
            }
            next = bring(following.get(), errand);
        }
        return next;
    }

    private Next bring(Event event, Errand errand) {
        var address = address(event, errand);
        if (address.isEmpty() || System.nanoTime() - errand.end() > 0) {
            return Next.STOP;
        }
        var url = address.get().url();
        var outcome = courier.bring(event, URI.create(url), secrets(errand.subscription(), address.get()));
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
            return Next.STOP; // the lease ran out and somebody else sends now, or the event is wanted no more
        }
        if (outcome.gone()) {
            errand.gone().accept(url);
        }
        if (outcome.gone() || outcome.status() == null) {
            return Next.STOP; // who does not answer is asked again in the next round, behind all others
        }
        return state == DeliveryState.WAITING ? Next.LEAVE_THING : Next.GO_ON;
    }

    /** First events of things. */
    private List<Event> heads(UUID subscription) {
        return sql.with(handle -> handle.createQuery(sql.file(Round.class, "Heads"))
                .bind("subscription", subscription)
                .bind("most", AT_A_TIME)
                .mapTo(Event.class)
                .list());
    }

    private Optional<Event> following(UUID subscription, Event before) {
        return sql.with(handle -> handle.createQuery(sql.file(Round.class, "Following"))
                .bind("subscription", subscription)
                .bind("kind", before.subjectKind())
                .bind("subject", before.subject())
                .mapTo(Event.class)
                .findOne());
    }

    /** Empty: nothing is to be sent any more, or not by this sender, or not this event. */
    private Optional<Address> address(Event event, Errand errand) {
        return sql.with(handle -> handle.createQuery("""
                        select s.url, s.generation, coalesce(s.former_until > platform.now(), false) as former_valid
                          from webhook.subscription s
                          join webhook.sender a on a.subscription_id = s.id
                          join webhook.delivery d on d.subscription_id = s.id
                         where s.id = :id and s.state = 'ACTIVE'
                           and a.holder = :holder
                           and d.id = :event and d.state = 'WAITING'""")
                .bind("id", errand.subscription())
                .bind("holder", errand.holder())
                .bind("event", event.delivery())
                .mapTo(Address.class)
                .findOne());
    }

    private List<String> secrets(UUID subscription, Address address) {
        var key = keys.key(Webhooks.KEY);
        var current = Signature.secret(key, subscription, address.generation());
        return address.formerValid()
                ? List.of(current, Signature.secret(key, subscription, address.generation() - 1))
                : List.of(current);
    }

    private boolean lease(Errand errand) {
        return sql.with(handle -> handle.createUpdate("""
                        update webhook.sender
                           set holder = :holder, until = clock_timestamp() + interval '60 seconds'
                         where subscription_id = :subscription
                           and (holder is null or until < clock_timestamp())""")
                        .bind("holder", errand.holder())
                        .bind("subscription", errand.subscription())
                        .execute())
                == 1;
    }

    private void release(Errand errand) {
        sql.with(handle -> handle.createUpdate("""
                        update webhook.sender set holder = null, until = null
                         where subscription_id = :subscription and holder = :holder""")
                .bind("holder", errand.holder())
                .bind("subscription", errand.subscription())
                .execute());
    }
}
