package ru.mos.clusters.call.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round of an application, as it was received.
 *
 * @param callEdition edition of the call that held then
 * @param projectEdition frozen edition of the project
 * @param submittedBy login of who signed; of a program with the person it named: {@code service/Петров П. П.}
 * @param certifiedBy the same of the second person
 * @param receipt number under which it was received
 * @param digest SHA-256 of all that was sent
 */
public record SubmissionView(
        UUID application,
        int round,
        int callEdition,
        int projectEdition,
        ApplicationAnswers answers,
        @Nullable JsonNode signatory,
        String submittedBy,
        String certifiedBy,
        Instant receivedAt,
        String receipt,
        String digest) {}
