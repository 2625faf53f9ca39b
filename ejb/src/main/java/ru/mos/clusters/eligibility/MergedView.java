package ru.mos.clusters.eligibility;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Outcome;

/**
 * What clusters come to each by itself, and what they would come to as one; nothing of it is kept.
 *
 * @param before by sector and number
 */
public record MergedView(List<Part> before, VerdictView verdict) implements Serializable {

    /**
     * One of the clusters as it is.
     *
     * @param findings outcomes of the conditions in their order
     */
    public record Part(UUID cluster, String code, Eligibility outcome, List<Outcome> findings)
            implements Serializable {}
}
