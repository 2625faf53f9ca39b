package ru.mos.clusters.agreement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;

/**
 * A document that shows money beside the budget's.
 *
 * @param mayDecide whether the caller may accept or reject it
 */
public record EvidenceView(
        UUID id,
        long number,
        UUID agreement,
        int stage,
        EvidenceSource source,
        BigDecimal amount,
        Inn issuer,
        Paper document,
        EvidenceState state,
        String enteredBy,
        @Nullable String decidedBy,
        @Nullable String reason,
        long version,
        boolean mayDecide)
        implements Serializable {}
