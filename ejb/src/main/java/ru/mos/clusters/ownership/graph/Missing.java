package ru.mos.clusters.ownership.graph;

import java.util.List;

/** What is not known about a party on the date, and so what an unknown could be to it: its owner, its executive, itself. */
public enum Missing {
    OWNERS(Slot.OWNERS),
    SHAREHOLDERS_OF_AO(Slot.OWNERS),
    WITHHELD(Slot.OWNERS, Slot.EXECUTIVE),
    EXTRACT_TOO_OLD(Slot.OWNERS, Slot.EXECUTIVE),
    BETWEEN_EXTRACTS(Slot.OWNERS, Slot.EXECUTIVE),
    /** The party may be anyone; a person with namesakes in the graph only one of them, which a human decides. */
    NO_INN(Slot.IDENTITY),
    FOREIGN(Slot.OWNERS, Slot.EXECUTIVE),
    EXECUTIVE(Slot.EXECUTIVE),
    SOURCES_DISAGREE(Slot.OWNERS, Slot.EXECUTIVE),
    SHARE(Slot.OWNERS),
    NO_EXTRACT(Slot.OWNERS, Slot.EXECUTIVE),
    /** Its owners lie deeper than the profile looks. */
    BEYOND_DEPTH(Slot.OWNERS, Slot.EXECUTIVE),
    /** The search was given up: not determined. */
    WORK_LIMIT,
    /** May be the person of the same name. */
    SAME_NAME;

    /** The place an unknown could take. */
    enum Slot {
        OWNERS,
        EXECUTIVE,
        IDENTITY
    }

    private final boolean owners;
    private final boolean executive;
    private final boolean identity;

    Missing(Slot... slots) {
        var set = List.of(slots);
        owners = set.contains(Slot.OWNERS);
        executive = set.contains(Slot.EXECUTIVE);
        identity = set.contains(Slot.IDENTITY);
    }

    boolean opens(Slot slot) {
        return switch (slot) {
            case OWNERS -> owners;
            case EXECUTIVE -> executive;
            case IDENTITY -> identity;
        };
    }

    /** Its place in the mask of a party; never stored. */
    @SuppressWarnings("EnumOrdinal")
    int bit() {
        return 1 << ordinal();
    }
}
