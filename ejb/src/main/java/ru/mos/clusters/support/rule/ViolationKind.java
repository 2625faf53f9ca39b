package ru.mos.clusters.support.rule;

import java.util.List;

/** How a recipient broke the terms of its support. */
public enum ViolationKind {
    /** Money was not spent on what it was given for. */
    MISUSE(true),
    /** Data or documents were false. */
    FALSE_DATA(true),
    OTHER(false),
    /** One of the first two: the tax service does not tell them apart. */
    MISUSE_OR_FALSE_DATA(true),
    /** The tax service says no more than that there was one; it is held for serious. */
    UNTOLD(true);

    /** Those a person may choose from. */
    public static final List<ViolationKind> ENTERED = List.of(MISUSE, FALSE_DATA, OTHER);

    private final boolean serious;

    ViolationKind(boolean serious) {
        this.serious = serious;
    }

    /** Whether it bans for the longest term, and even when corrected. */
    public boolean isSerious() {
        return serious;
    }
}
