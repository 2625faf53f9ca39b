package ru.mos.clusters.eligibility;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.assessment.SmeAssessment;
import ru.mos.clusters.assessment.SmesByLaw;
import ru.mos.clusters.assessment.criteria.Finding.Criterion;
import ru.mos.clusters.eligibility.rule.Member;
import ru.mos.clusters.eligibility.rule.Reason;
import ru.mos.clusters.eligibility.rule.RuleBook.SmeByLaw;
import ru.mos.clusters.eligibility.rule.SmeStanding.ByLaw;
import ru.mos.clusters.eligibility.rule.SmeStanding.Category;
import ru.mos.clusters.eligibility.rule.SmeStanding.Status;
import ru.mos.clusters.platform.Inn;

/**
 * What the criteria of the law say of members, as facts that a condition can speak of; only while they make an SME, and only
 * where the rules ask.
 */
record LawFacts(
        Map<Inn, SmeAssessment> assessments, @Nullable Instant knownOn) {

    /** Rules that do not ask. */
    static final LawFacts NOT_ASKED = new LawFacts(Map.of(), null);

    static LawFacts of(SmesByLaw.Answer answer) {
        return new LawFacts(answer.assessments(), answer.knownOn());
    }

    Member tell(Member member, SmeByLaw asked) {
        var assessment = assessments.get(member.subject().inn());
        return assessment == null || asked == SmeByLaw.OFF
                ? member
                : new Member(
                        member.subject(),
                        member.roles(),
                        member.ofOrganisation(),
                        member.since(),
                        member.membership(),
                        member.standing().with(byLaw(assessment, asked)),
                        member.qualifications());
    }

    private static @Nullable ByLaw byLaw(SmeAssessment assessment, SmeByLaw asked) {
        var criteria = assessment.criteria();
        boolean makesAnSme = assessment.decidedBy() == SmeAssessment.Decider.CRITERIA;
        var status = Status.valueOf(criteria.status().name());
        if (!makesAnSme || (status == Status.UNKNOWN && asked == SmeByLaw.WHERE_KNOWN)) {
            return null;
        }
        return new ByLaw(
                status,
                criteria.category() == null
                        ? null
                        : Category.valueOf(criteria.category().name()),
                why(criteria.ground()));
    }

    private static Reason why(@Nullable Criterion ground) {
        if (ground == null) {
            return Reason.SME_BY_LAW_UNKNOWN;
        }
        return switch (ground) {
            case LEGAL_FORM -> Reason.SME_NOT_BY_LEGAL_FORM;
            case OWNERSHIP -> Reason.SME_NOT_BY_OWNERSHIP;
            case HEADCOUNT, TURNOVER, CATEGORY -> Reason.SME_NOT_BY_SIZE;
        };
    }
}
