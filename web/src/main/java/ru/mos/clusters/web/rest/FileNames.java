package ru.mos.clusters.web.rest;

import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;

/** Names that uploads bear in the query. */
public final class FileNames {

    private static final int LONGEST = 300;

    private FileNames() {}

    /**
     * The name as given, for people to read; it never becomes a path.
     *
     * @throws Problem {@code parameter-malformed}, {@code text-forbidden-character}
     */
    public static String of(@Nullable String fileName, String otherwise) {
        if (fileName == null || fileName.isBlank()) {
            return otherwise;
        }
        if (fileName.length() > LONGEST) {
            throw new Problem(PlatformProblem.PARAMETER_MALFORMED, "fileName", fileName.substring(0, 60) + "…");
        }
        if (fileName.chars().anyMatch(c -> c < ' ')) {
            throw new Problem(PlatformProblem.TEXT_FORBIDDEN_CHARACTER, "fileName");
        }
        return fileName;
    }
}
