package ru.mos.clusters.cluster.consultation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * What an entry of the journal says.
 *
 * @param adviser login of who advised; null: the caller
 * @param cluster whom; null where an enterprise was advised
 * @param inn whom; null where a cluster was advised
 * @param result what came of it; null where nothing has yet
 */
public record EnterConsultation(
        @Nullable String adviser,
        @Nullable UUID cluster,
        @Nullable Inn inn,
        LocalDate heldOn,
        ConsultationForm form,
        String topic,
        @Nullable String result) {

    /** @throws Problem {@code consultation-about-one}, {@code field-required}, {@code text-too-long} */
    public EnterConsultation {
        if ((cluster == null) == (inn == null)) {
            throw new Problem(ConsultationProblem.CONSULTATION_ABOUT_ONE).at("/inn");
        }
        adviser = Text.optional(adviser, "/adviser");
        topic = Text.required(topic, "/topic");
        result = Text.optional(result, "/result");
    }
}
