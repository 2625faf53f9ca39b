package ru.mos.clusters.call.council;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A protocol in a list. */
public record ProtocolLine(
        UUID id,
        long order,
        String body,
        String bodyRu,
        String bodyEn,
        UUID sitting,
        UUID call,
        String callCode,
        ProtocolState state,
        @Nullable String number,
        LocalDate heldOn,
        @Nullable LocalDate signedOn)
        implements Serializable {}
