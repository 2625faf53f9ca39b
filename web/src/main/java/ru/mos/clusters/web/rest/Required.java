package ru.mos.clusters.web.rest;

import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;

/** Fields that a request must hold. */
public final class Required {

    private Required() {}

    /** @throws Problem {@code field-required} */
    public static <T> T field(@Nullable T value, String pointer) {
        if (value == null) {
            throw new Problem(PlatformProblem.FIELD_REQUIRED, pointer).at(pointer);
        }
        return value;
    }

    /** @throws Problem {@code field-required}, {@code inn-malformed}, {@code inn-checksum} */
    public static Inn inn(@Nullable String digits, String pointer) {
        try {
            return new Inn(field(digits, pointer));
        } catch (Problem problem) {
            throw problem.field() == null ? problem.at(pointer) : problem;
        }
    }

    /** @throws Problem {@code body-required} */
    public static <T> T body(@Nullable T body) {
        if (body == null) {
            throw new Problem(PlatformProblem.BODY_REQUIRED);
        }
        return body;
    }
}
