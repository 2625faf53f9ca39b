package ru.mos.clusters.cluster;

/** Order of a list of clusters. */
public enum ClusterOrder {
    /** By sector and number. */
    CODE,
    NAME
}
