package ru.mos.clusters.recipient;

/** Category on the day of the decision; КатСуб. */
public enum RecipientCategory {
    MICRO("1"),
    SMALL("2"),
    MEDIUM("3"),
    NONE("4");

    private final String code;

    RecipientCategory(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
