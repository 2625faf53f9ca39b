package ru.mos.clusters.opendata;

/** What was found in a file that was to be published. */
public enum FindingKind {
    /** A property is missing that the schema wants. */
    REQUIRED,
    /** A value is none of those the schema lists. */
    NOT_LISTED,
    /** A value is not written as the schema wants it. */
    FORMAT,
    /** A value is of another type. */
    TYPE,
    /** Another rule of the schema is broken. */
    RULE,
    /** The same thing stands twice. */
    NOT_ORDERED,
    /** What grants say was disbursed is not what the ledger says. */
    LEDGER_DIFFERS,
    /** It looks like somebody's name. */
    NAME,
    /** It looks like a number given to a person. */
    NUMBER,
    /** It looks like a telephone number. */
    PHONE,
    /** It looks like an e-mail address. */
    MAIL;

    /** Whether it may tell of a private person, and so wants an answer; everything else stops the publication. */
    public boolean isPerson() {
        return compareTo(NAME) >= 0;
    }
}
