package ru.mos.clusters.eligibility;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ClusterProblem;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Verdict;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.People;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Time;

/** Whether clusters meet the conditions: judged on demand, as of any day and as known at any instant, kept where asked. */
@Stateless
@DenyAll
public class Verdicts {

    @Inject
    private Judge judge;

    @Inject
    private VerdictStore store;

    @EJB
    private Evaluation evaluation;

    @Inject
    private RuleBooks books;

    @Inject
    private Caller caller;

    @Inject
    private People people;

    @Inject
    private Time time;

    /**
     * Judges a cluster. Asked again with the {@code knownOn} of the answer, it gives the same digest, whatever has been
     * learnt since.
     *
     * @throws Problem {@code cluster-unknown}, also where it was not yet known at the instant; {@code rule-set-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public VerdictView verdict(VerdictQuery query, Locale locale) {
        return told(judged(query), locale);
    }

    /**
     * The same on paper, as PDF.
     *
     * @throws Problem {@code cluster-unknown}, {@code rule-set-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public byte[] print(VerdictQuery query, Locale locale) {
        var verdict = told(judged(query), locale);
        var paper = new ByteArrayOutputStream();
        new ConclusionPdf(Wording.in(locale), verdict, name(verdict.ruleSet(), locale), people::name)
                .write(time.now(), paper);
        return paper.toByteArray();
    }

    /**
     * Judges a cluster and keeps the verdict.
     *
     * @throws Problem {@code cluster-unknown}, {@code rule-set-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public UUID give(VerdictQuery query) {
        return store.keep(judged(query), caller.login(), null);
    }

    /**
     * Verdicts of a cluster that were kept, the latest first.
     *
     * @throws Problem {@code cluster-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public Slice<StoredVerdict> history(UUID cluster, PageRequest page) {
        var kept = store.list(cluster, page);
        if (kept.items().isEmpty()) {
            judged(VerdictQuery.now(cluster)); // says whether there is such a cluster at all
        }
        return kept;
    }

    /**
     * A kept verdict as it was given, told in the language.
     *
     * @throws Problem {@code verdict-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public VerdictView kept(UUID cluster, UUID id, Locale locale) {
        return told(trace(cluster, id), locale);
    }

    /**
     * What changed from one kept verdict to another: outcomes of conditions, and how participants count in them.
     *
     * @throws Problem {@code verdict-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public VerdictDifference difference(UUID cluster, UUID before, UUID after, Locale locale) {
        return VerdictDifference.between(trace(cluster, before), trace(cluster, after), Wording.in(locale));
    }

    /**
     * A kept verdict as known then, with today's knowledge, and under today's rules; each differs from the one before it by
     * what is named.
     *
     * @throws Problem {@code verdict-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public VerdictComparison compare(UUID cluster, UUID id, Locale locale) {
        var given = trace(cluster, id);
        var rules = given.ruleSet() + ":" + given.ruleSetVersion();
        var replayed = judged(new VerdictQuery(cluster, given.asOf(), given.knownOn(), rules));
        var known = judged(new VerdictQuery(cluster, given.asOf(), null, rules));
        var now = judged(new VerdictQuery(cluster, given.asOf(), null, null));
        var digest = String.valueOf(told(given, locale).digest());
        return new VerdictComparison(
                given.asOf(),
                given.knownOn(),
                digest,
                digest.equals(told(replayed, locale).digest()),
                other(given, known, locale),
                other(known, now, locale));
    }

    private static VerdictComparison.Other other(Verdict before, Verdict after, Locale locale) {
        var view = told(after, locale);
        return new VerdictComparison.Other(
                view.ruleSet(),
                view.knownOn(),
                String.valueOf(view.digest()),
                VerdictDifference.between(before, after, Wording.in(locale)));
    }

    /** Where clusters stand by the latest evaluation, by sector and number. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public Slice<StandingView> standings(@Nullable Eligibility outcome, @Nullable String sector, PageRequest page) {
        return store.list(outcome, sector, page);
    }

    /** How these clusters came out at the latest evaluation; those not judged yet are left out. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public Map<UUID, Eligibility> outcomes(Collection<UUID> clusters) {
        return store.standings(clusters).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, standing -> standing.getValue().outcome()));
    }

    /**
     * An earlier decision on the cluster that a transition clause of the rules keeps valid on a day, whatever the cluster
     * comes to by the rules of that day.
     *
     * @param day null: today
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public Optional<StillValid> stillValid(UUID cluster, @Nullable LocalDate day) {
        return store.stillValid(cluster, day == null ? time.today() : day);
    }

    /**
     * Judges all clusters on today; those that stand otherwise than before get a new kept verdict and a task. However long that
     * takes: each stretch of them is a transaction of its own.
     */
    @RolesAllowed(DEPARTMENT)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Evaluated evaluate() {
        return evaluation.evaluate(null);
    }

    /** The rules on record with their parameters and the acts they rest on, in force and planned. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public List<RuleSetView> ruleSets() {
        return books.all(time.today());
    }

    private String name(VerdictView.RuleSetRef rules, Locale locale) {
        return books.all(time.today()).stream()
                .filter(set -> set.code().equals(rules.code()) && set.version() == rules.version())
                .map(set -> ProblemTexts.supported(locale).equals(ProblemTexts.RUSSIAN) ? set.nameRu() : set.nameEn())
                .findFirst()
                .orElse(rules.code());
    }

    private Verdict judged(VerdictQuery query) {
        var asOf = query.asOf() == null ? time.today() : query.asOf();
        return judge.judge(List.of(query.cluster()), asOf, query.knownOn(), query.ruleSet()).stream()
                .findAny()
                .orElseThrow(() -> new Problem(ClusterProblem.CLUSTER_UNKNOWN, query.cluster()));
    }

    private Verdict trace(UUID cluster, UUID id) {
        return store.trace(id)
                .filter(verdict -> verdict.cluster().equals(cluster))
                .orElseThrow(() -> new Problem(EligibilityProblem.VERDICT_UNKNOWN, id));
    }

    private static VerdictView told(Verdict verdict, Locale locale) {
        return new VerdictWriter(Wording.in(locale)).write(verdict);
    }
}
