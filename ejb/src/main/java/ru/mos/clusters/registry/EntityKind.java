package ru.mos.clusters.registry;

/** What sort of subject an entry of the register is about ({@code ВидСубМСП}). */
public enum EntityKind {
    LEGAL_ENTITY(1),
    ENTREPRENEUR(2),
    FARM_HEAD(3);

    private final int code;

    EntityKind(int code) {
        this.code = code;
    }

    /** The tax service's number for it. */
    int code() {
        return code;
    }
}
