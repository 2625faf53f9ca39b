package ru.mos.clusters.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list in a fixed order.
 *
 * @param next key of its last row when more follow: pass it as {@link PageRequest#after}; null at the end
 */
public record Slice<T>(List<T> items, @Nullable List<String> next) {

    /**
     * Of rows fetched with one more than asked for, which tells whether there are more.
     *
     * @param key what the rows are ordered by, unique, the id last
     */
    public static <T> Slice<T> of(List<T> oneMore, PageRequest page, Function<T, List<String>> key) {
        if (oneMore.size() <= page.limit()) {
            return new Slice<>(List.copyOf(oneMore), null);
        }
        var items = List.copyOf(oneMore.subList(0, page.limit()));
        return new Slice<>(items, key.apply(items.get(items.size() - 1)));
    }
}
