package ru.mos.clusters.project;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.VerdictView;
import ru.mos.clusters.eligibility.VerdictView.FindingView;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.project.ApplicantConditions.Cited;
import ru.mos.clusters.project.ProjectVerdict.Fact;
import ru.mos.clusters.project.ProjectVerdict.Finding;
import ru.mos.clusters.project.ProjectVerdict.Part;
import ru.mos.clusters.support.SupportVerdict;
import ru.mos.clusters.support.SupportWords;
import ru.mos.clusters.support.rule.SupportFinding;
import ru.mos.clusters.support.rule.SupportSource;

/** Tells what the checks of a project found, in one language and one form. */
final class CheckWords {

    private final Locale locale;

    CheckWords(Locale locale) {
        this.locale = locale;
    }

    private String say(String key, Object... arguments) {
        return ProblemTexts.text(ProjectVerdict.class, key, locale, arguments);
    }

    private String name(Enum<?> constant) {
        return say(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    Finding cluster(VerdictView verdict) {
        var parts = verdict.findings().stream()
                .map(finding -> new Part(
                        finding.rule().name(),
                        finding.name(),
                        effect(finding),
                        finding.explanation(),
                        null,
                        List.of(),
                        finding.citation()))
                .toList();
        return finding(
                ProjectRule.CLUSTER_ELIGIBLE,
                verdict.cluster().code(),
                verdict.cluster().name(),
                verdict.explanation(),
                parts,
                verdict.findings().get(0).citation());
    }

    private static Outcome effect(FindingView finding) {
        return finding.waiver() == null ? finding.outcome() : finding.waiver().effect();
    }

    Finding unaffiliated(String project, FindingView finding) {
        return new Finding(
                ProjectRule.PARTICIPANTS_UNAFFILIATED,
                project,
                null,
                effect(finding),
                finding.explanation(),
                finding.parts().stream()
                        .map(part -> new Part(
                                part.code(),
                                part.name(),
                                part.outcome(),
                                part.statement(),
                                part.by(),
                                part.facts().stream()
                                        .map(fact -> new Fact(
                                                fact.name(),
                                                fact.value(),
                                                fact.source().name()))
                                        .toList(),
                                null))
                        .toList(),
                finding.citation());
    }

    Finding applicant(
            Inn inn, @Nullable String name, List<Cited> conditions, List<EvidenceView> evidence, LocalDate day) {
        var parts = conditions.stream()
                .map(condition -> condition(condition, inForce(condition, evidence, day)))
                .toList();
        long met = parts.stream().filter(part -> part.outcome() == Outcome.MET).count();
        return finding(
                ProjectRule.APPLICANT_CONDITIONS,
                inn.digits(),
                name,
                say("check.applicant", (int) met, parts.size()),
                parts,
                conditions.get(0).citation());
    }

    /** Of several the one recorded last: it was recorded knowing the others. */
    private static Optional<EvidenceView> inForce(Cited condition, List<EvidenceView> evidence, LocalDate day) {
        return evidence.stream()
                .filter(one -> one.condition() == condition.code()
                        && !day.isBefore(one.from())
                        && (one.to() == null || !day.isAfter(one.to())))
                .reduce((earlier, later) -> later);
    }

    private Part condition(Cited condition, Optional<EvidenceView> evidence) {
        return new Part(
                condition.code().name(),
                name(condition.code()),
                evidence.map(one -> one.met() ? Outcome.MET : Outcome.NOT_MET).orElse(Outcome.MANUAL),
                evidence.map(EvidenceView::statement).orElseGet(() -> say("check.evidence-open")),
                evidence.map(EvidenceView::by).orElse(null),
                evidence.map(one -> List.of(new Fact(name(one.source()), paper(one.document()), name(one.source()))))
                        .orElse(List.of()),
                condition.citation());
    }

    private String paper(Paper paper) {
        return paper.number() == null
                ? say("check.paper", paper.title(), paper.date())
                : say("check.paper-numbered", paper.title(), paper.number(), paper.date());
    }

    Finding support(SupportVerdict verdict) {
        var parts = verdict.findings().stream()
                .map(finding -> support(finding, verdict))
                .toList();
        var worst = worst(parts);
        return finding(
                ProjectRule.SUPPORT_ALLOWED,
                verdict.inn().digits(),
                verdict.name(),
                parts.stream()
                        .filter(part -> part.outcome() == worst)
                        .map(Part::statement)
                        .distinct()
                        .collect(Collectors.joining(" ")),
                parts,
                verdict.findings().get(0).citation());
    }

    private Part support(SupportFinding finding, SupportVerdict verdict) {
        return new Part(
                finding.reason().name(),
                name(finding.rule()),
                Outcome.valueOf(finding.outcome().name()),
                SupportWords.explain(finding, verdict.register(), locale),
                null,
                finding.source().kind() == SupportSource.Kind.NO_RECORD
                        ? List.of()
                        : List.of(new Fact(
                                name(finding.source().kind()),
                                finding.source().document() == null
                                        ? String.valueOf(finding.source().reference())
                                        : paper(finding.source().document()),
                                name(finding.source().kind()))),
                finding.citation());
    }

    private Finding finding(
            ProjectRule rule,
            String subject,
            @Nullable String name,
            String explanation,
            List<Part> parts,
            Citation citation) {
        return new Finding(rule, subject, name, worst(parts), explanation, parts, citation);
    }

    private static Outcome worst(List<Part> parts) {
        return parts.stream().map(Part::outcome).min(Comparator.naturalOrder()).orElse(Outcome.MET);
    }

    /** The whole in a sentence: how many are met, and which are not. */
    String whole(List<Finding> findings) {
        long met = findings.stream()
                .filter(finding -> finding.outcome() == Outcome.MET)
                .count();
        var clauses = new StringBuilder(say("check.met", (int) met, findings.size()));
        for (var other : List.of(Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MANUAL)) {
            var those = findings.stream()
                    .filter(finding -> finding.outcome() == other)
                    .map(finding -> say("check.of", name(finding.rule()), finding.subject()))
                    .toList();
            if (!those.isEmpty()) {
                clauses.append("; ").append(name(other)).append(": ").append(String.join(", ", those));
            }
        }
        return clauses.append('.').toString();
    }
}
