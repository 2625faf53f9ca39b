package ru.mos.clusters.ownership.graph;

import java.util.Set;

/** Whether what is missing could link two parties: the other side of the law, asked with some of it left open. */
interface Possibilities {

    /** Whether some filling-in of these places, all else being as is known, could link the two; true too once the work is spent. */
    boolean couldLink(Set<Open> open, Work work);
}
