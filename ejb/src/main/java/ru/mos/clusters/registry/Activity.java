package ru.mos.clusters.registry;

import org.jspecify.annotations.Nullable;

/**
 * A kind of economic activity (ОКВЭД).
 *
 * @param name null where no release has named the code
 * @param version edition of the classifier: {@code 2014}, earlier {@code 2001}
 */
public record Activity(
        String code, @Nullable String name, @Nullable String version) {}
