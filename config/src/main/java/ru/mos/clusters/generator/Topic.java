package ru.mos.clusters.generator;

/** What dice are thrown for. The names are part of the output. */
enum Topic {
    KIND,
    ENTRY,
    NAME,
    PLACE,
    NUMBER_REGION,
    SECTOR,
    ACTIVITIES,
    CATEGORY,
    PERSONAL,
    HEADCOUNT,
    PRODUCTS,
    LICENCES,
    PARTNERSHIP,
    CONTRACTS,
    TURN,
    BLOCK,
    DOCUMENT_ID,
    FILE_ID,
    FIGURES,
    OWNER;

    final long salt = name().hashCode();
}
