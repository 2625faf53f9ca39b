package ru.mos.clusters.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.registry.SubjectName;
import ru.mos.clusters.support.rule.ViolationKind;

/**
 * A violation of the terms of support.
 *
 * @param name the registry's, or the support's; of a private person cut to surname and initials
 * @param record of whose terms; null: of a support that our register does not hold
 * @param correctedInTime null while it was not corrected
 * @param correction the document that says that it was corrected
 * @param annulled whether it was taken out as wrong or quashed: it counts no more
 * @param version changes with every step
 */
public record ViolationView(
        UUID id,
        Inn inn,
        @Nullable String name,
        @Nullable UUID record,
        ViolationKind kind,
        LocalDate recognisedOn,
        @Nullable LocalDate correctionDue,
        @Nullable LocalDate correctedOn,
        @Nullable Boolean correctedInTime,
        String description,
        Paper document,
        @Nullable Paper correction,
        boolean annulled,
        String enteredBy,
        Instant enteredAt,
        long version) {

    /** A row of {@code Violations.sql}. */
    record Row(
            UUID id,
            Inn inn,
            @Nullable String name,
            @Nullable UUID recordId,
            ViolationKind kind,
            LocalDate recognisedOn,
            @Nullable LocalDate correctionDue,
            @Nullable LocalDate correctedOn,
            String description,
            String documentTitle,
            @Nullable String documentNumber,
            LocalDate documentDate,
            @Nullable String correctionTitle,
            @Nullable String correctionNumber,
            @Nullable LocalDate correctionDate,
            boolean annulled,
            String enteredBy,
            Instant enteredAt,
            long rowId) {

        ViolationView view() {
            return new ViolationView(
                    id,
                    inn,
                    SubjectName.shown(name, inn),
                    recordId,
                    kind,
                    recognisedOn,
                    correctionDue,
                    correctedOn,
                    correctedOn == null ? null : correctionDue != null && !correctedOn.isAfter(correctionDue),
                    description,
                    new Paper(documentTitle, documentNumber, documentDate),
                    correctionTitle == null || correctionDate == null
                            ? null
                            : new Paper(correctionTitle, correctionNumber, correctionDate),
                    annulled,
                    enteredBy,
                    enteredAt,
                    rowId);
        }
    }
}
