package ru.mos.clusters.cluster.joining;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * Records that the cluster organisation refuses an applicant.
 *
 * @param decidedOn day of the decision
 * @param ground code of a listed ground; null where none is named
 * @param withoutListedGround says in so many words that no listed ground is named
 * @param reason as the organisation gives it
 * @param decision the document of the decision
 */
public record RefuseApplicant(
        UUID cluster,
        UUID application,
        LocalDate decidedOn,
        @Nullable String ground,
        boolean withoutListedGround,
        String reason,
        Paper decision) {

    /** @throws Problem {@code field-required}, {@code text-too-long}, {@code refusal-ground-ambiguous} */
    public RefuseApplicant {
        reason = Text.required(reason, "/reason");
        ground = Text.optional(ground, "/ground");
        if ((ground == null) != withoutListedGround) {
            throw new Problem(JoiningProblem.REFUSAL_GROUND_AMBIGUOUS).at("/ground");
        }
    }
}
