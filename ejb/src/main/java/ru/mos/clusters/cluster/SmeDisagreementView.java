package ru.mos.clusters.cluster;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.assessment.SmeAssessment.Disagreement;
import ru.mos.clusters.platform.Inn;

/**
 * A member about whom the criteria of the law and the register disagree.
 *
 * @param asOf the day on which it was worked out
 * @param clusters codes of the clusters it belongs to
 */
public record SmeDisagreementView(
        Inn inn,
        String name,
        LocalDate asOf,
        Disagreement.Kind kind,
        List<Disagreement.Cause> causes,
        Side criteria,
        Side register,
        List<String> clusters) {

    /** What one of them says: {@code IN} or {@code OUT}, and of which category. */
    public record Side(String status, @Nullable String category) {}
}
