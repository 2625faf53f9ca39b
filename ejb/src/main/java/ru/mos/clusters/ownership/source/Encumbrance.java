package ru.mos.clusters.ownership.source;

/** What burdens a share. Under a pledge the pledgee may vote (Civil Code 358.15), which no extract tells. */
public enum Encumbrance {
    PLEDGE,
    ARREST,
    OTHER
}
