package ru.mos.clusters.cluster.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.registry.SubjectName;

/**
 * An application to join a cluster.
 *
 * @param name the entered one, else the registry's; of a private person cut to surname and initials
 * @param document the application itself
 * @param answerDue last day of the term for the answer
 * @param overdue whether the answer was given after that day, or is still not given
 * @param decidedOn day of the decision or of the withdrawal; null while it waits
 * @param ground the listed ground of a refusal; null where there is none
 * @param withoutListedGround whether it is refused without a listed ground
 * @param reason of a refusal, as the organisation gives it, or of a withdrawal
 * @param decision the document of the decision
 * @param lastBy login of whoever recorded the present state
 * @param version changes with every step
 */
public record ApplicationView(
        UUID id,
        UUID cluster,
        String clusterCode,
        String clusterName,
        String sector,
        Inn inn,
        @Nullable String name,
        Set<ParticipantRole> roles,
        boolean memberOfOrganisation,
        LocalDate submittedOn,
        Paper document,
        ApplicationState state,
        LocalDate answerDue,
        boolean overdue,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate admittedFrom,
        @Nullable Ground ground,
        boolean withoutListedGround,
        @Nullable String reason,
        @Nullable Paper decision,
        String submittedBy,
        Instant submittedAt,
        String lastBy,
        long version) {

    /** A listed ground by its code and names. */
    public record Ground(String code, String nameRu, String nameEn) {}

    /** A row of {@code Applications.sql}. */
    record Row(
            UUID id,
            UUID clusterId,
            String clusterCode,
            String clusterName,
            String sector,
            Inn inn,
            @Nullable String name,
            Set<ParticipantRole> roles,
            boolean memberOfOrganisation,
            LocalDate submittedOn,
            String documentTitle,
            @Nullable String documentNumber,
            LocalDate documentDate,
            ApplicationState state,
            LocalDate answerDue,
            boolean overdue,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate admittedFrom,
            @Nullable String groundCode,
            @Nullable String groundRu,
            @Nullable String groundEn,
            @Nullable String reason,
            @Nullable String decisionTitle,
            @Nullable String decisionNumber,
            @Nullable LocalDate decisionDate,
            String submittedBy,
            Instant submittedAt,
            String lastBy,
            long rowId) {

        ApplicationView view() {
            return new ApplicationView(
                    id,
                    clusterId,
                    clusterCode,
                    clusterName,
                    sector,
                    inn,
                    SubjectName.shown(name, inn),
                    roles,
                    memberOfOrganisation,
                    submittedOn,
                    new Paper(documentTitle, documentNumber, documentDate),
                    state,
                    answerDue,
                    overdue,
                    decidedOn,
                    admittedFrom,
                    groundCode == null || groundRu == null || groundEn == null
                            ? null
                            : new Ground(groundCode, groundRu, groundEn),
                    state == ApplicationState.REFUSED && groundCode == null,
                    reason,
                    decisionTitle == null || decisionDate == null
                            ? null
                            : new Paper(decisionTitle, decisionNumber, decisionDate),
                    submittedBy,
                    submittedAt,
                    lastBy,
                    rowId);
        }
    }
}
