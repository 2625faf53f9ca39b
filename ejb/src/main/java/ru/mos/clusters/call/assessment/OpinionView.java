package ru.mos.clusters.call.assessment;

import java.time.Instant;
import java.util.UUID;
import ru.mos.clusters.platform.Paper;

/** The council's opinion on an application as it holds. */
public record OpinionView(
        UUID application,
        GiveOpinion.Said synergy,
        GiveOpinion.Said novelty,
        GiveOpinion.Said budget,
        Paper document,
        String enteredBy,
        Instant enteredAt) {}
