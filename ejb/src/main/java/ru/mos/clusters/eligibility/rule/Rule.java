package ru.mos.clusters.eligibility.rule;

/** A condition of the Concept: the same facts always give the same finding. */
interface Rule {

    /** What the condition comes to on these facts. */
    Finding check(ClusterFacts facts);
}
