package ru.mos.clusters.ownership.graph;

/** One thing not known that could change the answer. */
public record MissingItem(long party, Missing what) {}
