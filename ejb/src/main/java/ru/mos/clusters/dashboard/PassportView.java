package ru.mos.clusters.dashboard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementState;
import ru.mos.clusters.cluster.ClusterView;
import ru.mos.clusters.cluster.DocumentView;
import ru.mos.clusters.cluster.MemberView;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.project.ProjectKind;
import ru.mos.clusters.registry.SmeCategory;
import ru.mos.clusters.registry.SmeStatus;

/**
 * All that matters of a cluster on a day.
 *
 * @param members members of its organisation first, then partners
 * @param judgements verdicts kept about days up to this one, the latest first, {@value Passports#JUDGEMENTS} at most
 * @param projects that concern it by their latest frozen edition, by number
 * @param support what its members and its organisation got while they were such, by form and kind
 * @param grants agreements on those projects that had come into force, by number
 * @param documents in force
 */
public record PassportView(
        ClusterView cluster,
        LocalDate asOf,
        List<Member> members,
        List<Judgement> judgements,
        List<JointProject> projects,
        List<Supported> support,
        List<Grant> grants,
        List<DocumentView> documents) {

    /**
     * A participant.
     *
     * @param sme IN or OUT of the register, or UNKNOWN, on the day
     * @param category where it is in
     */
    public record Member(
            MemberView member, SmeStatus sme, @Nullable SmeCategory category) {}

    /**
     * A verdict.
     *
     * @param asOf the day it speaks of
     * @param rules code and version of the set it was given by
     */
    public record Judgement(UUID id, LocalDate asOf, Eligibility outcome, String rules, Instant givenAt) {}

    /**
     * A joint project.
     *
     * @param leads whether the cluster leads it
     * @param budget what the city is asked for, in roubles
     * @param whole all that it costs
     */
    public record JointProject(
            UUID id, long number, ProjectKind kind, String title, boolean leads, BigDecimal budget, BigDecimal whole) {

        /** As people know it. */
        public String code() {
            return "P-" + number;
        }
    }

    /** Support of one kind in one unit: how often, to how many, how much. */
    public record Supported(
            String formRu,
            String formEn,
            String kindRu,
            String kindEn,
            String unitRu,
            String unitEn,
            long records,
            long recipients,
            BigDecimal size,
            LocalDate last) {}

    /**
     * An agreement; in roubles, by the ledger on the day.
     *
     * @param state as it is now
     * @param amount by the edition in force on the day
     * @param paid less what came back in the same year
     */
    public record Grant(
            UUID id,
            long number,
            Inn party,
            @Nullable String partyName,
            AgreementState state,
            BigDecimal amount,
            BigDecimal paid,
            BigDecimal accepted) {

        /** As the ledger knows it. */
        public String subject() {
            return "G-" + number;
        }
    }
}
