package ru.mos.clusters.web.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.wildfly.security.auth.server.SecurityIdentity;
import ru.mos.clusters.platform.LogIns;

/**
 * Who certain credentials were found to be a short while ago. They themselves are not kept, and are forgotten when the
 * version of the rights in the database is another: a changed password or role works at once, on every node.
 */
final class RecentCallers {

    private static final int MOST = 10_000;
    private static final long LONGEST_NANOS = Duration.ofSeconds(60).toNanos();

    private final byte[] key = new SecureRandom().generateSeed(32);
    private final Object[] turns = Stream.generate(Object::new).limit(64).toArray();
    private final Map<String, Recent> recent = new ConcurrentHashMap<>();

    private record Recent(SecurityIdentity identity, String login, long rights, long until) {}

    /** Whose credentials these are, if they were right a short while ago and the rights are still the same. */
    Optional<SecurityIdentity> find(String mark, LogIns logIns) {
        var before = recent.get(mark);
        if (before == null) {
            return Optional.empty();
        }
        if (before.until() - System.nanoTime() > 0
                && logIns.version(before.login())
                        .filter(now -> now == before.rights())
                        .isPresent()) {
            return Optional.of(before.identity());
        }
        recent.remove(mark);
        return Optional.empty();
    }

    /** @param longest they hold no longer than so; a minute at most */
    void remember(String mark, SecurityIdentity identity, String login, long rights, Duration longest) {
        if (recent.size() >= MOST) {
            recent.clear();
        }
        long nanos = Math.min(LONGEST_NANOS, longest.toNanos());
        recent.put(mark, new Recent(identity, login, rights, System.nanoTime() + nanos));
    }

    /** To be held while it is found out who certain credentials are: then it is found out once. */
    Object turn(String mark) {
        return turns[Math.floorMod(mark.hashCode(), turns.length)];
    }

    /** What stands for credentials here. */
    String mark(String credentials) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.toString(mac.doFinal(credentials.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
