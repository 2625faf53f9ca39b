package ru.mos.clusters.project;

/** Whether more or less of what an indicator measures is better. */
public enum IndicatorSense {
    MORE,
    LESS
}
