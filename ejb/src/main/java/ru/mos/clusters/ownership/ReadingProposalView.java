package ru.mos.clusters.ownership;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reading that somebody proposes and a second person confirms or refuses. */
public record ReadingProposalView(
        UUID id,
        ReadingCode code,
        String value,
        LocalDate from,
        String basis,
        State state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy)
        implements Serializable {

    /** How far it has come. */
    public enum State {
        PROPOSED,
        CONFIRMED,
        REFUSED
    }
}
