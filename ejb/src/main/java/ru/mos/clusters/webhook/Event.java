package ru.mos.clusters.webhook;

import static ru.mos.clusters.platform.Environment.setting;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Json;

/**
 * An event as a receiver gets it.
 *
 * @param delivery its place in the order of events
 * @param change the record of the change; null for a test
 * @param action what was done
 * @param path of the collection at the REST door
 * @param version of the thing after the change; null where it counts none
 * @param attempts how often it was sent so far
 */
record Event(
        long delivery,
        @Nullable Long change,
        String type,
        String subjectKind,
        String subject,
        String action,
        String path,
        Instant at,
        @Nullable Long version,
        int attempts) {

    /** What the sender is called where the operator gave no {@code CLUSTERS_PUBLIC_URL}. */
    private static final String NAMELESS = "urn:mos:clusters";

    /** The same for each try, so that a receiver can tell what it has already. */
    String id() {
        return change == null ? "test-" + delivery : change.toString();
    }

    /** CloudEvents 1.0, structured JSON. */
    String json() {
        var address = setting("CLUSTERS_PUBLIC_URL", "").replaceFirst("/+$", "");
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("kind", subjectKind);
        data.put("id", subject);
        data.put("action", action);
        data.put("version", version);
        data.put("link", address + "/api/v1/" + path + "/" + subject);
        var event = new LinkedHashMap<String, @Nullable Object>();
        event.put("specversion", "1.0");
        event.put("id", id());
        event.put("source", address.isEmpty() ? NAMELESS : address);
        event.put("type", type);
        event.put("subject", subjectKind + "/" + subject);
        event.put("time", at.toString());
        event.put("sequence", String.format(Locale.ROOT, "%019d", delivery)); // compared as text
        event.put("datacontenttype", "application/json");
        event.put("data", data);
        return Objects.requireNonNull(Json.write(event));
    }
}
