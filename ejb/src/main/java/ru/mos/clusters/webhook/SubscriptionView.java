package ru.mos.clusters.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * A subscription and how it fares.
 *
 * @param inn organisation whose events alone it gets; null: it is the department's
 * @param gone whether it was paused because its receiver said that it is there no more
 * @param types names of the events it asks for
 * @param formerSecretUntil until when events are also signed with the secret before; null: never, or no more
 * @param succeededAt when its receiver last took an event
 * @param backlog events that wait
 * @param waitingSince instant of the oldest of them
 * @param dead events given up
 */
public record SubscriptionView(
        UUID id,
        long number,
        String name,
        String url,
        @Nullable Inn inn,
        SubscriptionState state,
        boolean gone,
        List<String> types,
        @Nullable Instant formerSecretUntil,
        @Nullable Instant succeededAt,
        long backlog,
        @Nullable Instant waitingSince,
        long dead,
        long version) {}
