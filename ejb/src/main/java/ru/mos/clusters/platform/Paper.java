package ru.mos.clusters.platform;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document by its details.
 *
 * @param number null where it bears none
 */
public record Paper(String title, @Nullable String number, LocalDate date) implements java.io.Serializable {

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_NUMBER = 100;

    /** @throws Problem {@code field-required}, {@code text-too-long}, said of {@code /document} */
    public Paper {
        title = title.strip();
        if (title.isEmpty()) {
            throw new Problem(PlatformProblem.FIELD_REQUIRED, "/document/title").at("/document/title");
        }
        requireShort(title, LONGEST_TITLE, "/document/title");
        number = number == null || number.isBlank() ? null : number.strip();
        if (number != null) {
            requireShort(number, LONGEST_NUMBER, "/document/number");
        }
    }

    private static void requireShort(String text, int longest, String pointer) {
        if (text.length() > longest) {
            throw new Problem(PlatformProblem.TEXT_TOO_LONG, pointer, longest).at(pointer);
        }
    }
}
