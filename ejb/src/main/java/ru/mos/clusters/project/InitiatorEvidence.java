package ru.mos.clusters.project;

/** What a large enterprise brings into a project. */
public enum InitiatorEvidence {
    ORDER,
    SUBCONTRACT,
    CO_FINANCING
}
