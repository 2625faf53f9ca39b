package ru.mos.clusters.cluster.joining;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * Lists a ground on which joining may be refused.
 *
 * @param cluster whose own documents list it; null: for all
 * @param document needed for a cluster's own
 * @param clause where in the document; needed for a cluster's own
 * @param to first day on which it holds no more
 */
public record AddGround(
        @Nullable UUID cluster,
        String code,
        String nameRu,
        String nameEn,
        @Nullable Paper document,
        @Nullable String clause,
        LocalDate from,
        @Nullable LocalDate to) {

    /** @throws Problem {@code field-required}, {@code text-too-long}, {@code ground-without-document} */
    public AddGround {
        code = Text.required(code, "/code");
        nameRu = Text.required(nameRu, "/nameRu");
        nameEn = Text.required(nameEn, "/nameEn");
        clause = Text.optional(clause, "/clause");
        if (cluster != null && (document == null || clause == null)) {
            throw new Problem(JoiningProblem.GROUND_WITHOUT_DOCUMENT).at(document == null ? "/document" : "/clause");
        }
    }
}
