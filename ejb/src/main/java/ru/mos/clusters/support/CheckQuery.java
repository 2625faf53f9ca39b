package ru.mos.clusters.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * Which support is thought of, and for whom.
 *
 * @param purpose null: not said yet
 * @param on the day for which it is asked; null: today in Moscow
 * @param knownOn as known at that instant; null: now
 * @param apart what is asked about itself: support that follows from it is not held against it; null: nothing
 */
public record CheckQuery(
        Inn inn,
        String form,
        String kind,
        @Nullable String purpose,
        @Nullable LocalDate on,
        @Nullable Instant knownOn,
        @Nullable UUID apart) {

    /** @throws Problem {@code field-required}, {@code text-too-long} */
    public CheckQuery {
        form = Text.required(form, "/form");
        kind = Text.required(kind, "/kind");
        purpose = Text.optional(purpose, "/purpose");
    }

    /** About support that nothing of ours gives yet. */
    public CheckQuery(
            Inn inn,
            String form,
            String kind,
            @Nullable String purpose,
            @Nullable LocalDate on,
            @Nullable Instant knownOn) {
        this(inn, form, kind, purpose, on, knownOn, null);
    }
}
