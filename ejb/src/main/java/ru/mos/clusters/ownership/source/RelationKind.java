package ru.mos.clusters.ownership.source;

/** In what way the owner of a {@link Relation} holds or directs its subject. */
public enum RelationKind {
    SHAREHOLDING,
    EXECUTIVE,
    BOARD,
    MANAGING_COMPANY,
    FAMILY
}
