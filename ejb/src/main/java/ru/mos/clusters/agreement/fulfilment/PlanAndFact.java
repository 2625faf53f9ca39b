package ru.mos.clusters.agreement.fulfilment;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * How far what was promised is fulfilled.
 *
 * @param on day as of which it is told
 * @param results of the edition in force
 * @param initiator the large enterprise that began the project; null: clusters did
 * @param contributions what it promised and brought; empty without one
 */
public record PlanAndFact(
        LocalDate on, List<ResultLine> results, @Nullable Inn initiator, List<ContributionLine> contributions)
        implements Serializable {}
