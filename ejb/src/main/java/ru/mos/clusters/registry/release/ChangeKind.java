package ru.mos.clusters.registry.release;

/** How a release differs from the one before it, for one subject. */
public enum ChangeKind {
    /** Shown now, not before. */
    ENTERED,
    /** Shown before, no longer. */
    LEFT,
    /** Shown otherwise. */
    CHANGED
}
