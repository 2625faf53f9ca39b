package ru.mos.clusters.eligibility;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A decision by an earlier version of the rules that a transition clause of a later one keeps valid.
 *
 * @param verdict the decision
 * @param byVersion the version of the rules whose clause says so
 * @param validTo last day on which it holds
 */
public record StillValid(UUID verdict, String ruleSet, int byVersion, LocalDate validTo) implements Serializable {}
