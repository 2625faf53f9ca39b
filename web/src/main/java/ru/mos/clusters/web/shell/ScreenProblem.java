package ru.mos.clusters.web.shell;

import ru.mos.clusters.platform.ProblemCode;

/** Faults that only a screen can meet. */
public enum ScreenProblem implements ProblemCode {
    DATE_UNREADABLE,
    DATE_OUT_OF_RANGE,
    FILE_WITHOUT_BYTES,
    FORM_FOREIGN;

    @Override
    public Kind kind() {
        return this == FORM_FOREIGN ? Kind.FORBIDDEN : Kind.MALFORMED;
    }
}
