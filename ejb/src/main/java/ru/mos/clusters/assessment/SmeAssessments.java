package ru.mos.clusters.assessment;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/** Whether an enterprise is an SME by the criteria of the law, and what the register says of it. */
@Stateless
@DenyAll
public class SmeAssessments {

    @Inject
    private SmesByLaw smes;

    /**
     * Assesses an enterprise. Of one that nothing names everything is missing, which is no fault.
     *
     * @param knownOn as known at that instant; as known now if null
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, SERVICE})
    public SmeAssessment assess(Inn inn, LocalDate asOf, @Nullable Instant knownOn) {
        return Objects.requireNonNull(
                smes.of(List.of(inn), asOf, knownOn).assessments().get(inn));
    }
}
