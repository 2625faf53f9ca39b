package ru.mos.clusters.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Outcome;

/**
 * Where a cluster stood when it was last judged.
 *
 * @param findings outcomes of the conditions E1 to E5
 * @param verdict the kept verdict that first came to this
 * @param asOf day of the latest evaluation
 * @param since instant of the change by which it came to stand so
 * @param stillValid an earlier decision that a transition clause keeps valid today; null where none is
 */
public record StandingView(
        UUID cluster,
        String code,
        String name,
        String sector,
        Eligibility outcome,
        List<Outcome> findings,
        UUID verdict,
        LocalDate asOf,
        Instant since,
        @Nullable StillValid stillValid) {}
