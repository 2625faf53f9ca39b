package ru.mos.clusters.ownership;

/** The law of affiliation is read otherwise than before; fired before the commit. */
public record ReadingsChanged() {}
