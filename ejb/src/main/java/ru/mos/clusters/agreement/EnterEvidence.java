package ru.mos.clusters.agreement;

import java.math.BigDecimal;
import java.util.UUID;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;

/**
 * A document that shows money beside the budget's.
 *
 * @param stage of the project, from 1 on
 * @param amount roubles, whole kopecks, more than zero
 * @param issuer who issued it: the payer of a payment order, the lender, who valued things and work
 * @param document its number is needed, for it counts once
 */
public record EnterEvidence(
        UUID agreement, int stage, EvidenceSource source, BigDecimal amount, Inn issuer, Paper document) {}
