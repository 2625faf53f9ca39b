package ru.mos.clusters.cluster.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.registry.SubjectName;

/**
 * An entry of the journal as it stands now.
 *
 * @param adviser login of who advised
 * @param name of the cluster, or of the enterprise where the registry knows it
 * @param corrected whether an earlier wording was superseded
 * @param version changes with every correction
 */
public record ConsultationView(
        UUID id,
        String adviser,
        String adviserName,
        @Nullable UUID cluster,
        @Nullable String clusterCode,
        @Nullable Inn inn,
        @Nullable String name,
        LocalDate heldOn,
        ConsultationForm form,
        String topic,
        @Nullable String result,
        String enteredBy,
        Instant enteredAt,
        boolean corrected,
        long version) {

    /** As anybody may see it. */
    public ConsultationView {
        name = inn == null ? name : SubjectName.shown(name, inn);
    }
}
