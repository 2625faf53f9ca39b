package ru.mos.clusters.agreement;

import java.time.LocalDate;
import java.util.UUID;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;

/**
 * Who stands in whose place under an agreement.
 *
 * @param from first day on which the successor does
 */
public record EnterSuccession(
        UUID agreement,
        SuccessionCapacity capacity,
        Inn predecessor,
        Inn successor,
        LocalDate from,
        SuccessionGround ground,
        Paper document) {}
