package ru.mos.clusters.web.rest;

import jakarta.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;

/** Versions of single things as entity tags. */
public final class Versions {

    private Versions() {}

    /** The tag of a version. */
    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * Refuses a change to anything but the version the caller saw.
     *
     * @throws Problem {@code if-match-required}, {@code changed-meanwhile}
     */
    public static void require(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(PlatformProblem.IF_MATCH_REQUIRED);
        }
        boolean same = java.util.Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("\"" + version + "\""));
        if (!same) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
    }
}
