package ru.mos.clusters.web.rest;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.QueryParam;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Slice;

/** {@code limit} and {@code cursor} of a list, for use as a {@code @BeanParam}. */
public class Paging {

    private static final int USUAL = 50;

    @QueryParam("limit")
    private @Nullable Integer limit;

    @QueryParam("cursor")
    private @Nullable String cursor;

    /** As the services take it. */
    public PageRequest request() {
        return new PageRequest(limit == null ? USUAL : limit, cursors().read(cursor));
    }

    /** The answer of a slice. */
    public <T> ListAnswer<T> answer(Slice<T> slice) {
        return new ListAnswer<>(slice.items(), cursors().write(slice.next()));
    }

    /** The answer of a slice whose items the contract shows in another form. */
    public <T, R> ListAnswer<R> answer(Slice<T> slice, Function<T, R> form) {
        return new ListAnswer<>(
                slice.items().stream().map(form).toList(), cursors().write(slice.next()));
    }

    private static Cursors cursors() {
        return CDI.current().select(Cursors.class).get();
    }
}
