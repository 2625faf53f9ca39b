package ru.mos.clusters.call.council;

import java.io.Serializable;

/**
 * What the council says of a project: whether synergy, novelty and budget convince it, and why.
 *
 * @param document in words: in which paper it says so
 */
public record CouncilOpinion(
        boolean synergyMet,
        String synergy,
        boolean noveltyMet,
        String novelty,
        boolean budgetMet,
        String budget,
        String document)
        implements Serializable {}
