package ru.mos.clusters.call;

/**
 * What the conditions of the Concept decide.
 *
 * <p>Source: draft Concept of cluster policy, principle 3: clusters that meet the conditions come first.
 */
public enum EligibilityUse {
    /** Who does not meet them cannot be supported. */
    GATE,
    /** Who meets them is ranked before the others. */
    PRIORITY
}
