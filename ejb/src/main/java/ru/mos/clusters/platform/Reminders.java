package ru.mos.clusters.platform;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells people by mail, once a working morning, how many of their tasks are near their term, due, and overdue. A letter says
 * how many and nothing else: it goes over open networks.
 */
@Stateless
@DenyAll
public class Reminders {

    private static final Logger LOG = Logger.getLogger(Reminders.class.getName());

    /** How many days before its term a task is first told of. */
    private static final int DAYS_BEFORE = 3;

    private static final int AT_A_TIME = 200;

    /** After these, minutes doubling each time from one on, a letter is given up: about a day. */
    private static final int MOST_ATTEMPTS = 11;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private MailServer server;

    @EJB
    private Reminders self;

    private record Letter(String recipient, int overdue, int due, int soon, int attempts) {}

    /** The caller's address; empty where none is given, and then there are no letters. */
    @RolesAllowed("**")
    public Optional<String> ownAddress() {
        return sql.with(handle -> handle.createQuery(
                        "select email from platform.app_user where login = :login and email is not null")
                .bind("login", caller.login())
                .mapTo(String.class)
                .findOne());
    }

    /**
     * Gives the caller another address.
     *
     * @param address null or blank: no letters any more
     * @throws Problem {@code email-malformed}
     */
    @RolesAllowed("**")
    public void changeOwnAddress(@Nullable String address) {
        var given = address == null || address.isBlank() ? null : address.strip();
        changes.record("ADDRESS_CHANGED", "USER", caller.login(), null, null); // the trail outlives whoever leaves
        sql.with(handle -> handle.createUpdate("update platform.app_user set email = :email where login = :login")
                .bind("email", given)
                .bind("login", caller.login())
                .execute());
    }

    /** Queues today's letters; a second time it does nothing. */
    @PermitAll
    @Schedule(hour = "8", minute = "0", dayOfWeek = "Mon-Fri", timezone = "Europe/Moscow", persistent = false)
    public void queue() {
        if (!server.isNamed()) {
            return;
        }
        sql.with(handle -> handle.createUpdate(sql.file(Reminders.class, "QueueLetters"))
                .bind("days", DAYS_BEFORE)
                .execute());
    }

    /** Sends what waits, each letter for itself. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "*", persistent = false)
    public void send() {
        if (server.isNamed()) {
            waiting().forEach(self::sendOne);
        }
    }

    private List<UUID> waiting() {
        return sql.with(handle -> handle.createQuery(
                        "select id from platform.letter where next_at <= platform.now() order by next_at limit :most")
                .bind("most", AT_A_TIME)
                .mapTo(UUID.class)
                .list());
    }

    /** Sends a letter unless another node does just now; one that is not taken waits longer each time. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void sendOne(UUID id) {
        var found = sql.with(handle ->
                handle.createQuery("""
                        select recipient, overdue, due, soon, attempts
                          from platform.letter
                         where id = :id and next_at <= platform.now()
                           for update skip locked""").bind("id", id).mapTo(Letter.class).findOne());
        if (found.isEmpty()) {
            return;
        }
        try {
            server.send(found.get().recipient(), words("reminder.subject"), text(found.get()));
            sql.with(handle -> handle.createUpdate("""
                            update platform.letter
                               set sent_at = platform.now(), next_at = null, attempts = attempts + 1, failure = null
                             where id = :id""").bind("id", id).execute());
        } catch (MessagingException failure) {
            LOG.log(Level.WARNING, "a reminder was not sent; it is tried again", failure);
            wait(id, found.get(), String.valueOf(failure.getMessage()));
        }
    }

    private void wait(UUID id, Letter letter, String failure) {
        var next = new HashMap<String, @Nullable Object>();
        next.put("minutes", letter.attempts() + 1 < MOST_ATTEMPTS ? 1 << letter.attempts() : null);
        sql.with(handle -> handle.createUpdate("""
                        update platform.letter
                           set next_at = platform.now() + make_interval(mins => cast(:minutes as integer)),
                               attempts = attempts + 1, failure = left(:failure, 500)
                         where id = :id""")
                .bindMap(next)
                .bind("failure", failure)
                .bind("id", id)
                .execute());
    }

    private static String text(Letter letter) {
        return words("reminder.text", letter.overdue(), letter.due(), letter.soon(), DAYS_BEFORE);
    }

    private static String words(String key, Object... arguments) {
        return ProblemTexts.text(Reminders.class, key, ProblemTexts.RUSSIAN, arguments);
    }
}
