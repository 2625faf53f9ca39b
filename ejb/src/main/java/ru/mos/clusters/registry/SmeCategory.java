package ru.mos.clusters.registry;

/** Size by law ({@code КатСубМСП}). */
public enum SmeCategory {
    MICRO(1),
    SMALL(2),
    MEDIUM(3);

    private final int code;

    SmeCategory(int code) {
        this.code = code;
    }

    /** The tax service's number for it. */
    int code() {
        return code;
    }
}
