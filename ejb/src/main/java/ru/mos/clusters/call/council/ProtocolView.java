package ru.mos.clusters.call.council;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A protocol.
 *
 * @param number {@code 3/2026}: the next of its body and year; null before it is numbered
 * @param paper what stands in it; of a draft, what would stand in it now
 * @param numberedBy who gave the number, and may therefore not add the signed paper
 * @param scanSha256 digest of the signed paper; null before
 * @param actions what the caller may do to it now
 */
public record ProtocolView(
        UUID id,
        String body,
        BodyKind kind,
        UUID sitting,
        UUID call,
        ProtocolState state,
        @Nullable String number,
        ProtocolPaper paper,
        @Nullable String numberedBy,
        @Nullable String signedBy,
        @Nullable LocalDate signedOn,
        @Nullable String scanSha256,
        List<ProtocolAction> actions,
        long version)
        implements Serializable {}
