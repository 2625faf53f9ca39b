package ru.mos.clusters.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.Paper;

/**
 * A waiver, from being asked for to its end.
 *
 * @param parts of the condition that are waived; empty: the whole
 * @param statement why
 * @param basis the paragraph that allows it
 * @param validTo last day: the one asked for, or the last before it was withdrawn
 * @param inForce whether it holds today
 * @param requestedBy login
 * @param decidedBy login of who gave, refused or took it back; null while it waits
 * @param withdrawnBy login; null unless somebody withdrew it
 */
public record WaiverView(
        UUID id,
        UUID cluster,
        RuleCode rule,
        List<String> parts,
        State state,
        String statement,
        Basis basis,
        Paper document,
        LocalDate validFrom,
        LocalDate validTo,
        boolean inForce,
        String requestedBy,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawalReason) {

    /** How far it has come. */
    public enum State {
        REQUESTED,
        GIVEN,
        REFUSED,
        TAKEN_BACK,
        WITHDRAWN
    }

    /**
     * The paragraph of an edition of an act.
     *
     * @param act code of the act
     * @param title of the act in Russian, the language of the law
     * @param edition its date; null where the act has none
     */
    public record Basis(String act, String title, @Nullable LocalDate edition, String paragraph) {}

    /** A row of the list. */
    record Row(
            UUID id,
            UUID cluster,
            RuleCode rule,
            List<String> parts,
            State state,
            String statement,
            String act,
            String actTitle,
            @Nullable LocalDate edition,
            String paragraph,
            String documentTitle,
            @Nullable String documentNumber,
            LocalDate documentOn,
            LocalDate validFrom,
            LocalDate validUntil,
            long number,
            String requestedBy,
            Instant requestedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decisionReason,
            @Nullable String withdrawnBy,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawalReason,
            boolean inForce) {

        WaiverView view() {
            return new WaiverView(
                    id,
                    cluster,
                    rule,
                    parts,
                    state,
                    statement,
                    new Basis(act, actTitle, edition, paragraph),
                    new Paper(documentTitle, documentNumber, documentOn),
                    validFrom,
                    validUntil.minusDays(1),
                    inForce,
                    requestedBy,
                    requestedAt,
                    decidedBy,
                    decidedAt,
                    decisionReason,
                    withdrawnBy,
                    withdrawnAt,
                    withdrawalReason);
        }
    }
}
