package ru.mos.clusters.recipient;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * A document of a file: a support as it was sent.
 *
 * @param position from 1 on
 * @param documentId ИдДок
 * @param name of a private person cut to surname and initials
 * @param form code of our directory, as the kind
 * @param unit code of our directory
 * @param outcome null until it is answered
 * @param registerNumber ИдПоддерж of the answer
 */
public record ItemView(
        int position,
        UUID documentId,
        UUID recordId,
        ItemAction action,
        RecipientSubject subject,
        RecipientCategory category,
        Inn inn,
        @Nullable String name,
        String form,
        String kind,
        String formCode,
        String kindCode,
        LocalDate decidedOn,
        BigDecimal size,
        String unit,
        @Nullable ItemOutcome outcome,
        @Nullable String registerNumber)
        implements Serializable {}
