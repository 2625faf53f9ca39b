package ru.mos.clusters.eligibility;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ClusterProblem;
import ru.mos.clusters.eligibility.KnownFacts.OfCluster;
import ru.mos.clusters.eligibility.KnownFacts.Question;
import ru.mos.clusters.eligibility.rule.ClusterFacts;
import ru.mos.clusters.eligibility.rule.Member;
import ru.mos.clusters.eligibility.rule.PartCode;
import ru.mos.clusters.eligibility.rule.RuleBook;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.eligibility.rule.SmeStanding;
import ru.mos.clusters.eligibility.rule.Source;
import ru.mos.clusters.eligibility.rule.Subject;
import ru.mos.clusters.ownership.AffiliationProfile;
import ru.mos.clusters.ownership.MemberLinks;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;

/**
 * Whether those who do something together are affiliated, whatever cluster each comes from: the condition that holds within
 * one cluster, asked of the union. The organisations of the clusters link nobody. Declarations given for any of the clusters
 * are heard; a waiver is of one cluster, and is heard where only that one is concerned.
 */
@Stateless
@DenyAll
public class JointParticipants {

    @Inject
    private Judge judge;

    @Inject
    private RuleBooks books;

    @Inject
    private KnownFacts facts;

    @Inject
    private MemberLinks memberLinks;

    /**
     * The condition of no affiliation among all of them.
     *
     * @param clusters concerned; the parameters of the first apply
     * @param participants also from outside the clusters
     * @param ruleSet null: the rules of the day
     * @throws Problem {@code cluster-unknown}, {@code rule-set-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, SERVICE})
    public VerdictView.FindingView unaffiliated(
            List<UUID> clusters,
            Collection<Subject> participants,
            LocalDate asOf,
            @Nullable Instant knownOn,
            @Nullable String ruleSet,
            Locale locale) {
        var latest = judge.latestChange(knownOn);
        var book = books.book(ruleSet, asOf, latest);
        var question = new Question(clusters, asOf, latest);
        var known = facts.of(question, book).stream()
                .sorted(Comparator.comparing(one -> clusters.indexOf(one.facts().id())))
                .toList();
        if (known.size() < new HashSet<>(clusters).size() || known.isEmpty()) {
            throw new Problem(ClusterProblem.CLUSTER_UNKNOWN, clusters);
        }
        var sector = known.get(0).sector();
        var united = united(known, participants, asOf);
        var verdict = book.on(asOf, sector).judge(linked(united, known, sector, question, book));
        return new VerdictWriter(Wording.in(locale))
                .write(verdict).findings().stream()
                        .filter(finding -> finding.rule() == RuleCode.E4)
                        .findFirst()
                        .orElseThrow();
    }

    private static ClusterFacts united(List<OfCluster> known, Collection<Subject> participants, LocalDate asOf) {
        var first = known.get(0).facts();
        var organisations = organisations(known);
        var members = new HashMap<Inn, Member>();
        known.stream()
                .flatMap(one -> one.facts().participants().stream())
                .forEach(member -> members.putIfAbsent(member.subject().inn(), member));
        return new ClusterFacts(
                first.id(),
                first.code(),
                first.name(),
                asOf,
                known.stream()
                        .map(one -> one.facts().knownOn())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                first.organisation(),
                participants.stream()
                        .filter(subject -> !organisations.contains(subject.inn()))
                        .map(subject -> member(subject, members.get(subject.inn()), asOf))
                        .toList(),
                known.stream()
                        .flatMap(one -> one.facts().conclusions().stream())
                        .filter(conclusion -> conclusion.part().code() == PartCode.DECLARATION)
                        .toList(),
                null,
                List.of(),
                LinkFacts.NOT_ASKED,
                known.size() == 1 ? first.waivers() : List.of());
    }

    private static Set<Inn> organisations(List<OfCluster> known) {
        return known.stream()
                .map(one -> one.facts().organisation())
                .filter(java.util.Objects::nonNull)
                .map(organisation -> organisation.subject().inn())
                .collect(Collectors.toSet());
    }

    /** Partners count here as members do. */
    private static Member member(Subject subject, @Nullable Member known, LocalDate asOf) {
        return new Member(
                known == null ? subject : known.subject(),
                known == null ? Set.of() : known.roles(),
                true,
                known == null ? asOf : known.since(),
                known == null ? Source.NONE : known.membership(),
                known == null
                        ? SmeStanding.unknown(
                                SmeStanding.Missing.NOTHING_DECIDES,
                                SmeStanding.Register.TAX_SERVICE_REGISTER,
                                Source.NONE)
                        : known.standing(),
                known == null ? List.of() : known.qualifications());
    }

    private ClusterFacts linked(
            ClusterFacts united, List<OfCluster> known, String sector, Question question, RuleBook book) {
        var profile = book.affiliation(question.asOf(), sector);
        if (profile.isEmpty()) {
            return united;
        }
        var copy = new Supposed(united, null);
        var members = copy.members().stream().map(Member::subject).toList();
        var found = memberLinks.of(
                List.of(new MemberLinks.Asked(
                        united.id(), members.stream().map(Subject::inn).toList(), organisations(known))),
                question.asOf(),
                question.knownOn(),
                AffiliationProfile.valueOf(profile.get()));
        return copy.facts(LinkFacts.of(found.get(united.id()), members));
    }
}
