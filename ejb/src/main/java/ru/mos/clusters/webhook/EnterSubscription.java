package ru.mos.clusters.webhook;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * What a receiver is to be told of.
 *
 * @param name by which people know the receiver
 * @param url where events are sent by POST
 * @param inn organisation whose events alone it gets; null: the department's own, which gets all it asks for
 * @param types names of {@link EventType}s, at least one
 */
public record EnterSubscription(
        String name, String url, @Nullable Inn inn, Set<String> types) {}
