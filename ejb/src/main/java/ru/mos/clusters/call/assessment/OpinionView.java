package ru.mos.clusters.call.assessment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;

/**
 * The council's opinion on an application as it holds.
 *
 * @param enteredAt null in the answer to who enters it, which gets its instant at its end
 */
public record OpinionView(
        UUID application,
        GiveOpinion.Said synergy,
        GiveOpinion.Said novelty,
        GiveOpinion.Said budget,
        Paper document,
        String enteredBy,
        @Nullable Instant enteredAt) {}
