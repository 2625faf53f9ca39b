package ru.mos.clusters.platform;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to hold of a user from now on.
 *
 * @param version the version that was looked at
 */
public record ChangeUser(
        String login, long version, String name, @Nullable UUID organisation, Set<String> roles) {}
