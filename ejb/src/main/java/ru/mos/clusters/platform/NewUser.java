package ru.mos.clusters.platform;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to be let in.
 *
 * @param password null: one is made and told once
 */
public record NewUser(
        String login,
        String name,
        @Nullable UUID organisation,
        Set<String> roles,
        @Nullable String password) {}
