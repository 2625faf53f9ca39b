package ru.mos.clusters.call.assessment;

/** What its place means for an application. */
public enum Standing {
    /** The confirmed money suffices for it in the order of the places. */
    WITHIN_MONEY,
    /** The money suffices for some of those of equal place only: the commission's vote decides which. */
    TIED,
    /** Good enough, but the money is gone before it. */
    RESERVE,
    BELOW_MINIMUM,
    /** Fewer experts than the call asks for have scored it, so that it has no place yet. */
    INCOMPLETE,
    /** The commission refused it; it keeps its place and takes no money. */
    REFUSED
}
