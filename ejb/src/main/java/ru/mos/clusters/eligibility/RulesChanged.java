package ru.mos.clusters.eligibility;

/** Fired when a version of the rules was published; all clusters are judged again once that is committed. */
public record RulesChanged() {}
