package ru.mos.clusters.webhook;

import static ru.mos.clusters.platform.Environment.setting;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Sql;

/**
 * Carries events out every few seconds, each subscription by a sender of its own, so that a slow receiver delays nobody else. Runs on
 * every node; the lease says which of them sends. Its threads are its own: whoever waits for a receiver keeps no other work waiting.
 */
@Stateless
@DenyAll
@ManagedExecutorDefinition(name = Dispatch.THREADS, maxAsync = Dispatch.SENDERS)
public class Dispatch {

    private static final Logger LOG = Logger.getLogger(Dispatch.class.getName());

    static final String THREADS = "java:module/concurrent/webhooks";

    /** So many receivers are spoken to at once from this node. */
    static final int SENDERS = 16;

    /** Subscriptions that a thread of this node has or is to have; each stands in the queue once. */
    private static final Set<UUID> UNDER_WAY = ConcurrentHashMap.newKeySet();

    /** How long what a receiver has taken can be looked up, where {@code CLUSTERS_WEBHOOK_KEEP_DAYS} says nothing. */
    private static final String KEEP_DAYS = "90";

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Round round;

    @Resource(lookup = THREADS)
    private ManagedExecutorService executor;

    @EJB
    private Dispatch self;

    /** Begins to send wherever something is due and nobody sends. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void send() {
        for (var subscription : due()) {
            if (UNDER_WAY.add(subscription)) {
                try {
                    executor.execute(() -> carry(subscription));
                } catch (RejectedExecutionException stopping) {
                    UNDER_WAY.remove(subscription);
                    LOG.log(Level.FINE, "no thread is to be had; the next round comes soon", stopping);
                    return;
                }
            }
        }
    }

    private List<UUID> due() {
        try {
            return sql.with(handle -> handle.createQuery(sql.file(Dispatch.class, "Due"))
                    .mapTo(UUID.class)
                    .list());
        } catch (RuntimeException away) {
            LOG.log(Level.FINE, "the database is away, as the health check says; the next round comes soon", away);
            return List.of();
        }
    }

    private void carry(UUID subscription) {
        try {
            round.go(subscription, url -> self.gone(subscription, url));
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "events are not sent just now; the next round tries again", failure);
        } finally {
            UNDER_WAY.remove(subscription);
        }
    }

    /**
     * Pauses a subscription whose receiver said that it is there no more; what it has not taken is kept.
     *
     * @param url which said so; nothing happens where the subscription has another by now
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void gone(UUID subscription, String url) {
        boolean still = sql.with(handle -> handle.createQuery("""
                        select true from webhook.subscription
                         where id = :id and state = 'ACTIVE' and url = :url
                           for no key update""")
                .bind("id", subscription)
                .bind("url", url)
                .mapTo(Boolean.class)
                .findOne()
                .isPresent());
        if (!still) {
            return;
        }
        long change = changes.record("WEBHOOK_GONE", Webhooks.SUBJECT, subscription.toString(), null, null);
        sql.with(handle -> handle.createUpdate("""
                        update webhook.subscription
                           set state = 'PAUSED', gone = true, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("id", subscription)
                .bind("change", change)
                .execute());
    }

    /** Forgets what was taken or given up long ago. */
    @PermitAll
    @Schedule(hour = "3", minute = "20", timezone = "Europe/Moscow", persistent = false)
    public void forget() {
        int days = Integer.parseInt(setting("CLUSTERS_WEBHOOK_KEEP_DAYS", KEEP_DAYS));
        sql.with(handle -> handle.createUpdate("""
                        delete from webhook.delivery
                         where state in ('DELIVERED', 'DEAD') and tried_at < platform.now() - make_interval(days => :days)""").bind("days", days).execute());
    }
}
