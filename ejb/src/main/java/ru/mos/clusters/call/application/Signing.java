package ru.mos.clusters.call.application;

import org.jspecify.annotations.Nullable;

/**
 * How an application is signed or certified.
 *
 * @param version of the application that the caller saw; null: whichever
 * @param person who did it; needed where a program tells it
 */
public record Signing(@Nullable Long version, @Nullable String person) {
    /** Of who is logged in. */
    public static Signing own(@Nullable Long version) {
        return new Signing(version, null);
    }
}
