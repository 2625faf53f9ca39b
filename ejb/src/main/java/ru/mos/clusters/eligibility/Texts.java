package ru.mos.clusters.eligibility;

import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;

/** What people enter as text: something, without blanks around it, and not too long. */
final class Texts {

    private Texts() {}

    /** @throws Problem {@code field-required}, {@code text-too-long} */
    static String line(String text, String pointer, int longest) {
        if (text.isBlank()) {
            throw new Problem(PlatformProblem.FIELD_REQUIRED, pointer).at(pointer);
        }
        if (text.strip().length() > longest) {
            throw new Problem(PlatformProblem.TEXT_TOO_LONG, pointer, longest).at(pointer);
        }
        return text.strip();
    }

    /** Blanks are nothing. @throws Problem {@code text-too-long} */
    static String optional(String text, String pointer, int longest) {
        return text.isBlank() ? "" : line(text, pointer, longest);
    }
}
