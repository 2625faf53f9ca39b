package ru.mos.clusters.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;

/**
 * Which subjects to list; what is null does not matter.
 *
 * @param query beginning of an INN or OGRN, or words and parts of words of the name in any order and case
 * @param region code of the constituent entity, two digits
 * @param activity code of the main activity or the beginning of one, such as {@code 26.51}; finds also subjects that
 *     declare only a wider code ({@code 26})
 * @param asOf date of status and category, today if null
 */
public record EntitySearch(
        @Nullable String query,
        @Nullable SmeCategory category,
        @Nullable EntityKind kind,
        @Nullable String region,
        @Nullable String activity,
        @Nullable SmeStatus status,
        @Nullable LocalDate asOf) {

    /** Longest query taken, in characters. */
    public static final int LONGEST_QUERY = 300;

    /** Everything, as of today. */
    public static final EntitySearch ALL = new EntitySearch(null, null, null, null, null, null, null);

    /** @throws Problem {@code text-too-long}, {@code text-forbidden-character}, {@code parameter-malformed} */
    public EntitySearch {
        if (query != null) {
            if (query.length() > LONGEST_QUERY) {
                throw new Problem(PlatformProblem.TEXT_TOO_LONG, "query", LONGEST_QUERY);
            }
            if (query.codePoints().anyMatch(EntitySearch::forbidden)) {
                throw new Problem(PlatformProblem.TEXT_FORBIDDEN_CHARACTER, "query");
            }
        }
        require("region", region, "\\d{2}");
        require("activity", activity, "\\d{1,2}(\\.\\d{1,2}){0,3}\\.?");
    }

    private static boolean forbidden(int c) {
        return (c < 0x20 && !Character.isWhitespace(c)) || c == 0x7f || (c >= 0xd800 && c <= 0xdfff);
    }

    private static void require(String name, @Nullable String value, String form) {
        if (value != null && !value.matches(form)) {
            throw new Problem(
                    PlatformProblem.PARAMETER_MALFORMED, name, value.length() > 60 ? value.substring(0, 60) : value);
        }
    }
}
