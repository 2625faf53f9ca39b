package ru.mos.clusters.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.ClusterFacts;
import ru.mos.clusters.eligibility.rule.LegalForm;
import ru.mos.clusters.eligibility.rule.Member;
import ru.mos.clusters.eligibility.rule.PartRef;
import ru.mos.clusters.eligibility.rule.Qualification;
import ru.mos.clusters.eligibility.rule.RecordedConclusion;
import ru.mos.clusters.eligibility.rule.RecordedWaiver;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.eligibility.rule.SmeStanding;
import ru.mos.clusters.eligibility.rule.SmeStanding.Category;
import ru.mos.clusters.eligibility.rule.SmeStanding.Missing;
import ru.mos.clusters.eligibility.rule.SmeStanding.Register;
import ru.mos.clusters.eligibility.rule.SmeStanding.Status;
import ru.mos.clusters.eligibility.rule.Source;
import ru.mos.clusters.eligibility.rule.Subject;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.registry.SubjectName;

/** Rows of the statements of {@link KnownFacts} and the facts they stand for. */
final class FactRows {

    private FactRows() {}

    /** A cluster and who unites it. */
    record Head(
            UUID id,
            String code,
            String sector,
            String name,
            @Nullable Inn organisationInn,
            @Nullable String organisationName,
            @Nullable LegalForm legalForm,
            @Nullable LocalDate organisationFrom,
            Instant knownOn) {

        /** By the form entered by hand and confirmed, else by the one in the cluster's record. */
        ClusterFacts.@Nullable Organisation organisation(Entered entered) {
            if (organisationInn == null || organisationFrom == null) {
                return null;
            }
            var record = record(code, organisationFrom);
            var form = entered.legalForm(organisationInn);
            if (form != null) {
                return new ClusterFacts.Organisation(
                        new Subject(organisationInn, organisationName),
                        organisationFrom,
                        record,
                        LegalForm.valueOf(form.value()),
                        form.source());
            }
            return new ClusterFacts.Organisation(
                    new Subject(organisationInn, organisationName),
                    organisationFrom,
                    record,
                    legalForm,
                    legalForm == null ? null : record);
        }
    }

    /** A participant with its standing in the tax service's register. */
    record Participant(
            UUID clusterId,
            Inn inn,
            @Nullable String name,
            List<String> roles,
            boolean memberOfOrganisation,
            LocalDate validFrom,
            @Nullable Status status,
            @Nullable Category category,
            @Nullable LocalDate since,
            @Nullable String region,
            @Nullable String reason,
            @Nullable Long releaseId,
            @Nullable LocalDate stateOn,
            @Nullable String mainActivity,
            @Nullable List<String> innovativeProducts) {

        Subject subject() {
            return new Subject(inn, SubjectName.shown(name, inn));
        }

        Member member(String cluster, Register register, Entered entered) {
            return new Member(
                    subject(),
                    Set.copyOf(roles),
                    memberOfOrganisation,
                    validFrom,
                    record(cluster, validFrom),
                    register == Register.TAX_SERVICE_REGISTER ? taxService() : entered.cityRegister(inn),
                    qualifications(entered));
        }

        private SmeStanding taxService() {
            var register = Register.TAX_SERVICE_REGISTER;
            if (status == Status.IN && since != null) {
                return SmeStanding.in(category, since, region, register, release());
            }
            return status == Status.OUT
                    ? SmeStanding.out(null, register, release())
                    : SmeStanding.unknown(missing(), register, release());
        }

        private Missing missing() {
            return switch (String.valueOf(reason)) {
                case "GAP" -> Missing.GAP;
                case "REJECTED" -> Missing.RECORD_REJECTED;
                default -> Missing.NOTHING_DECIDES;
            };
        }

        private List<Qualification> qualifications(Entered entered) {
            var signs = new ArrayList<>(entered.qualifications(inn));
            if (mainActivity != null) {
                signs.add(new Qualification(Qualification.Kind.MAIN_ACTIVITY, mainActivity, release()));
            }
            if (innovativeProducts != null) {
                innovativeProducts.forEach(
                        code -> signs.add(new Qualification(Qualification.Kind.INNOVATIVE_PRODUCT, code, release())));
            }
            return signs;
        }

        private Source release() {
            return releaseId == null
                    ? Source.NONE
                    : new Source(Source.Kind.SME_RELEASE, stateOn, Long.toString(releaseId));
        }
    }

    /** A conclusion in force. */
    record Concluded(
            UUID clusterId,
            UUID id,
            String part,
            String outcome,
            String statement,
            String documentTitle,
            @Nullable String documentNumber,
            LocalDate documentOn,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            String givenBy,
            Instant givenAt) {

        RecordedConclusion conclusion() {
            return new RecordedConclusion(
                    id,
                    PartRef.parse(part).orElseThrow(() -> new IllegalStateException("no such part: " + part)),
                    outcome.equals("MET"),
                    statement,
                    givenBy,
                    givenAt,
                    DatePeriod.of(validFrom, validUntil),
                    new Paper(documentTitle, documentNumber, documentOn));
        }
    }

    /** A waiver in force. */
    record Waived(
            UUID clusterId,
            UUID id,
            RuleCode rule,
            List<String> parts,
            String statement,
            String act,
            @Nullable LocalDate edition,
            String paragraph,
            Citation.Status status,
            String documentTitle,
            @Nullable String documentNumber,
            LocalDate documentOn,
            LocalDate validFrom,
            LocalDate validUntil,
            String requestedBy,
            String givenBy) {

        RecordedWaiver waiver() {
            return new RecordedWaiver(
                    id,
                    rule,
                    parts,
                    statement,
                    new Citation(act, edition, paragraph, status),
                    new Paper(documentTitle, documentNumber, documentOn),
                    requestedBy,
                    givenBy,
                    DatePeriod.of(validFrom, validUntil));
        }
    }

    /** A paper of a cluster. */
    record Filed(
            UUID clusterId,
            UUID documentId,
            String kind,
            String title,
            LocalDate issuedOn,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {

        ClusterFacts.Document document() {
            return new ClusterFacts.Document(documentId, kind, title, issuedOn, DatePeriod.of(validFrom, validUntil));
        }
    }

    /** What is still heard of refusals without a listed ground. */
    record Refused(UUID clusterId, int months, int count, LocalDate latest) {

        ClusterFacts.Refusals refusals() {
            return new ClusterFacts.Refusals(months, count, latest);
        }
    }

    /** A fact entered by hand from a document and confirmed by a second person. */
    record HandEntry(
            Inn inn,
            String fact,
            String value,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            LocalDate documentOn,
            UUID id) {

        Source source() {
            return new Source(Source.Kind.HAND_ENTRY, documentOn, id.toString());
        }
    }

    private static Source record(String cluster, LocalDate since) {
        return new Source(Source.Kind.CLUSTER_RECORD, since, cluster);
    }
}
