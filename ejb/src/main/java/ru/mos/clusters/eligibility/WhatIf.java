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
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ru.mos.clusters.cluster.ClusterProblem;
import ru.mos.clusters.eligibility.FixView.StepKind;
import ru.mos.clusters.eligibility.KnownFacts.OfCluster;
import ru.mos.clusters.eligibility.KnownFacts.Question;
import ru.mos.clusters.eligibility.rule.ClusterFacts;
import ru.mos.clusters.eligibility.rule.Finding;
import ru.mos.clusters.eligibility.rule.Member;
import ru.mos.clusters.eligibility.rule.OwnershipLinks;
import ru.mos.clusters.eligibility.rule.RuleBook;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.eligibility.rule.SmeStanding;
import ru.mos.clusters.eligibility.rule.Subject;
import ru.mos.clusters.ownership.AffiliationProfile;
import ru.mos.clusters.ownership.MemberLinks;
import ru.mos.clusters.ownership.SupposedStake;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/**
 * What a cluster's verdict would be if something were otherwise, and what would make the cluster eligible most cheaply.
 * Nothing is kept and nobody is told.
 */
@Stateless
@DenyAll
public class WhatIf {

    private static final int MOST = 200;

    @Inject
    private Sql sql;

    @Inject
    private Judge judge;

    @Inject
    private RuleBooks books;

    @Inject
    private KnownFacts facts;

    @Inject
    private MemberLinks memberLinks;

    @Inject
    private Time time;

    /**
     * Judges a copy of the cluster on which the suppositions are true.
     *
     * @throws Problem {@code cluster-unknown}, {@code rule-set-unknown}, {@code suppositions-too-many},
     *     {@code supposition-member-exists}, {@code supposition-member-missing}, {@code stake-exceeds-whole}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, SERVICE})
    public WhatIfView suppose(VerdictQuery query, List<Supposition> suppositions, Locale locale) {
        if (suppositions.size() > MOST) {
            throw new Problem(EligibilityProblem.SUPPOSITIONS_TOO_MANY, MOST);
        }
        var asOf = query.asOf() == null ? time.today() : query.asOf();
        var latest = judge.latestChange(query.knownOn());
        var book = books.book(query.ruleSet(), asOf, latest);
        var question = new Question(List.of(query.cluster()), asOf, latest);
        var known = facts.of(question, book).stream()
                .findFirst()
                .orElseThrow(() -> new Problem(ClusterProblem.CLUSTER_UNKNOWN, query.cluster()));
        var rules = book.on(asOf, known.sector());
        var before = rules.judge(known.facts());
        var supposed = supposed(known, question, book, suppositions);
        var after = rules.judge(supposed);
        var wording = Wording.in(locale);
        return new WhatIfView(
                new VerdictWriter(wording).write(after),
                VerdictDifference.between(before, after, wording),
                new CheapestFix(after, weights(asOf), qualifyOnceSme(supposed, book, known.sector()))
                        .find()
                        .told(
                                wording,
                                supposed.participants().stream()
                                        .map(Member::subject)
                                        .collect(Collectors.toMap(Subject::inn, subject -> subject))));
    }

    private ClusterFacts supposed(OfCluster known, Question question, RuleBook book, List<Supposition> suppositions) {
        var copy = new Supposed(known.facts(), book.region(question.asOf(), known.sector()));
        for (var supposition : suppositions) {
            apply(supposition, copy, known, question, book);
        }
        var stakes = suppositions.stream()
                .filter(Supposition.SetStake.class::isInstance)
                .map(supposition -> ((Supposition.SetStake) supposition).stake())
                .toList();
        return copy.facts(links(copy, known, question, book, stakes));
    }

    private void apply(Supposition supposition, Supposed copy, OfCluster known, Question question, RuleBook book) {
        if (supposition instanceof Supposition.AddMember add) {
            var newcomer =
                    facts.newcomers(List.of(add.inn()), known, question, book).get(0);
            copy.join(named(newcomer, add), add.ofOrganisation());
        } else if (supposition instanceof Supposition.RemoveMember remove) {
            copy.leave(remove.inn());
        } else if (supposition instanceof Supposition.SetStatus set) {
            copy.status(set.inn(), set.status());
        } else if (supposition instanceof Supposition.SetQualified set) {
            copy.qualified(set.inn(), set.qualified());
        } else if (supposition instanceof Supposition.Conclude conclude) {
            copy.conclude(conclude);
        }
    }

    private static Member named(Member newcomer, Supposition.AddMember add) {
        return newcomer.subject().name() != null
                ? newcomer
                : new Member(
                        new Subject(add.inn(), add.name()),
                        newcomer.roles(),
                        newcomer.ofOrganisation(),
                        newcomer.since(),
                        newcomer.membership(),
                        newcomer.standing(),
                        newcomer.qualifications());
    }

    private OwnershipLinks links(
            Supposed copy, OfCluster known, Question question, RuleBook book, List<SupposedStake> stakes) {
        var profile = book.affiliation(question.asOf(), known.sector());
        if (profile.isEmpty()) {
            return LinkFacts.NOT_ASKED;
        }
        var members = copy.members().stream().map(Member::subject).toList();
        var organisation = known.facts().organisation();
        var asked = new MemberLinks.Asked(
                known.facts().id(),
                members.stream().map(Subject::inn).toList(),
                organisation == null
                        ? List.of()
                        : List.of(organisation.subject().inn()));
        var found = memberLinks.of(
                List.of(asked), question.asOf(), question.knownOn(), AffiliationProfile.valueOf(profile.get()), stakes);
        return LinkFacts.of(found.get(known.facts().id()), members);
    }

    /** Members of unknown status that would count as qualified if only they were SMEs. */
    private static Set<Inn> qualifyOnceSme(ClusterFacts supposed, RuleBook book, String sector) {
        var copy = new Supposed(supposed, book.region(supposed.asOf(), sector));
        var unknown = new HashSet<Inn>();
        for (var member : copy.members()) {
            if (member.standing().status() == SmeStanding.Status.UNKNOWN) {
                unknown.add(member.subject().inn());
                copy.status(member.subject().inn(), SmeStanding.Status.IN);
            }
        }
        if (unknown.isEmpty()) {
            return Set.of();
        }
        return book.on(supposed.asOf(), sector).judge(copy.facts(supposed.links())).findings().stream()
                .filter(finding -> finding.rule() == RuleCode.E3)
                .map(Finding::counted)
                .flatMap(List::stream)
                .map(entry -> entry.subject().inn())
                .filter(unknown::contains)
                .collect(Collectors.toSet());
    }

    /** What each kind of change costs on a day. */
    private Map<StepKind, Integer> weights(LocalDate day) {
        return sql.with(handle -> handle.createQuery("""
                        select distinct on (kind) kind, weight
                          from eligibility.fix_weight
                         where valid_from <= :day and superseded_by is null
                         order by kind, valid_from desc""")
                .bind("day", day)
                .map((row, context) -> Map.entry(StepKind.valueOf(row.getString("kind")), row.getInt("weight")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
