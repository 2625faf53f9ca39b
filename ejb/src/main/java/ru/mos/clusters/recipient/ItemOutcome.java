package ru.mos.clusters.recipient;

/** How the tax service answered. */
public enum ItemOutcome {
    /** 01: the format is kept, the support has a number. */
    ACCEPTED("01"),
    /** 02: the format is not kept; it is sent again. */
    REFUSED("02");

    private final String code;

    ItemOutcome(String code) {
        this.code = code;
    }

    /** КодРезОбр. */
    String code() {
        return code;
    }
}
