package ru.mos.clusters.web.shell;

import ru.mos.clusters.platform.ProblemCode;

/** Faults that only a screen can meet. */
public enum ScreenProblem implements ProblemCode {
    DATE_UNREADABLE,
    DATE_OUT_OF_RANGE,
    DECIMAL_UNREADABLE,
    FILE_WITHOUT_BYTES;

    @Override
    public Kind kind() {
        return Kind.MALFORMED;
    }
}
