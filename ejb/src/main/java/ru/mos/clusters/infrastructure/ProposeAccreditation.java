package ru.mos.clusters.infrastructure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;

/**
 * Proposes an accreditation for a period; another employee gives it.
 *
 * @param to first day on which it is in force no more
 * @param checks one for each requirement in force on the first day
 */
public record ProposeAccreditation(UUID organisation, LocalDate from, LocalDate to, List<Check> checks) {

    /** @throws Problem {@code period-empty} */
    public ProposeAccreditation {
        checks = List.copyOf(checks);
        new DatePeriod(from, to);
    }

    /**
     * Whether a requirement is met.
     *
     * @param document that shows it; null where it is not met
     */
    public record Check(
            UUID requirement, boolean met, @Nullable Paper document) {

        /** @throws Problem {@code requirement-without-document} */
        public Check {
            if (met && document == null) {
                throw new Problem(InfrastructureProblem.REQUIREMENT_WITHOUT_DOCUMENT).at("/checks");
            }
        }
    }
}
