package ru.mos.clusters.eligibility.rule;

import java.util.List;

/** What the conditions come to together. */
public enum Eligibility {
    ELIGIBLE,
    NOT_ELIGIBLE,
    UNKNOWN,
    MANUAL;

    /** A waived condition counts as met. Any condition not met refuses; else any unknown leaves it open; else any that waits for a person does. */
    static Eligibility of(List<Finding> findings) {
        return switch (Outcome.prevailing(findings.stream().map(Finding::effect))) {
            case NOT_MET -> NOT_ELIGIBLE;
            case UNKNOWN -> UNKNOWN;
            case MANUAL -> MANUAL;
            case MET -> ELIGIBLE;
        };
    }
}
