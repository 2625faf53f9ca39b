package ru.mos.clusters.eligibility.rule;

import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * Who is spoken of.
 *
 * @param name null where no source names it
 */
public record Subject(Inn inn, @Nullable String name) implements java.io.Serializable {}
