package ru.mos.clusters.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The names of those who log in, for whatever tells who did something. All of them are read at once and kept for a
 * minute, so that a list of any length asks for none by itself.
 */
@ApplicationScoped
public class People {

    private static final long KEPT_NANOS = Duration.ofMinutes(1).toNanos();

    /** So soon a login without a name is looked for again: its owner may have been let in meanwhile. */
    private static final long MISSED_NANOS = Duration.ofSeconds(1).toNanos();

    @Inject
    private Sql sql;

    private volatile Known known = new Known(Map.of(), System.nanoTime() - KEPT_NANOS);

    private record Known(Map<String, String> names, long at) {
        boolean isOlderThan(long nanos) {
            return System.nanoTime() - at >= nanos;
        }
    }

    /** The name of the person or program behind a login; the login itself where nobody is. */
    public String name(String login) {
        var now = known;
        if (now.isOlderThan(KEPT_NANOS) || (!now.names().containsKey(login) && now.isOlderThan(MISSED_NANOS))) {
            now = new Known(read(), System.nanoTime());
            known = now;
        }
        return now.names().getOrDefault(login, login);
    }

    private Map<String, String> read() {
        record Named(String login, String name) {}
        var names = new HashMap<String, String>();
        sql.with(handle -> handle.createQuery("select login, name from platform.app_user where name <> ''")
                        .mapTo(Named.class)
                        .list())
                .forEach(one -> names.put(one.login(), one.name()));
        return Map.copyOf(names);
    }
}
