package ru.mos.clusters.call.council;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sitting in a list.
 *
 * @param protocolNumber {@code 3/2026}; null while its protocol bears none
 */
public record SittingLine(
        UUID id,
        long number,
        String body,
        BodyKind kind,
        String bodyRu,
        String bodyEn,
        UUID call,
        String callCode,
        SittingForm form,
        SittingState state,
        LocalDate heldOn,
        String place,
        int items,
        @Nullable UUID protocol,
        @Nullable String protocolNumber)
        implements Serializable {}
