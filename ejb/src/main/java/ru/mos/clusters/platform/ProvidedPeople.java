package ru.mos.clusters.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * People who come in by a log-in provider. Who comes for the first time gets a login of their own; name and roles follow
 * what the provider said last: by a log-in, or by tokens for whom has never logged in, as programs do not. A local login is
 * never taken over: whoever would get it is refused.
 */
@Stateless
@PermitAll
public class ProvidedPeople {

    private static final String OWN_LOGIN = "[a-z][a-z0-9._-]{1,39}";
    private static final int LONGEST_NAME = 200;
    private static final Duration TURN_COMES_WITHIN = Duration.ofSeconds(22);
    private static final long LOOK_AGAIN_MILLIS = 50;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    /**
     * Who the provider's subject is here.
     *
     * @param logsIn whether the person has logged in before, so that no token tells their roles any more
     */
    public record Known(
            String login, String name, boolean active, boolean logsIn, Instant toldAt, List<String> roles) {}

    /**
     * Believes what the provider says of who logs in. What it said earlier than what is known already changes nothing.
     *
     * @return the login; empty where the person has no role now
     * @throws Problem {@code login-taken}, {@code account-closed}
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<String> admit(VouchedPerson person) {
        var login = admit(person, true);
        sql.with(handle -> handle.createUpdate("""
                        update platform.provided_person set logs_in = true
                         where issuer = :issuer and subject = :subject and not logs_in""")
                .bind("issuer", person.issuer())
                .bind("subject", person.subject())
                .execute());
        return login;
    }

    /**
     * Believes a token. Of who logs in it changes nothing: a token may well name fewer roles than the person has.
     *
     * @return the login; empty where the token opens nothing
     * @throws Problem {@code login-taken}, {@code account-closed}
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<String> admitToken(VouchedPerson person) {
        return admit(person, false);
    }

    private Optional<String> admit(VouchedPerson person, boolean logsIn) {
        queue(person);
        var known = find(person);
        if (known.isEmpty()) {
            return person.roles().isEmpty() ? Optional.empty() : Optional.of(enter(person));
        }
        var before = known.get();
        if (!before.active()) {
            throw new Problem(PlatformProblem.ACCOUNT_CLOSED);
        }
        boolean tells = logsIn || !before.logsIn();
        if (tells && !person.at().isBefore(before.toldAt())) {
            follow(before, person);
        }
        return person.roles().isEmpty() ? Optional.empty() : Optional.of(before.login());
    }

    /**
     * A secret by which the login is let in once, within the next moments. The server compares with one secret a login, so
     * log-ins of the same person take turns.
     *
     * @return never stored but as a hash; to be {@linkplain #spend spent} at once
     * @throws Problem {@code login-interrupted} when the turn does not come, or the login is not the provider's
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public String ticket(String login) {
        for (long waited = 0; waited < TURN_COMES_WITHIN.toMillis(); waited += LOOK_AGAIN_MILLIS) {
            var secret = free(login);
            if (secret.isPresent()) {
                return secret.get();
            }
            try {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new Problem(PlatformProblem.LOGIN_INTERRUPTED);
    }

    /** A ticket, unless another is in use. */
    private Optional<String> free(String login) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        int made = sql.with(handle -> handle.createUpdate("""
                        insert into platform.entry_ticket as mine (login, secret, until)
                        select login, public.crypt(:secret, public.gen_salt('bf', 4)), platform.now() + interval '20 seconds'
                          from platform.provided_person where login = :login
                            on conflict (login) do update set secret = excluded.secret, until = excluded.until
                         where mine.until <= platform.now()""")
                .bind("login", login)
                .bind("secret", secret)
                .execute());
        return made == 0 ? Optional.empty() : Optional.of(secret);
    }

    /** This ticket of the login lets in nobody any more. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void spend(String login, String ticket) {
        sql.with(handle -> handle.execute(
                "delete from platform.entry_ticket where login = ? and secret = public.crypt(?, secret)",
                login,
                ticket));
    }

    /** Two that come as the same at the same time come one after the other. */
    private void queue(VouchedPerson person) {
        sql.with(handle -> handle.execute(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))", person.issuer() + " " + person.subject()));
    }

    private Optional<Known> find(VouchedPerson person) {
        return sql.with(handle -> handle.createQuery("""
                        select u.login, u.name, u.active, p.logs_in, p.told_at,
                               array(select r.role from platform.user_role r where r.login = u.login order by r.role) as roles
                          from platform.provided_person p
                          join platform.app_user u on u.login = p.login
                         where p.issuer = :issuer and p.subject = :subject""")
                .bind("issuer", person.issuer())
                .bind("subject", person.subject())
                .map((row, context) -> new Known(
                        row.getString("login"),
                        row.getString("name"),
                        row.getBoolean("active"),
                        row.getBoolean("logs_in"),
                        row.getObject("told_at", java.time.OffsetDateTime.class).toInstant(),
                        List.of((String[]) row.getArray("roles").getArray())))
                .findOne());
    }

    private String enter(VouchedPerson person) {
        var login = login(person);
        int made = sql.with(handle -> handle.createUpdate("""
                        insert into platform.app_user (login, name, password)
                        values (:login, :name, public.crypt(encode(public.gen_random_bytes(32), 'hex'), public.gen_salt('bf', 4)))
                            on conflict (login) do nothing""")
                .bind("login", login)
                .bind("name", name(person, login))
                .execute());
        if (made == 0) {
            takeOver(login, person);
            return login;
        }
        link(login, person);
        give(login, person.roles());
        changes.recordBy(
                login,
                "USER_CREATED",
                "USER",
                login,
                null,
                Map.of(
                        "name", name(person, login),
                        "roles", new TreeSet<>(person.roles()),
                        "provider", person.issuer()));
        return login;
    }

    /** Past deeds and tasks stay with the login; what logged in by its password ends. */
    private void takeOver(String login, VouchedPerson person) {
        var allowed = sql.with(handle -> handle.createQuery("""
                        delete from platform.handover where login = :login and until > platform.now()
                        returning reason, allowed_by""")
                        .bind("login", login)
                        .mapToMap(String.class)
                        .findOne())
                .orElseThrow(() -> new Problem(PlatformProblem.LOGIN_TAKEN));
        link(login, person);
        sql.with(handle -> handle.createUpdate("""
                        update platform.app_user
                           set password = public.crypt(encode(public.gen_random_bytes(32), 'hex'), public.gen_salt('bf', 4)),
                               failed_count = 0, locked_until = null
                         where login = :login""").bind("login", login).execute());
        changes.recordBy(
                login,
                "USER_TAKEN_OVER",
                "USER",
                login,
                null,
                Map.of(
                        "provider", person.issuer(),
                        "subject", person.subject(),
                        "reason", allowed.get("reason"),
                        "allowedBy", allowed.get("allowed_by")));
        var now = find(person).orElseThrow();
        if (!now.active()) {
            throw new Problem(PlatformProblem.ACCOUNT_CLOSED);
        }
        follow(now, person);
    }

    private void link(String login, VouchedPerson person) {
        sql.with(handle -> handle.createUpdate("""
                        insert into platform.provided_person (login, issuer, subject, told_at)
                        values (:login, :issuer, :subject, :at)
                            on conflict (login) do update
                           set issuer = excluded.issuer, subject = excluded.subject, told_at = excluded.told_at, logs_in = false""")
                .bind("login", login)
                .bind("issuer", person.issuer())
                .bind("subject", person.subject())
                .bind("at", person.at().atOffset(ZoneOffset.UTC))
                .execute());
    }

    private void follow(Known before, VouchedPerson person) {
        if (person.at().isAfter(before.toldAt())) {
            sql.with(handle -> handle.createUpdate("""
                            update platform.provided_person set told_at = :at where login = :login""")
                    .bind("login", before.login())
                    .bind("at", person.at().atOffset(ZoneOffset.UTC))
                    .execute());
        }
        var name = name(person, before.name());
        var roles = new TreeSet<>(person.roles());
        if (name.equals(before.name()) && roles.equals(Set.copyOf(before.roles()))) {
            return;
        }
        sql.with(handle -> handle.createUpdate(
                        "update platform.app_user set name = :name, version = version + 1 where login = :login")
                .bind("login", before.login())
                .bind("name", name)
                .execute());
        sql.with(handle -> handle.createUpdate("""
                        delete from platform.user_role where login = :login and role <> all (:roles)""")
                .bind("login", before.login())
                .bindArray("roles", String.class, roles)
                .execute());
        give(before.login(), roles);
        changes.recordBy(
                before.login(),
                "USER_CHANGED",
                "USER",
                before.login(),
                Map.of("name", before.name(), "roles", before.roles()),
                Map.of("name", name, "roles", roles, "provider", person.issuer()));
    }

    private void give(String login, Set<String> roles) {
        sql.with(handle -> handle.createUpdate("""
                        insert into platform.user_role (login, role) select :login, unnest(:roles) on conflict do nothing""")
                .bind("login", login)
                .bindArray("roles", String.class, roles)
                .execute());
    }

    /** The wished one where it can be a login; else one made of the subject, the same at any time. */
    private static String login(VouchedPerson person) {
        var wished = person.login().toLowerCase(Locale.ROOT).replace('@', '-');
        boolean possible = wished.matches(OWN_LOGIN) && !Users.RESERVED.contains(wished);
        return possible ? wished : "u-" + digest(person.issuer() + " " + person.subject());
    }

    private static String digest(String text) {
        try {
            var whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** @param otherwise for whom the provider has no name */
    private static String name(VouchedPerson person, String otherwise) {
        var clean = person.name().replaceAll("\\p{Cntrl}", " ").strip();
        var shown = clean.isEmpty() ? otherwise : clean;
        return shown.length() > LONGEST_NAME ? shown.substring(0, LONGEST_NAME) : shown;
    }
}
