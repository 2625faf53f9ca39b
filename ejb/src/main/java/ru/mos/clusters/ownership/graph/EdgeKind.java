package ru.mos.clusters.ownership.graph;

/** How an owner stands to a subject; the owner is the holder, executive, board member, managing company or relative. */
public enum EdgeKind {
    SHAREHOLDING,
    /** Sole executive; each one of several. */
    EXECUTIVE,
    BOARD,
    MANAGING_COMPANY,
    /** Spouse, parent, child, brother or sister: holds both ways. */
    FAMILY;

    /** Whether one such edge alone puts both ends into one group of persons (135-ФЗ art. 9 part 1 p. 2, 7). */
    boolean joinsAlone() {
        return this == EXECUTIVE || this == MANAGING_COMPANY || this == FAMILY;
    }
}
