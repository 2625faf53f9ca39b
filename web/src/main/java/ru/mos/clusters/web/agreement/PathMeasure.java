package ru.mos.clusters.web.agreement;

/** What a bar of the way of co-financing stands for. */
public enum PathMeasure {
    PLANNED,
    PAID,
    NEEDED,
    EVIDENCED
}
