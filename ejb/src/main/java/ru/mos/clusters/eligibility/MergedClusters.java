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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ClusterProblem;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.eligibility.KnownFacts.OfCluster;
import ru.mos.clusters.eligibility.KnownFacts.Question;
import ru.mos.clusters.eligibility.rule.ClusterFacts;
import ru.mos.clusters.eligibility.rule.Finding;
import ru.mos.clusters.eligibility.rule.LegalForm;
import ru.mos.clusters.eligibility.rule.Member;
import ru.mos.clusters.eligibility.rule.OwnershipLinks;
import ru.mos.clusters.eligibility.rule.RuleBook;
import ru.mos.clusters.eligibility.rule.Source;
import ru.mos.clusters.eligibility.rule.Subject;
import ru.mos.clusters.ownership.AffiliationProfile;
import ru.mos.clusters.ownership.MemberLinks;
import ru.mos.clusters.platform.Problem;

/**
 * What several clusters would come to as one. Whoever takes part in more than one of them counts once. A cluster that others
 * join keeps its papers and conclusions; a new one has none yet, so that its conditions wait for people anew.
 */
@Stateless
@DenyAll
public class MergedClusters {

    private static final Source SUPPOSITION = new Source(Source.Kind.SUPPOSITION, null, null);

    @Inject
    private Judge judge;

    @Inject
    private RuleBooks books;

    @Inject
    private KnownFacts facts;

    @Inject
    private MemberLinks memberLinks;

    /**
     * A cluster to be opened.
     *
     * @param name what it will be called
     */
    public record Opened(String name, UnitingEntity organisation) {}

    /**
     * Judges the clusters as one on a day.
     *
     * @param clusters those that would exist no more
     * @param successor the one they would join; null where a new one is opened
     * @param opened the new one; null where others join an existing one
     * @throws Problem {@code cluster-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, SERVICE})
    public MergedView suppose(
            Collection<UUID> clusters,
            @Nullable UUID successor,
            @Nullable Opened opened,
            LocalDate asOf,
            Locale locale) {
        var all = new HashSet<>(clusters);
        if (successor != null) {
            all.add(successor);
        }
        var latest = judge.latestChange(null);
        var book = books.book(null, asOf, latest);
        var question = new Question(all, asOf, latest);
        var known = facts.of(question, book);
        if (known.size() < all.size()) {
            throw new Problem(ClusterProblem.CLUSTER_UNKNOWN, all);
        }
        var before = known.stream()
                .map(one -> book.on(asOf, one.sector()).judge(one.facts()))
                .map(verdict -> new MergedView.Part(
                        verdict.cluster(),
                        verdict.clusterCode(),
                        verdict.outcome(),
                        verdict.findings().stream().map(Finding::outcome).toList()))
                .toList();
        var sector = known.get(0).sector();
        var united = linked(united(known, successor, opened, asOf), sector, question, book);
        return new MergedView(
                before,
                new VerdictWriter(Wording.in(locale))
                        .write(book.on(asOf, sector).judge(united)));
    }

    private static ClusterFacts united(
            List<OfCluster> known, @Nullable UUID successor, @Nullable Opened opened, LocalDate asOf) {
        var base = known.stream()
                .map(OfCluster::facts)
                .filter(one -> one.id().equals(successor))
                .findAny()
                .orElse(null);
        var first = base == null ? known.get(0).facts() : base;
        var participants = known.stream()
                .flatMap(one -> one.facts().participants().stream())
                .toList();
        var knownOn = known.stream()
                .map(one -> one.facts().knownOn())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new ClusterFacts(
                first.id(),
                base == null ? "—" : first.code(),
                opened == null ? first.name() : opened.name(),
                asOf,
                knownOn,
                opened == null ? first.organisation() : organisation(opened.organisation(), asOf),
                participants,
                base == null ? List.of() : first.conclusions(),
                base == null ? null : first.refusals(),
                base == null ? List.of() : first.documents(),
                LinkFacts.NOT_ASKED,
                base == null ? List.of() : first.waivers());
    }

    private static ClusterFacts.Organisation organisation(UnitingEntity entity, LocalDate asOf) {
        var form = entity.legalForm();
        return new ClusterFacts.Organisation(
                new Subject(entity.inn(), entity.name()),
                asOf,
                SUPPOSITION,
                form == null ? null : LegalForm.valueOf(form.name()),
                form == null ? null : SUPPOSITION);
    }

    /** The same with what sources of ownership show among all members together. */
    private ClusterFacts linked(ClusterFacts united, String sector, Question question, RuleBook book) {
        var profile = book.affiliation(question.asOf(), sector);
        if (profile.isEmpty()) {
            return united;
        }
        var copy = new Supposed(united, book.region(question.asOf(), sector));
        var members = copy.members().stream().map(Member::subject).toList();
        var organisation = united.organisation();
        var asked = new MemberLinks.Asked(
                united.id(),
                members.stream().map(Subject::inn).toList(),
                organisation == null
                        ? List.of()
                        : List.of(organisation.subject().inn()));
        var found = memberLinks.of(
                List.of(asked), question.asOf(), question.knownOn(), AffiliationProfile.valueOf(profile.get()));
        OwnershipLinks links = LinkFacts.of(found.get(united.id()), members);
        return copy.facts(links);
    }
}
