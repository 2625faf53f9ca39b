package ru.mos.clusters.call;

/**
 * Forms of support.
 *
 * <p>Source: draft Concept of cluster policy, "Forms of support".
 */
public enum SupportForm {
    FINANCIAL,
    PROPERTY,
    INFORMATION,
    CONSULTING,
    MARKETING,
    TRAINING,
    OTHER
}
