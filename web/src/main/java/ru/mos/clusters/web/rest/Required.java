package ru.mos.clusters.web.rest;

import java.util.Map;
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

    /**
     * All that is missing at once.
     *
     * @param values by their pointers, in the order of the request
     * @throws Problem {@code field-required} of the first, with all of them as its faults
     */
    public static void fields(Map<String, ? extends @Nullable Object> values) {
        var missing = values.entrySet().stream()
                .filter(field -> field.getValue() == null)
                .map(field -> new Problem(PlatformProblem.FIELD_REQUIRED, field.getKey()).at(field.getKey()))
                .toList();
        if (!missing.isEmpty()) {
            throw missing.get(0).because(missing);
        }
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
