package ru.mos.clusters.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keys by which this installation, on whichever node, recognises what it issued itself. */
@ApplicationScoped
public class Secrets {

    @Inject
    private Sql sql;

    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    /** The key of that name. */
    public byte[] key(String name) {
        return known.computeIfAbsent(
                        name,
                        wanted -> sql.with(
                                handle -> handle.createQuery("select value from platform.secret where name = :name")
                                        .bind("name", wanted)
                                        .mapTo(byte[].class)
                                        .one()))
                .clone();
    }
}
