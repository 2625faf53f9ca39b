package ru.mos.clusters.cluster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.registry.LegalForm;

/**
 * What a verdict needs to know of one cluster on one day, as known at one instant.
 *
 * @param lastChange instant of the latest change to the cluster known then, also of one that took something away
 * @param organisation who unites it on the day; null where nobody does
 * @param participants those of the day, members and partners, by INN
 * @param documents all that are known, in force on the day or not
 */
public record Roster(
        UUID cluster,
        String code,
        String sector,
        String name,
        DatePeriod exists,
        Instant lastChange,
        @Nullable Uniting organisation,
        List<Participant> participants,
        List<Paper> documents) {

    /**
     * The cluster organisation.
     *
     * @param recordedBy the change that says so
     */
    public record Uniting(
            Inn inn, @Nullable String name, @Nullable LegalForm legalForm, LocalDate since, long recordedBy) {}

    /**
     * Who takes part.
     *
     * @param since first day of taking part without a gap, whatever the roles were
     * @param recordedBy the change that says so
     */
    public record Participant(
            Inn inn,
            @Nullable String name,
            Set<ParticipantRole> roles,
            boolean memberOfOrganisation,
            LocalDate since,
            long recordedBy) {}

    /**
     * A paper of the cluster.
     *
     * @param hasFile false where only the reference is on record
     */
    public record Paper(
            UUID id,
            DocumentKind kind,
            String title,
            @Nullable String number,
            LocalDate issuedOn,
            DatePeriod period,
            boolean hasFile,
            long recordedBy) {}
}
