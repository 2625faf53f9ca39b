package ru.mos.clusters.platform;

import org.jspecify.annotations.Nullable;

/**
 * Which users; null asks for all.
 *
 * @param text part of the login or name, {@code ё} and {@code е} are one
 * @param state whether they can log in
 */
public record UserFilter(
        @Nullable String text,
        @Nullable String role,
        @Nullable State state) {

    /** All of them. */
    public static final UserFilter ALL = new UserFilter(null, null, null);

    /** Whether somebody can log in. */
    public enum State {
        ACTIVE,
        LOCKED,
        CLOSED
    }
}
