package ru.mos.clusters.agreement.fulfilment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.project.InitiatorEvidence;

/**
 * What the large enterprise that began the project really ordered or paid.
 *
 * @param amount roubles, whole kopecks, more than zero
 * @param on day of the order or the payment, not after today
 * @param otherSide participant of the project from whom it was ordered, or who got the money
 * @param document its number is needed, for it counts once
 */
public record EnterContribution(
        UUID agreement, InitiatorEvidence kind, BigDecimal amount, LocalDate on, Inn otherSide, Paper document) {}
