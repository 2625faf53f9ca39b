package ru.mos.clusters.project;

/** What a joint project is for. */
public enum GoalKind {
    COMPETITIVENESS,
    NEW_PRODUCT
}
