package ru.mos.clusters.project;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.JointParticipants;
import ru.mos.clusters.eligibility.VerdictQuery;
import ru.mos.clusters.eligibility.VerdictView;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.Subject;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.project.ProjectContent.ConcernedCluster;
import ru.mos.clusters.project.ProjectContent.Participant;
import ru.mos.clusters.project.ProjectVerdict.Finding;
import ru.mos.clusters.support.CheckQuery;
import ru.mos.clusters.support.SupportChecks;

/**
 * Whether a joint project may be supported: each cluster concerned, affiliation among all participants, what the applicant
 * must be, and earlier support of the applicant and of each participant that receives. Who takes part without money is not
 * asked about support of its own: being a participant takes nobody's own right away (Concept, principle 7).
 */
@Stateless
@DenyAll
public class ProjectChecks {

    @EJB
    private Projects projects;

    @EJB
    private ProjectEvidence evidence;

    @EJB
    private Verdicts verdicts;

    @EJB
    private JointParticipants joint;

    @EJB
    private SupportChecks support;

    @Inject
    private FrozenProjects frozen;

    @Inject
    private ApplicantConditions conditions;

    @Inject
    private Names names;

    @Inject
    private Time time;

    /**
     * Checks a project on a day.
     *
     * @param edition 0: what the project says now
     * @param on null: today
     * @param ruleSet {@code CONCEPT_2010:2}; null: the rules of the day
     * @param planned which support it asks for; null: a grant
     * @throws Problem {@code project-unknown}, {@code project-edition-unknown}, {@code rule-set-unknown}, {@code
     *     support-kind-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR})
    public ProjectVerdict check(
            UUID id,
            int edition,
            @Nullable LocalDate on,
            @Nullable String ruleSet,
            @Nullable PlannedSupport planned,
            Locale locale) {
        var project = projects.view(id);
        return check(
                project,
                edition,
                edition == 0 ? project.content() : projects.edition(id, edition).content(),
                new Holders(project.lead(), Map.of(), null),
                on == null ? time.today() : on,
                ruleSet,
                planned == null ? PlannedSupport.GRANT : planned,
                locale);
    }

    /**
     * Checks a frozen edition on a day, with who stands by then in the place of its applicant, of participants, and of clusters that
     * were merged.
     *
     * @param ruleSet {@code CONCEPT_2010:2}; null: the rules of the day
     * @throws Problem {@code project-unknown}, {@code project-edition-unknown}, {@code rule-set-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR})
    public ProjectVerdict succeeded(
            UUID id, int edition, LocalDate day, @Nullable String ruleSet, Holders holders, Locale locale) {
        return check(
                projects.view(id),
                edition,
                frozen.held(id, edition, holders, day),
                holders,
                day,
                ruleSet,
                PlannedSupport.GRANT,
                locale);
    }

    private ProjectVerdict check(
            ProjectView project,
            int edition,
            ProjectContent content,
            Holders holders,
            LocalDate day,
            @Nullable String ruleSet,
            PlannedSupport planned,
            Locale locale) {
        var lead = holders.lead();
        var words = new CheckWords(locale);
        var clusters = clusters(content);
        var digests = new ArrayList<String>();
        var findings = new ArrayList<Finding>();
        for (var cluster : clusters) {
            var verdict = verdicts.verdict(new VerdictQuery(cluster, day, null, ruleSet), locale);
            digests.add(String.valueOf(verdict.digest()));
            findings.add(words.cluster(verdict));
        }
        var participants = participants(content);
        var called = names.of(withLead(participants, lead));
        if (!clusters.isEmpty()) {
            findings.add(words.unaffiliated(
                    project.code(), unaffiliated(clusters, participants, called, day, ruleSet, locale)));
        }
        var asked = conditions.on(day);
        if (!asked.isEmpty()) {
            findings.add(words.applicant(lead, called.get(lead), asked, evidence.list(project.id()), day));
        }
        for (var inn : recipients(content, lead)) {
            findings.add(words.support(
                    support.check(new CheckQuery(
                            inn, planned.form(), planned.kind(), planned.purpose(), day, null, holders.agreement())),
                    called.get(inn)));
        }
        return verdict(project, edition, day, ruleSet, findings, digests, words);
    }

    private VerdictView.FindingView unaffiliated(
            List<UUID> clusters,
            List<Inn> participants,
            Map<Inn, String> called,
            LocalDate day,
            @Nullable String ruleSet,
            Locale locale) {
        return joint.unaffiliated(
                clusters,
                participants.stream()
                        .map(inn -> new Subject(inn, called.get(inn)))
                        .toList(),
                day,
                null,
                ruleSet,
                locale);
    }

    private static ProjectVerdict verdict(
            ProjectView project,
            int edition,
            LocalDate day,
            @Nullable String ruleSet,
            List<Finding> findings,
            List<String> digests,
            CheckWords words) {
        var outcome = eligibility(findings.stream()
                .map(Finding::outcome)
                .min(Comparator.naturalOrder())
                .orElse(Outcome.UNKNOWN));
        return new ProjectVerdict(
                project.id(),
                project.code(),
                edition,
                day,
                ruleSet,
                outcome,
                words.whole(findings),
                List.copyOf(findings),
                digest(project.id(), edition, day, findings, digests));
    }

    /** As for clusters: any condition not met refuses, else any unknown leaves it open, else any that waits for a person does. */
    private static Eligibility eligibility(Outcome worst) {
        return switch (worst) {
            case NOT_MET -> Eligibility.NOT_ELIGIBLE;
            case UNKNOWN -> Eligibility.UNKNOWN;
            case MANUAL -> Eligibility.MANUAL;
            case MET -> Eligibility.ELIGIBLE;
        };
    }

    /** The lead cluster first. */
    private static List<UUID> clusters(ProjectContent content) {
        return content.clusters().stream()
                .sorted(Comparator.comparing(ConcernedCluster::lead).reversed())
                .map(ConcernedCluster::cluster)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<Inn> participants(ProjectContent content) {
        return content.participants().stream()
                .map(one -> Projects.inn(one.inn()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<Inn> withLead(List<Inn> participants, Inn lead) {
        var all = new ArrayList<>(participants);
        all.add(lead);
        return all;
    }

    /** The applicant, and whoever receives something. */
    private static Set<Inn> recipients(ProjectContent content, Inn lead) {
        var recipients = new LinkedHashSet<Inn>();
        recipients.add(lead);
        content.participants().stream()
                .filter(one -> one.money().signum() > 0)
                .map(Participant::inn)
                .map(Projects::inn)
                .filter(Objects::nonNull)
                .forEach(recipients::add);
        return recipients;
    }

    private record Told(ProjectRule rule, String subject, Outcome outcome, List<String> parts) {}

    private static String digest(
            UUID project, int edition, LocalDate day, List<Finding> findings, List<String> digests) {
        return ProjectStore.sha256(String.valueOf(Json.write(List.of(
                project,
                edition,
                day,
                findings.stream()
                        .map(finding -> new Told(
                                finding.rule(),
                                finding.subject(),
                                finding.outcome(),
                                finding.parts().stream()
                                        .map(part -> part.code() + " " + part.outcome())
                                        .toList()))
                        .toList(),
                digests))));
    }
}
