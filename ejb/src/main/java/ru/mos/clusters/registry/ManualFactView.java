package ru.mos.clusters.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * A fact entered by hand, as it stands.
 *
 * @param name of the subject as the document gives it, cut for private persons
 * @param refusal why it was refused, null otherwise
 * @param recordedAt since when it is in force, null until confirmed
 */
public record ManualFactView(
        UUID id,
        Inn inn,
        @Nullable String name,
        FactKind fact,
        String value,
        LocalDate from,
        @Nullable LocalDate to,
        EnterFact.Paper document,
        @Nullable UUID file,
        State state,
        String enteredBy,
        @Nullable Instant enteredAt,
        @Nullable String decidedBy,
        @Nullable String refusal,
        @Nullable Instant recordedAt,
        @Nullable Instant supersededAt) {

    /** Where the fact is on its way. */
    public enum State {
        PENDING,
        IN_FORCE,
        REFUSED,
        SUPERSEDED
    }
}
