package ru.mos.clusters.recipient;

/** Who a recipient is; ВидПП. */
public enum RecipientSubject {
    COMPANY("1"),
    ENTREPRENEUR("2"),
    /** A payer of the tax on professional income. */
    SELF_EMPLOYED("3");

    private final String code;

    RecipientSubject(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
