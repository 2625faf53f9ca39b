package ru.mos.clusters.call.decision;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.council.Motion;

/**
 * What is published of a decision: who, for what, how much, by which protocol. The latest decision on an application stands.
 *
 * @param ground act, edition and paragraph of a refusal
 */
public record CallResult(
        UUID application,
        String applicationNumber,
        String applicant,
        @Nullable String applicantName,
        @Nullable String title,
        Motion motion,
        @Nullable BigDecimal amount,
        @Nullable Integer year,
        @Nullable String ground,
        LocalDate decidedOn,
        String protocolNumber)
        implements Serializable {}
