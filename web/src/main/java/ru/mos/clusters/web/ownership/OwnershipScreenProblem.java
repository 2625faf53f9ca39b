package ru.mos.clusters.web.ownership;

import ru.mos.clusters.platform.ProblemCode;

/** Faults that only the screens of ownership can meet. */
public enum OwnershipScreenProblem implements ProblemCode {
    SHARE_UNREADABLE,
    PARTY_NOT_SAID;

    @Override
    public Kind kind() {
        return Kind.MALFORMED;
    }
}
