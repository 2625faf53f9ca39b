package ru.mos.clusters.platform;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person or program that may log in; never its password.
 *
 * @param lockedUntil end of the lock after refused log-ins, null when there is none now
 * @param handoverUntil until when whom the log-in provider vouches for under this login may have it, null: not at all
 * @param provided whether a log-in provider keeps the password and tells the roles
 * @param version of name, organisation, roles and activity, for noticing that somebody else changed them
 */
public record UserView(
        String login,
        String name,
        @Nullable UUID organisationId,
        @Nullable String organisation,
        List<String> roles,
        boolean active,
        boolean provided,
        @Nullable Instant handoverUntil,
        @Nullable Instant lockedUntil,
        long version) {}
