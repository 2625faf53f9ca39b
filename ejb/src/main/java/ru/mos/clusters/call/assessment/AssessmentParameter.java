package ru.mos.clusters.call.assessment;

import java.time.LocalDate;

/** A parameter with the day from which it holds. */
public record AssessmentParameter(Code code, String value, LocalDate from) {

    /** What it is. */
    public enum Code {
        /** From which share of a scale a spread of points is discussed: {@code 1/2}. */
        DEVIATION,
        /** What becomes of those after the first who does not fit into the money: a {@link CutRule}. */
        CUT
    }

    boolean isWellFormed() {
        return value.matches(code == Code.DEVIATION ? "[1-9]\\d{0,2}/[1-9]\\d{0,2}" : "STRICT|FILL");
    }
}
