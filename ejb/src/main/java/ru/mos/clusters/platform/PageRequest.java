package ru.mos.clusters.platform;

import java.util.List;

/**
 * Which stretch of a list: by key, so that depth costs nothing.
 *
 * @param limit rows at most, 1 to 500
 * @param after key of the last row already seen; empty from the beginning
 */
public record PageRequest(int limit, List<String> after) {

    /** @throws Problem {@code limit-out-of-range} */
    public PageRequest {
        if (limit < 1 || limit > 500) {
            throw new Problem(PlatformProblem.LIMIT_OUT_OF_RANGE);
        }
    }

    /** From the beginning. */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, List.of());
    }

    /** Rows to fetch: one more, to know whether there are more. */
    public int fetch() {
        return limit + 1;
    }
}
