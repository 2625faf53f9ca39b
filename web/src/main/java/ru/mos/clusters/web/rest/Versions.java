package ru.mos.clusters.web.rest;

import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;

/** Versions of single things as entity tags. */
public final class Versions {

    private Versions() {}

    /** The tag of a version. */
    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** The tag of something put together from many facts: equal content, equal tag. */
    public static EntityTag digest(Object content) {
        try {
            var json = String.valueOf(Json.write(content)).getBytes(StandardCharsets.UTF_8);
            var digest = MessageDigest.getInstance("SHA-256").digest(json);
            return new EntityTag(HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
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

    /**
     * The version the caller wants to change, for services that compare it under their own lock.
     *
     * @throws Problem {@code if-match-required}; {@code changed-meanwhile} for what never was a version
     */
    public static long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(PlatformProblem.IF_MATCH_REQUIRED);
        }
        var tag = ifMatch.strip();
        if (!tag.matches("\"\\d{1,18}\"")) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return Long.parseLong(tag.substring(1, tag.length() - 1));
    }
}
