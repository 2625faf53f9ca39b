package ru.mos.clusters.registry.release;

import java.util.ArrayList;
import java.util.List;

/**
 * A withdrawal tried out inside a transaction that will be undone. It is fired as an event while the facts are as they
 * would be: observers evaluate in this transaction and add what would change.
 */
public final class WithdrawalTried {

    private final long release;
    private final long subjects;
    private final List<Effect> effects = new ArrayList<>();

    /** One thing that would change: a cluster's verdict, for example. */
    public record Effect(String subjectKind, String subject, String before, String after) {}

    WithdrawalTried(long release, long subjects) {
        this.release = release;
        this.subjects = subjects;
    }

    /** The release that would be withdrawn. */
    public long release() {
        return release;
    }

    /** Subjects whose facts would change. */
    public long subjects() {
        return subjects;
    }

    /** Adds what would change. */
    public void add(Effect effect) {
        effects.add(effect);
    }

    /** What would change, as far as anyone said. */
    public List<Effect> effects() {
        return List.copyOf(effects);
    }
}
