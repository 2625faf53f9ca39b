/**
 * The benchmark: the real product under load, each figure a ratio to a raw baseline measured in the same run, so that the
 * machine cancels out. Started by {@code ./mvnw -Pbenchmark}.
 */
@NullMarked
package ru.mos.clusters.benchmark;

import org.jspecify.annotations.NullMarked;
