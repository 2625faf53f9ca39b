package ru.mos.clusters.recipient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * A document of a file.
 *
 * @param name full
 * @param registerNumber null until the tax service has given one
 * @param endsOn last day of its term
 * @param unit the tax service's code of it, 1 to 5
 * @param violations JSON; null where there are none
 */
record SentSupport(
        UUID documentId,
        Inn inn,
        @Nullable String ogrn,
        RecipientSubject subject,
        RecipientCategory category,
        String name,
        @Nullable String registerNumber,
        Inn providerInn,
        String providerName,
        LocalDate decidedOn,
        LocalDate endsOn,
        @Nullable LocalDate stoppedOn,
        String formCode,
        String formName,
        String kindCode,
        String kindName,
        BigDecimal size,
        String unit,
        @Nullable String violations) {}
