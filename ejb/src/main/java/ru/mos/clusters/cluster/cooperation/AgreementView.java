package ru.mos.clusters.cluster.cooperation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.registry.SubjectName;

/**
 * An agreement of a cluster with partners.
 *
 * @param to first day no longer in force; null while it is
 * @param file null where only the reference is on record
 * @param endedBecause why it ended before its term; null where it did not
 */
public record AgreementView(
        UUID id,
        String number,
        LocalDate concludedOn,
        String subject,
        List<PartyView> parties,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable FileView file,
        @Nullable String endedBecause) {

    /**
     * Who concluded it, as it stood to the cluster on the first day in force.
     *
     * @param organisation whether it is the cluster's organisation
     * @param roles none for the organisation
     */
    public record PartyView(
            Inn inn,
            @Nullable String name,
            boolean organisation,
            boolean memberOfOrganisation,
            List<ParticipantRole> roles) {

        /** As anybody may see it. */
        public PartyView {
            name = SubjectName.shown(name, inn);
            roles = List.copyOf(roles);
        }

        /** Outside of the cluster's organisation. */
        boolean isPartner() {
            return !organisation && !memberOfOrganisation;
        }
    }

    /** What the file is; its bytes are asked for apart. */
    public record FileView(String name, String mediaType, long size, String sha256) {}
}
