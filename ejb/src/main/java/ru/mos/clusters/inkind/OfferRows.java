package ru.mos.clusters.inkind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Sql;

/** Offers of accredited organisations for some days. */
@ApplicationScoped
class OfferRows {

    @Inject
    private Sql sql;

    List<InKindOffers.Offered> on(LocalDate day) {
        return rows(null, day, day);
    }

    Optional<InKindOffers.Offered> find(UUID id, LocalDate from, LocalDate through) {
        return rows(id, from, through).stream().findAny();
    }

    private List<InKindOffers.Offered> rows(@Nullable UUID id, LocalDate from, LocalDate through) {
        return sql.with(handle -> handle.createQuery(sql.file(OfferRows.class, "Offers"))
                .bind("id", id)
                .bind("on", from)
                .bind("through", through)
                .mapTo(InKindOffers.Offered.class)
                .list());
    }
}
