package ru.mos.clusters.web.registry;

import ru.mos.clusters.platform.ProblemCode;

/** Faults that only the registry's screens can meet. */
public enum RegistryScreenProblem implements ProblemCode {
    ACTIVITY_UNREADABLE,
    NUMBER_UNREADABLE;

    @Override
    public Kind kind() {
        return Kind.MALFORMED;
    }
}
