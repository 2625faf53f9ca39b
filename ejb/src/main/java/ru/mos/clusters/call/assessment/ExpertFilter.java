package ru.mos.clusters.call.assessment;

import org.jspecify.annotations.Nullable;

/**
 * Which experts are asked for; null: any.
 *
 * @param field code of a sector or direction
 * @param inPool today
 */
public record ExpertFilter(@Nullable String field, @Nullable Boolean inPool) {}
