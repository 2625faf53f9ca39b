package ru.mos.clusters.web.shell;

import ru.mos.clusters.platform.ProblemCode;

/** Faults that only a screen can meet. */
public enum ScreenProblem implements ProblemCode {
    DATE_UNREADABLE,
    FORM_FOREIGN;

    @Override
    public Kind kind() {
        return this == FORM_FOREIGN ? Kind.FORBIDDEN : Kind.MALFORMED;
    }
}
