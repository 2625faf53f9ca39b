package ru.mos.clusters.web.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Slice;

/**
 * A page of a list of any length, for {@code <my:table>}: rows by key, so that depth costs nothing, and a count. Each is
 * fetched once, when first shown.
 */
public class LazyTable<T> {

    /** Page sizes to choose from. */
    static final List<String> SIZES = List.of("25", "50", "100", "200");

    private static final int EXPORT_STRETCH = 500;

    private final ListQuery query;
    private final Function<PageRequest, Slice<T>> load;
    private final Supplier<Count> counting;
    private @Nullable Slice<T> slice;
    private @Nullable Count count;
    private long most = Long.MAX_VALUE;

    /**
     * How many rows there are.
     *
     * @param more whether there are more than were counted
     */
    public record Count(long number, boolean more) {}

    LazyTable(ListQuery query, Function<PageRequest, Slice<T>> load, Supplier<Count> counting) {
        this.query = query;
        this.load = load;
        this.counting = counting;
    }

    /** For lists whose rows are counted only so far: a count above stands for any number. */
    public LazyTable<T> countedTo(long limit) {
        most = limit;
        return this;
    }

    public List<T> getRows() {
        return slice().items();
    }

    private Slice<T> slice() {
        if (slice == null) {
            slice = query.isFaulty() ? new Slice<>(List.of(), null) : load.apply(query.page());
        }
        return slice;
    }

    /** How many rows the whole list has. A list that fits on its first page need not be counted. */
    public long getCount() {
        return count().number();
    }

    /** Whether there are more rows than {@link #getCount} says: counting stops where nobody reads on. */
    public boolean isMore() {
        return count().more();
    }

    private Count count() {
        if (count == null) {
            count = query.value("page").isEmpty() && slice().next() == null
                    ? new Count(getRows().size(), false)
                    : capped(counting.get());
        }
        return count;
    }

    private Count capped(Count counted) {
        return counted.number() > most ? new Count(most, true) : counted;
    }

    /** How many were found, in words. */
    public String getFound() {
        return Texts.with(Language.current(), isMore() ? "list.foundMore" : "list.found", getCount());
    }

    /** Which of them are shown, in words. */
    public String getRange() {
        return Texts.with(
                Language.current(), isMore() ? "list.rangeOfMore" : "list.range", getFrom(), getUntil(), getCount());
    }

    public boolean isBlank() {
        return getRows().isEmpty();
    }

    /** Position of the first row shown. */
    public long getFrom() {
        return query.from();
    }

    /** Position of the last row shown. */
    public long getUntil() {
        return getFrom() + getRows().size() - 1;
    }

    public @Nullable String getNext() {
        return query.next(slice().next());
    }

    public @Nullable String getPrevious() {
        return query.previous();
    }

    public List<String> getSizes() {
        return SIZES;
    }

    public String getSize() {
        return Integer.toString(query.size());
    }

    public ListQuery getQuery() {
        return query;
    }

    /** Every row of the list from its beginning, a stretch at a time. */
    void forEach(Consumer<T> row) {
        var page = PageRequest.first(EXPORT_STRETCH);
        while (page != null) {
            var stretch = load.apply(page);
            stretch.items().forEach(row);
            page = stretch.next() == null ? null : new PageRequest(EXPORT_STRETCH, stretch.next());
        }
    }
}
