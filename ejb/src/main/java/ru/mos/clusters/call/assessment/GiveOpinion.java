package ru.mos.clusters.call.assessment;

import java.util.UUID;
import ru.mos.clusters.platform.Paper;

/**
 * The council's opinion on an application.
 *
 * @param document in which the council gives it
 */
public record GiveOpinion(UUID application, Said synergy, Said novelty, Said budget, Paper document) {

    /** Whether it is there, and why. */
    public record Said(boolean met, String reason) {}
}
