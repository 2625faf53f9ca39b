package ru.mos.clusters.assessment.criteria;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ru.mos.clusters.assessment.criteria.Finding.Criterion;
import ru.mos.clusters.assessment.criteria.Finding.Gap;
import ru.mos.clusters.assessment.criteria.Finding.Line;
import ru.mos.clusters.assessment.criteria.SmeLaws.Dated;
import ru.mos.clusters.assessment.criteria.SmeLaws.FormRule;
import ru.mos.clusters.assessment.criteria.SmeLaws.FormRule.Condition;
import ru.mos.clusters.assessment.criteria.SmeLaws.FormRule.Counted;
import ru.mos.clusters.assessment.criteria.SmeLaws.OwnershipLimit;
import ru.mos.clusters.assessment.criteria.SubjectFacts.Owner;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.registry.SmeStatus;

/**
 * How much of a company may belong to whom: sums of shares by kind of holder, each within its limit, the limit included.
 *
 * @param smes whether owners are themselves SMEs, as far as that is known
 */
record OwnershipCriterion(SmeLaw law, SubjectFacts facts, Map<Inn, SmeStatus> smes) {

    Finding finding() {
        var rules = new LegalFormCriterion(law, facts).rules();
        if (rules.stream().noneMatch(rule -> rule.condition() == Condition.SHARES)) {
            return alternative().orElseGet(() -> notAsked(rules));
        }
        return alternative().orElseGet(() -> byShares(rules));
    }

    private java.util.Optional<Finding> alternative() {
        var flag = LegalFormCriterion.alternative(law, facts);
        return flag == null
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Finding(
                        Criterion.OWNERSHIP,
                        Outcome.MET,
                        null,
                        List.of(Line.word(
                                Line.Code.ALTERNATIVE,
                                flag.says().fact().name(),
                                Outcome.MET,
                                facts.flags().get(flag.says().fact()))),
                        List.of(flag.basis()),
                        List.of()));
    }

    /** Of who is not of a company nothing is asked; of whose form is not known everything may be. */
    private Finding notAsked(List<FormRule> rules) {
        boolean formKnown = !facts.form().possible().isEmpty();
        if (!formKnown) {
            return byShares(rules);
        }
        return new Finding(
                Criterion.OWNERSHIP,
                Outcome.MET,
                null,
                List.of(Line.word(Line.Code.SHARES_NOT_ASKED, null, Outcome.MET, null)),
                List.of(),
                List.of());
    }

    private Finding byShares(List<FormRule> rules) {
        boolean votes = rules.stream().anyMatch(rule -> rule.counted() == Counted.VOTES);
        var lines = new ArrayList<Line>();
        var gaps = new ArrayList<Gap>();
        var outcomes = EnumSet.noneOf(Outcome.class);
        for (var limit : law.ownership()) {
            var line = sum(limit.says(), votes, gaps);
            lines.add(line);
            outcomes.add(line.outcome());
        }
        facts.owners().named().forEach(owner -> lines.add(holder(owner, votes)));
        var outcome = outcomes.contains(Outcome.NOT_MET)
                ? Outcome.NOT_MET
                : outcomes.contains(Outcome.UNKNOWN) ? Outcome.UNKNOWN : Outcome.MET;
        var bases = Stream.concat(
                        law.ownership().stream().map(Dated::basis),
                        law.alternatives().stream()
                                .filter(row -> row.says().holder() != null
                                        && facts.flags().containsKey(row.says().fact()))
                                .map(Dated::basis))
                .toList();
        return new Finding(Criterion.OWNERSHIP, outcome, null, lines, bases, gaps);
    }

    /** What holders of the kinds surely have, and what they may have at most. */
    private Line sum(OwnershipLimit limit, boolean votes, List<Gap> gaps) {
        var sure = Fraction.ZERO;
        var open = Fraction.ZERO;
        var undecided = new ArrayList<Gap>();
        for (var owner : facts.owners().named()) {
            if (!owner.sure()) {
                continue;
            }
            var kinds = kinds(owner);
            if (limit.holders().containsAll(kinds)) {
                sure = sure.plus(amount(owner, votes));
            } else if (kinds.stream().anyMatch(limit.holders()::contains)) {
                open = open.plus(amount(owner, votes));
                undecided.add(new Gap(GapCode.OWNER_STANDING, null, owner.name()));
            }
        }
        if (anybodyUnknownIn(limit.holders())) {
            open = open.plus(untold(votes));
            facts.owners().missing().forEach(code -> undecided.add(new Gap(code, null, null)));
        }
        var outcome = sure.exceeds(limit.most())
                ? Outcome.NOT_MET
                : sure.plus(open).exceeds(limit.most()) ? Outcome.UNKNOWN : Outcome.MET;
        if (outcome == Outcome.UNKNOWN) {
            gaps.addAll(undecided);
        }
        return new Line(Line.Code.SUM, null, null, limit.code(), sure, null, limit.most(), outcome, null, null);
    }

    /** What of the whole no sure holder has. */
    private Fraction untold(boolean votes) {
        var told = facts.owners().named().stream()
                .filter(Owner::sure)
                .map(owner -> amount(owner, votes))
                .reduce(Fraction.ZERO, Fraction::plus);
        var rest = Fraction.ONE.minus(told);
        return rest.compareTo(Fraction.ZERO) < 0 ? Fraction.ZERO : rest;
    }

    /** Where all holders are named, what is untold is theirs whose shares are not known; otherwise it may be anybody's. */
    private boolean anybodyUnknownIn(Set<Holder> holders) {
        return facts.owners().whole()
                ? facts.owners().named().stream()
                        .filter(owner -> !owner.sure())
                        .anyMatch(owner -> kinds(owner).stream().anyMatch(holders::contains))
                : !facts.owners().missing().isEmpty();
    }

    private static Fraction amount(Owner owner, boolean votes) {
        return votes ? owner.votes() : owner.share();
    }

    /** What the owner can be, given what is known of its own standing and of what frees its kind. */
    Set<Holder> kinds(Owner owner) {
        var kinds = EnumSet.noneOf(Holder.class);
        kinds.addAll(owner.possible());
        var standing = owner.inn() == null ? null : smes.getOrDefault(owner.inn(), SmeStatus.UNKNOWN);
        if (standing == SmeStatus.IN) {
            return EnumSet.of(Holder.SME_ENTITY);
        } else if (standing == SmeStatus.OUT) {
            kinds.remove(Holder.SME_ENTITY);
        }
        for (var row : law.alternatives()) {
            var freed = row.says().holder();
            if (freed != null && facts.flags().containsKey(row.says().fact()) && kinds.remove(freed)) {
                kinds.add(Holder.HARMLESS_FOREIGN_ENTITY);
            }
        }
        return kinds;
    }

    private Line holder(Owner owner, boolean votes) {
        var kinds = kinds(owner);
        return new Line(
                Line.Code.HOLDER,
                null,
                owner.name(),
                kinds.size() == 1 ? kinds.iterator().next().name() : null,
                owner.sure() ? amount(owner, votes) : null,
                null,
                null,
                owner.sure() && kinds.size() == 1 ? Outcome.MET : Outcome.UNKNOWN,
                null,
                owner.source());
    }
}
