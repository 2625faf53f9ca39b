package ru.mos.clusters.web.security;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.evidence.PasswordGuessEvidence;
import ru.mos.clusters.platform.LogIns;

/**
 * Who an {@code Authorization: Basic} header is. A password is hashed once a minute at most; on every request the version
 * of the rights is compared with the database, so a changed password or role works at once, on every node.
 */
@ApplicationScoped
public class BasicCredentials {

    private static final int MOST_REMEMBERED = 10_000;
    private static final long REMEMBERED_NANOS = Duration.ofSeconds(60).toNanos();

    @EJB
    private LogIns logIns;

    private final byte[] key = new SecureRandom().generateSeed(32);
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();
    private final Object[] turns = Stream.generate(Object::new).limit(64).toArray();

    private record Remembered(SecurityIdentity identity, String login, long rights, long until) {}

    /** Empty when the header is missing, garbled or refused. @throws RealmUnavailableException database away */
    public Optional<SecurityIdentity> identify(@Nullable String header) throws RealmUnavailableException {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        var mark = mark(header);
        var known = remembered(mark);
        if (known.isPresent()) {
            return known;
        }
        var pair = decode(header);
        if (pair.isEmpty()) {
            return Optional.empty();
        }
        synchronized (turns[Math.floorMod(mark.hashCode(), turns.length)]) { // many at once need the same hash once
            var meanwhile = remembered(mark);
            return meanwhile.isPresent() ? meanwhile : authenticate(pair.get()[0], pair.get()[1], mark);
        }
    }

    /** Whose credentials these are, if they were right a short while ago and the rights are still the same. */
    private Optional<SecurityIdentity> remembered(String mark) {
        var before = remembered.get(mark);
        if (before == null) {
            return Optional.empty();
        }
        if (before.until() - System.nanoTime() > 0
                && logIns.version(before.login())
                        .filter(now -> now == before.rights())
                        .isPresent()) {
            return Optional.of(before.identity());
        }
        remembered.remove(mark);
        return Optional.empty();
    }

    private Optional<SecurityIdentity> authenticate(String login, String password, String mark) {
        var rights = logIns.version(login); // before the password is checked, so that a change in between is noticed
        var evidence = new PasswordGuessEvidence(password.toCharArray());
        try {
            var identity = SecurityDomain.getCurrent().authenticate(login, evidence);
            if (rights.isEmpty()) {
                logIns.failed(login, "API");
                return Optional.empty();
            }
            logIns.succeeded(login, "API");
            if (logIns.version(login).equals(rights)) { // else this answer may be old already: ask again next time
                remember(mark, new Remembered(identity, login, rights.get(), System.nanoTime() + REMEMBERED_NANOS));
            }
            return Optional.of(identity);
        } catch (RealmUnavailableException away) {
            throw new IllegalStateException(away);
        } catch (SecurityException refused) {
            logIns.failed(login, "API");
            return Optional.empty();
        } finally {
            evidence.destroy();
        }
    }

    private void remember(String mark, Remembered who) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(mark, who);
    }

    private static Optional<String[]> decode(String header) {
        try {
            var bytes = Base64.getDecoder().decode(header.substring(6).strip());
            var text = new String(bytes, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 1 || text.indexOf('\0') >= 0
                    ? Optional.empty()
                    : Optional.of(new String[] {text.substring(0, colon), text.substring(colon + 1)});
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    private String mark(String header) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.toString(mac.doFinal(header.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
