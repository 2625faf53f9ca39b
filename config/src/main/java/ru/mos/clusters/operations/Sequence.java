package ru.mos.clusters.operations;

/**
 * Where a sequence stands.
 *
 * @param used whether the value has been given out already
 */
record Sequence(String name, long value, boolean used) {}
