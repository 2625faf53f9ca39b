package ru.mos.clusters.agreement.fulfilment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import ru.mos.clusters.platform.Paper;

/**
 * Where an indicator of an agreement stands.
 *
 * @param code of the indicator
 * @param value in its unit, not negative, at most six decimals
 * @param on day as of which it stands there, not after today
 * @param document that shows it
 */
public record EnterResult(UUID agreement, String code, BigDecimal value, LocalDate on, Paper document) {}
