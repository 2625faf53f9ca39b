package ru.mos.clusters.webhook;

import static ru.mos.clusters.platform.Role.ADMIN;
import static ru.mos.clusters.platform.Role.AUDITOR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Secrets;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Text;

/**
 * Which programs are told of what. An administrator enters them, and decides by it who outside learns that something happened: a
 * subscription bound to an organisation gets that organisation's events and what is public, one bound to none is the department's.
 */
@Stateless
@DenyAll
public class Webhooks {

    static final String SUBJECT = "WEBHOOK";

    /** Name of the installation's key from which secrets are made. */
    static final String KEY = "webhook";

    /** The event by which a receiver is tried out. */
    private static final String TEST = "ru.mos.clusters.webhook.test.v1";

    /** After a rotation events are signed with both secrets for as long. */
    private static final int BOTH_HOURS = 24;

    private static final long LAST = Long.MAX_VALUE;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Secrets keys;

    /** A subscription with its secret, which is told this once. */
    public record Created(SubscriptionView subscription, String secret) {}

    /** What the record of changes keeps of a subscription. */
    record Entered(String name, String url, @Nullable String inn, Set<String> types) {
        static Entered of(EnterSubscription asked) {
            return new Entered(
                    asked.name(),
                    asked.url(),
                    asked.inn() == null ? null : asked.inn().digits(),
                    new TreeSet<>(asked.types()));
        }

        static Entered of(SubscriptionView known) {
            return of(new EnterSubscription(known.name(), known.url(), known.inn(), Set.copyOf(known.types())));
        }
    }

    /** All events there are, by their names. */
    @RolesAllowed({ADMIN, AUDITOR})
    public List<EventType> eventTypes() {
        return sql.with(handle -> handle.createQuery(
                        "select type, subject_kind, action, audience from webhook.event_type order by type")
                .mapTo(EventType.class)
                .list());
    }

    /** Subscriptions in the order in which they were entered. */
    @RolesAllowed({ADMIN, AUDITOR})
    public Slice<SubscriptionView> list(PageRequest page) {
        long after = page.after().isEmpty() ? 0 : Long.parseLong(page.after().get(0));
        return Slice.of(read(null, after, page.fetch()), page, one -> List.of(Long.toString(one.number())));
    }

    /** How many there are. */
    @RolesAllowed({ADMIN, AUDITOR})
    public long count() {
        return sql.with(handle -> handle.createQuery("select count(*) from webhook.subscription")
                .mapTo(Long.class)
                .one());
    }

    /** @throws Problem {@code webhook-unknown} */
    @RolesAllowed({ADMIN, AUDITOR})
    public SubscriptionView view(UUID id) {
        return read(id, 0, 1).stream().findFirst().orElseThrow(() -> new Problem(WebhookProblem.WEBHOOK_UNKNOWN));
    }

    private List<SubscriptionView> read(@Nullable UUID id, long after, int most) {
        var which = new HashMap<String, @Nullable Object>();
        which.put("id", id);
        return sql.with(handle -> handle.createQuery(sql.file(Webhooks.class, "Subscriptions"))
                .bindMap(which)
                .bind("after", after)
                .bind("most", most)
                .mapTo(SubscriptionView.class)
                .list());
    }

    /**
     * Enters a receiver; what happens from now on is told to it.
     *
     * @throws Problem {@code field-required}, {@code text-too-long}, {@code webhook-name-taken}, {@code receiver-malformed}, {@code
     *     receiver-not-encrypted}, {@code receiver-forbidden}, {@code event-type-unknown}, {@code event-type-of-department}
     */
    @RolesAllowed(ADMIN)
    public Created create(EnterSubscription command) {
        var sound = sound(command);
        var id = UUID.randomUUID();
        long change = changes.record("WEBHOOK_CREATED", SUBJECT, id.toString(), null, Entered.of(sound));
        sql.with(handle -> handle.createUpdate("""
                        insert into webhook.subscription (id, name, url, inn, state, recorded_by, changed_by)
                        values (:id, :name, :url, :inn, 'ACTIVE', :change, :change)""")
                .bind("id", id)
                .bind("name", sound.name())
                .bind("url", sound.url())
                .bind("inn", sound.inn())
                .bind("change", change)
                .execute());
        sql.with(handle -> handle.createUpdate("insert into webhook.sender (subscription_id) values (:id)")
                .bind("id", id)
                .execute());
        want(id, sound.types());
        return new Created(view(id), secret(id));
    }

    /**
     * Corrects a subscription. What already waits goes to the new address, unless it is of a kind no longer asked for. The
     * organisation stays: another's program would get what waits for the first.
     *
     * @throws Problem {@code webhook-unknown}, {@code webhook-closed}, {@code changed-meanwhile}, {@code
     *     webhook-organisation-fixed} and those of {@link #create}
     */
    @RolesAllowed(ADMIN)
    public SubscriptionView change(UUID id, long version, EnterSubscription command) {
        var before = open(id);
        if (before.version() != version) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        if (!Objects.equals(before.inn(), command.inn())) {
            throw new Problem(WebhookProblem.WEBHOOK_ORGANISATION_FIXED).at("/inn");
        }
        var sound = sound(command);
        long change = changes.record("WEBHOOK_CHANGED", SUBJECT, id.toString(), Entered.of(before), Entered.of(sound));
        sql.with(handle -> handle.createUpdate("""
                        update webhook.subscription
                           set name = :name, url = :url, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("id", id)
                .bind("name", sound.name())
                .bind("url", sound.url())
                .bind("change", change)
                .execute());
        sql.with(handle -> handle.createUpdate("delete from webhook.wanted where subscription_id = :id")
                .bind("id", id)
                .execute());
        want(id, sound.types());
        sql.with(handle -> handle.createUpdate("""
                        delete from webhook.delivery d
                         where d.subscription_id = :id and d.state = 'WAITING' and d.change_id is not null
                           and not exists (select from webhook.wanted w
                                            where w.subscription_id = d.subscription_id and w.type = d.type)""").bind("id", id).execute());
        return view(id);
    }

    private EnterSubscription sound(EnterSubscription command) {
        var types = new TreeSet<>(command.types());
        if (types.isEmpty()) {
            throw new Problem(PlatformProblem.FIELD_REQUIRED, "types").at("/types");
        }
        var known = eventTypes().stream().collect(Collectors.toMap(EventType::type, EventType::audience));
        for (var type : types) {
            var audience = known.get(type);
            if (audience == null) {
                throw new Problem(WebhookProblem.EVENT_TYPE_UNKNOWN, type).at("/types");
            }
            if (command.inn() != null && audience == Audience.DEPARTMENT) {
                throw new Problem(WebhookProblem.EVENT_TYPE_OF_DEPARTMENT, type).at("/types");
            }
        }
        return new EnterSubscription(
                Text.required(command.name(), "/name"),
                Receiver.enterable(Text.required(command.url(), "/url")).toString(),
                command.inn(),
                types);
    }

    private void want(UUID id, Set<String> types) {
        sql.with(handle -> {
            var batch = handle.prepareBatch("insert into webhook.wanted (subscription_id, type) values (:id, :type)");
            types.forEach(type -> batch.bind("id", id).bind("type", type).add());
            return batch.execute();
        });
    }

    /**
     * Sends nothing for now; events gather.
     *
     * @throws Problem {@code webhook-unknown}, {@code webhook-closed}, {@code webhook-paused-already}
     */
    @RolesAllowed(ADMIN)
    public SubscriptionView pause(UUID id) {
        if (open(id).state() == SubscriptionState.PAUSED) {
            throw new Problem(WebhookProblem.WEBHOOK_PAUSED_ALREADY);
        }
        return put(id, SubscriptionState.PAUSED, "WEBHOOK_PAUSED");
    }

    /**
     * Sends again, beginning with what has gathered.
     *
     * @throws Problem {@code webhook-unknown}, {@code webhook-closed}, {@code webhook-active-already}
     */
    @RolesAllowed(ADMIN)
    public SubscriptionView resume(UUID id) {
        if (open(id).state() == SubscriptionState.ACTIVE) {
            throw new Problem(WebhookProblem.WEBHOOK_ACTIVE_ALREADY);
        }
        sql.with(handle -> handle.createUpdate("""
                        update webhook.delivery set next_at = platform.now()
                         where subscription_id = :id and state = 'WAITING' and next_at > platform.now()""").bind("id", id).execute());
        return put(id, SubscriptionState.ACTIVE, "WEBHOOK_RESUMED");
    }

    /**
     * Ends a subscription for good: what waits is dropped and nothing is told any more. What was sent can be looked up.
     *
     * @throws Problem {@code webhook-unknown}, {@code webhook-closed}
     */
    @RolesAllowed(ADMIN)
    public SubscriptionView close(UUID id) {
        open(id);
        sql.with(handle -> handle.createUpdate(
                        "delete from webhook.delivery where subscription_id = :id and state = 'WAITING'")
                .bind("id", id)
                .execute());
        return put(id, SubscriptionState.CLOSED, "WEBHOOK_CLOSED");
    }

    private SubscriptionView put(UUID id, SubscriptionState state, String action) {
        long change = changes.record(action, SUBJECT, id.toString(), null, Map.of("state", state));
        sql.with(handle -> handle.createUpdate("""
                        update webhook.subscription
                           set state = :state, gone = false, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("id", id)
                .bind("state", state)
                .bind("change", change)
                .execute());
        return view(id);
    }

    /**
     * Gives another secret, told this once. For a day events are signed with the one before as well, so that the receiver can change
     * it without missing any.
     *
     * @throws Problem {@code webhook-unknown}, {@code webhook-closed}
     */
    @RolesAllowed(ADMIN)
    public Created rotate(UUID id) {
        open(id);
        long change = changes.record("WEBHOOK_SECRET_ROTATED", SUBJECT, id.toString(), null, null);
        sql.with(handle -> handle.createUpdate("""
                        update webhook.subscription
                           set generation = generation + 1, former_until = platform.now() + make_interval(hours => :hours),
                               version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("id", id)
                .bind("hours", BOTH_HOURS)
                .bind("change", change)
                .execute());
        return new Created(view(id), secret(id));
    }

    private String secret(UUID id) {
        int generation =
                sql.with(handle -> handle.createQuery("select generation from webhook.subscription where id = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one());
        return Signature.secret(keys.key(KEY), id, generation);
    }

    /**
     * Sends an event that tells of nothing, to try a receiver out.
     *
     * @return the event, which is sent within seconds
     * @throws Problem {@code webhook-unknown}, {@code webhook-closed}, {@code webhook-paused}
     */
    @RolesAllowed(ADMIN)
    public DeliveryView test(UUID id) {
        if (open(id).state() == SubscriptionState.PAUSED) {
            throw new Problem(WebhookProblem.WEBHOOK_PAUSED);
        }
        changes.record("WEBHOOK_TESTED", SUBJECT, id.toString(), null, null);
        long delivery = sql.with(handle -> handle.createQuery("""
                        insert into webhook.delivery (subscription_id, type, subject_kind, subject, at)
                        values (:id, :type, :kind, cast(:id as text), platform.now())
                        returning id""")
                .bind("id", id)
                .bind("type", TEST)
                .bind("kind", SUBJECT)
                .mapTo(Long.class)
                .one());
        return delivery(id, delivery);
    }

    /**
     * Events of a subscription, the latest first.
     *
     * @param state null: all
     * @throws Problem {@code webhook-unknown}
     */
    @RolesAllowed({ADMIN, AUDITOR})
    public Slice<DeliveryView> deliveries(UUID id, @Nullable DeliveryState state, PageRequest page) {
        view(id);
        long before =
                page.after().isEmpty() ? LAST : Long.parseLong(page.after().get(0));
        return Slice.of(read(id, state, before, page.fetch()), page, one -> List.of(Long.toString(one.id())));
    }

    private List<DeliveryView> read(UUID id, @Nullable DeliveryState state, long before, int most) {
        var which = new HashMap<String, @Nullable Object>();
        which.put("state", state == null ? null : state.name());
        return sql.with(handle -> handle.createQuery(sql.file(Webhooks.class, "Deliveries"))
                .bind("subscription", id)
                .bindMap(which)
                .bind("before", before)
                .bind("most", most)
                .mapTo(DeliveryView.class)
                .list());
    }

    /** How many events of a state there are; null: of all. */
    @RolesAllowed({ADMIN, AUDITOR})
    public long countDeliveries(UUID id, @Nullable DeliveryState state) {
        var which = new HashMap<String, @Nullable Object>();
        which.put("state", state == null ? null : state.name());
        return sql.with(handle -> handle.createQuery("""
                        select count(*) from webhook.delivery d
                         where d.subscription_id = :id
                           and (cast(:state as text) is null or d.state = cast(:state as text))""")
                .bind("id", id)
                .bindMap(which)
                .mapTo(Long.class)
                .one());
    }

    /** @throws Problem {@code delivery-unknown} */
    @RolesAllowed({ADMIN, AUDITOR})
    public DeliveryView delivery(UUID id, long delivery) {
        return (delivery == LAST ? List.<DeliveryView>of() : read(id, null, delivery + 1, 1))
                .stream()
                        .filter(one -> one.id() == delivery)
                        .findFirst()
                        .orElseThrow(() -> new Problem(WebhookProblem.DELIVERY_UNKNOWN));
    }

    /**
     * Sends an event that was given up once more, from the first try on. Later events of the same thing have gone before it.
     *
     * @throws Problem {@code webhook-unknown}, {@code webhook-closed}, {@code delivery-unknown}, {@code delivery-not-dead}
     */
    @RolesAllowed(ADMIN)
    public DeliveryView repeat(UUID id, long delivery) {
        open(id);
        if (delivery(id, delivery).state() != DeliveryState.DEAD) {
            throw new Problem(WebhookProblem.DELIVERY_NOT_DEAD);
        }
        repeatDead(id, delivery);
        return delivery(id, delivery);
    }

    /**
     * The same for all events given up.
     *
     * @return how many
     * @throws Problem {@code webhook-unknown}, {@code webhook-closed}
     */
    @RolesAllowed(ADMIN)
    public int repeatAll(UUID id) {
        open(id);
        return repeatDead(id, null);
    }

    private int repeatDead(UUID id, @Nullable Long delivery) {
        var which = new HashMap<String, @Nullable Object>();
        which.put("delivery", delivery);
        int repeated = sql.with(
                handle -> handle.createUpdate("""
                        update webhook.delivery set state = 'WAITING', attempts = 0, next_at = platform.now()
                         where subscription_id = :id and state = 'DEAD'
                           and (cast(:delivery as bigint) is null or id = cast(:delivery as bigint))""").bind("id", id).bindMap(which).execute());
        if (repeated > 0) {
            changes.record("WEBHOOK_EVENTS_REPEATED", SUBJECT, id.toString(), null, Map.of("events", repeated));
        }
        return repeated;
    }

    /** The subscription, if not closed; nobody else changes it until the end of the transaction. */
    private SubscriptionView open(UUID id) {
        sql.with(handle -> handle.createQuery(
                        "select version from webhook.subscription where id = :id for no key update")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne());
        var found = view(id);
        if (found.state() == SubscriptionState.CLOSED) {
            throw new Problem(WebhookProblem.WEBHOOK_CLOSED);
        }
        return found;
    }
}
