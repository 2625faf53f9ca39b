package ru.mos.clusters.recovery;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;

/**
 * A breach of an agreement.
 *
 * @param position of the instalment concerned; null: the agreement as a whole
 * @param document of the check that found it
 * @param results as promised and as reached; empty for other breaches than missed results
 * @param mayDecide whether the caller may confirm or dismiss it
 * @param mayDemand whether the caller may draw up a demand on it
 */
public record BreachView(
        UUID id,
        long number,
        UUID agreement,
        long agreementNumber,
        BreachKind kind,
        @Nullable Integer position,
        String description,
        Paper document,
        List<MissedResult> results,
        BreachState state,
        LocalDate foundOn,
        String foundBy,
        @Nullable LocalDate decidedOn,
        @Nullable String decidedBy,
        @Nullable String reason,
        long version,
        boolean mayDecide,
        boolean mayDemand)
        implements Serializable {

    BreachView with(List<MissedResult> all) {
        return new BreachView(
                id,
                number,
                agreement,
                agreementNumber,
                kind,
                position,
                description,
                document,
                all,
                state,
                foundOn,
                foundBy,
                decidedOn,
                decidedBy,
                reason,
                version,
                mayDecide,
                mayDemand);
    }
}
