package ru.mos.clusters.web.rest;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;

/** {@code limit} and {@code cursor} of a list, for use as a {@code @BeanParam}. */
public class Paging {

    private static final int USUAL = 50;

    @QueryParam("limit")
    private @Nullable Integer limit;

    @QueryParam("cursor")
    private @Nullable String cursor;

    @Context
    private UriInfo uri;

    /** As the services take it. */
    public PageRequest request() {
        return new PageRequest(limit == null ? USUAL : limit, cursors().read(list(), cursor));
    }

    /** The answer of a slice. */
    public <T> ListAnswer<T> answer(Slice<T> slice) {
        return new ListAnswer<>(slice.items(), cursors().write(list(), slice.next()));
    }

    /** The answer of a slice whose items the contract shows in another form. */
    public <T, R> ListAnswer<R> answer(Slice<T> slice, Function<T, R> form) {
        return new ListAnswer<>(
                slice.items().stream().map(form).toList(), cursors().write(list(), slice.next()));
    }

    /**
     * The stretch of a short list that is at hand as a whole.
     *
     * @param key tells its items apart
     * @throws Problem {@code limit-out-of-range}, {@code cursor-invalid}
     */
    public <T> ListAnswer<T> stretch(List<T> all, Function<T, String> key) {
        var page = request();
        int from = 0;
        if (!page.after().isEmpty()) {
            var keys = all.stream().map(key).toList();
            from = keys.indexOf(page.after().get(0)) + 1;
            if (from == 0) {
                throw new Problem(PlatformProblem.CURSOR_INVALID);
            }
        }
        int to = Math.min(all.size(), from + page.limit());
        var items = all.subList(from, to);
        return new ListAnswer<>(
                items,
                to == all.size() ? null : cursors().write(list(), List.of(key.apply(items.get(items.size() - 1)))));
    }

    private String list() {
        return uri.getPath() + " " + uri.getQueryParameters().getFirst("order");
    }

    private static Cursors cursors() {
        return CDI.current().select(Cursors.class).get();
    }
}
