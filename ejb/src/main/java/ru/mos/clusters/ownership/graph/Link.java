package ru.mos.clusters.ownership.graph;

/** Why two parties are affiliated. */
public enum Link {
    /** One group of persons (135-ФЗ art. 9). */
    GROUP,
    /** The group of one has more votes in the other (948-1), or one holds more of the other (Tax Code), than the threshold. */
    HOLDING,
    /** An executive or board member of one sits in a body of the other. */
    BODY,
    /** Somebody holds more than the threshold of both. */
    COMMON_HOLDER,
    /** Close relatives (Tax Code art. 105.1 p. 2 (11)). */
    FAMILY
}
