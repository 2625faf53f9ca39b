package ru.mos.clusters.cluster;

import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;

/** Texts people type: without blanks around them, and no longer than a line of a register bears. */
public final class Text {

    private static final int MOST = 1000;

    private Text() {}

    /** @throws Problem {@code field-required}, {@code text-too-long} */
    public static String required(@Nullable String text, String pointer) {
        var stripped = optional(text, pointer);
        if (stripped == null) {
            throw new Problem(PlatformProblem.FIELD_REQUIRED, pointer).at(pointer);
        }
        return stripped;
    }

    /** Null for nothing but blanks. @throws Problem {@code text-too-long} */
    public static @Nullable String optional(@Nullable String text, String pointer) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var stripped = text.strip();
        if (stripped.length() > MOST) {
            throw new Problem(PlatformProblem.TEXT_TOO_LONG, pointer, MOST).at(pointer);
        }
        return stripped;
    }
}
