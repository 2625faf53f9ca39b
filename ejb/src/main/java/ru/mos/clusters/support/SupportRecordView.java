package ru.mos.clusters.support;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.registry.SubjectName;

/**
 * A support that was given, of our own register.
 *
 * @param name the entered one, else the registry's; of a private person cut to surname and initials
 * @param endsOn last day of its term
 * @param stoppedOn first day on which it was given no more; null while it was not stopped
 * @param running whether its term runs today
 * @param expired whether the term for which it is kept after its end is over: it is shown as such, and never deleted by itself
 * @param origin the agreement it follows from; null: it was entered from a document
 * @param annulled whether it was taken out as wrong: it counts no more
 * @param version changes with every step
 */
public record SupportRecordView(
        UUID id,
        @Nullable String registerNumber,
        Inn inn,
        @Nullable String name,
        Inn providerInn,
        @Nullable String providerName,
        String form,
        String kind,
        String purpose,
        LocalDate decidedOn,
        LocalDate endsOn,
        @Nullable LocalDate stoppedOn,
        boolean running,
        boolean expired,
        BigDecimal size,
        String unit,
        Paper document,
        @Nullable Paper stop,
        @Nullable UUID origin,
        boolean annulled,
        String enteredBy,
        Instant enteredAt,
        long version) {

    /** A row of {@code Records.sql}. */
    record Row(
            UUID id,
            @Nullable String registerNumber,
            Inn inn,
            @Nullable String name,
            Inn providerInn,
            @Nullable String providerName,
            String form,
            String kind,
            String purpose,
            LocalDate decidedOn,
            LocalDate endsOn,
            @Nullable LocalDate stoppedOn,
            boolean running,
            boolean expired,
            BigDecimal size,
            String unit,
            String documentTitle,
            @Nullable String documentNumber,
            LocalDate documentDate,
            @Nullable String stopTitle,
            @Nullable String stopNumber,
            @Nullable LocalDate stopDate,
            @Nullable UUID origin,
            boolean annulled,
            String enteredBy,
            Instant enteredAt,
            long rowId) {

        SupportRecordView view() {
            return new SupportRecordView(
                    id,
                    registerNumber,
                    inn,
                    SubjectName.shown(name, inn),
                    providerInn,
                    SubjectName.shown(providerName, providerInn),
                    form,
                    kind,
                    purpose,
                    decidedOn,
                    endsOn,
                    stoppedOn,
                    running,
                    expired,
                    size,
                    unit,
                    new Paper(documentTitle, documentNumber, documentDate),
                    stopTitle == null || stopDate == null ? null : new Paper(stopTitle, stopNumber, stopDate),
                    origin,
                    annulled,
                    enteredBy,
                    enteredAt,
                    rowId);
        }
    }
}
