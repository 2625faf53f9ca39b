package ru.mos.clusters.project;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;

/**
 * Whether somebody consents to its part of a project.
 *
 * @param name as on record; null where no source names it
 * @param cluster as whose organisation; null: as participant
 * @param clusterCode its code
 * @param receives of the city's money; for an organisation what the participants of its cluster receive together
 * @param part digest of the part as it reads now, by which a consent says what it is to
 * @param givenBy login of who gave or entered the latest consent; null where there was none
 * @param document by which it was entered; null where a representative gave it here
 * @param mayConsent whether the caller may
 */
public record ConsentView(
        Inn inn,
        @Nullable String name,
        @Nullable UUID cluster,
        @Nullable String clusterCode,
        List<ParticipantRole> roles,
        @Nullable String tasks,
        BigDecimal receives,
        State state,
        String part,
        @Nullable String givenBy,
        @Nullable Instant givenAt,
        @Nullable Paper document,
        boolean mayConsent)
        implements Serializable {

    /** How it stands. */
    public enum State {
        MISSING,
        GIVEN,
        /** The part has changed since. */
        LAPSED
    }
}
