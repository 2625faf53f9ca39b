package ru.mos.clusters.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record of the audit trail.
 *
 * @param actorName name of the person behind the login, null for programs and for logins that never existed
 * @param deputising logins for whom the actor stood in at the time, null for nobody
 * @param before what held before, null for something new
 * @param after what holds since, null for something ended
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        @Nullable String actorName,
        @Nullable String deputising,
        @Nullable String address,
        String action,
        String subjectKind,
        String subject,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {}
