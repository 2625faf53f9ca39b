package ru.mos.clusters.ownership.graph;

import ru.mos.clusters.platform.Fraction;

/**
 * What an owner holds of a subject, by sure facts.
 *
 * @param effective direct and indirect, by the linear system (Tax Code art. 105.2)
 * @param votes the owner's and those of all it controls, of the votes that are cast: a company's own stake in itself has none
 * @param controlled whether these are more than half
 */
public record Holding(Fraction direct, Fraction effective, Fraction votes, boolean controlled) {}
