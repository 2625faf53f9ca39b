package ru.mos.clusters.ownership.graph;

import org.jspecify.annotations.Nullable;

/** The links that one law knows, found in the sure facts of one view. */
interface Reasons {

    /** The first link between two parties, in the order of the law. */
    @Nullable
    Link link(int a, int b);

    /** The facts of that link; null when there is none of this kind. */
    @Nullable
    Draft draft(Link link, int a, int b);

    /** The same law asked of other facts. */
    Reasons within(View view, int a, int b);
}
