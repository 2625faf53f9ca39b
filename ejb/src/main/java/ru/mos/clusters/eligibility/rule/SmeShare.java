package ru.mos.clusters.eligibility.rule;

import static ru.mos.clusters.eligibility.rule.Outcome.MET;
import static ru.mos.clusters.eligibility.rule.Outcome.NOT_MET;
import static ru.mos.clusters.eligibility.rule.Outcome.UNKNOWN;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ru.mos.clusters.eligibility.rule.Finding.State;
import ru.mos.clusters.eligibility.rule.Message.Noun;
import ru.mos.clusters.eligibility.rule.Message.Quantity;
import ru.mos.clusters.eligibility.rule.SmeStanding.Status;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Fraction;

/**
 * E2: the least share of the organisation's members that are SMEs in the register, in one of the regions that count.
 *
 * <p>"Participants of the cluster (of the legal entity that unites them)" is read as the members of that entity, unless the
 * denominator says otherwise. Where counting partners too would turn the outcome into its opposite, a warning says so.
 *
 * @param least above nothing and below all: were all to be SMEs, no newcomer could mend a cluster
 */
record SmeShare(Fraction least, Denominator denominator, SmeCheck sme, Citation citation) implements Rule {

    SmeShare {
        if (least.numerator().signum() <= 0 || least.compareTo(Fraction.of(1, 1)) >= 0) {
            throw new IllegalArgumentException("a share of " + least);
        }
    }

    /** How many there are of each status. */
    private record Tally(int in, int unknown, int all) {}

    @Override
    public Finding check(ClusterFacts facts) {
        var among = denominator == Denominator.PARTICIPANTS ? facts.participants() : facts.members();
        var members = tally(among, facts);
        var everybody = tally(facts.participants(), facts);
        var outcome = denominator == Denominator.BOTH
                ? Outcome.prevailing(Stream.of(outcome(members), outcome(everybody)))
                : outcome(members);
        var draft = new FindingDraft(RuleCode.E2, citation)
                .computed(outcome)
                .measured(members.in(), members.all())
                .required((int) Math.max(1, least.leastOf(members.all())), members.all())
                .share(least);
        among.forEach(member -> draft.enter(Entries.bySme(member, sme.of(member, facts.asOf()))));
        if (denominator != Denominator.PARTICIPANTS) {
            facts.partners().forEach(partner -> draft.enter(Entries.partner(partner)));
        }

        explain(members, facts, draft);
        if (denominator == Denominator.BOTH && everybody.all() > members.all()) {
            draft.say(Reason.SHARE_OF_ALL, everybody.in(), everybody.all(), least.leastOf(everybody.all()));
        }
        advise(outcome, denominator == Denominator.BOTH && outcome(members) == MET ? everybody : members, draft);
        if (denominator == Denominator.MEMBERS) {
            warnOfOtherReading(outcome, everybody, draft);
        }
        return draft.close(facts);
    }

    private Tally tally(List<Member> among, ClusterFacts facts) {
        var statuses = among.stream()
                .map(member -> sme.of(member, facts.asOf()).status())
                .toList();
        return new Tally(
                (int) statuses.stream().filter(Status.IN::equals).count(),
                (int) statuses.stream().filter(Status.UNKNOWN::equals).count(),
                statuses.size());
    }

    private Outcome outcome(Tally tally) {
        if (reaches(tally.in(), tally.all())) {
            return MET;
        }
        // could still be met once we learn more
        return reaches(tally.in() + tally.unknown(), tally.all()) ? UNKNOWN : NOT_MET;
    }

    /** In whole numbers: 0.67 of 9 members would demand one SME too many. */
    private boolean reaches(int smes, int all) {
        return all > 0 && Fraction.of(smes, all).compareTo(least) >= 0;
    }

    private void explain(Tally members, ClusterFacts facts, FindingDraft draft) {
        if (members.all() == 0) {
            draft.say(Reason.NO_MEMBERS, facts.asOf());
        } else {
            draft.say(
                    Reason.SHARE,
                    members.in(),
                    new Quantity(Noun.OF_MEMBERS, members.all()),
                    new Quantity(Noun.ARE_SMES, members.in()),
                    least.leastOf(members.all()),
                    least);
        }
        draft.sayWhoIsNotCounted();
    }

    /** The fewest SMEs that must join, or others that must leave; unknown members are not relied on. */
    private void advise(Outcome outcome, Tally members, FindingDraft draft) {
        if (outcome == UNKNOWN) {
            var names = draft.in(State.UNKNOWN).map(Finding.Entry::subject).toList();
            var needed = least.leastOf(members.all()) - members.in();
            draft.advise(Reason.CONFIRM_STATUS, new Quantity(Noun.AT_LEAST_MEMBERS, needed), names);
        } else if (outcome == NOT_MET) {
            var joining = IntStream.iterate(1, i -> i + 1)
                    .filter(more -> reaches(members.in() + more, members.all() + more))
                    .findFirst()
                    .getAsInt();
            var join = new Quantity(Noun.MORE_SMES, joining);
            IntStream.rangeClosed(1, members.all() - 1)
                    .filter(fewer -> members.in() > 0 && reaches(members.in(), members.all() - fewer))
                    .findFirst()
                    .ifPresentOrElse(
                            fewer -> draft.advise(Reason.ADMIT_SMES_OR_PART, join, new Quantity(Noun.LEAVERS, fewer)),
                            () -> draft.advise(Reason.ADMIT_SMES, join));
        }
    }

    private void warnOfOtherReading(Outcome outcome, Tally everybody, FindingDraft draft) {
        var other = outcome(everybody);
        if ((outcome == MET && other == NOT_MET) || (outcome == NOT_MET && other == MET)) {
            draft.warn(
                    Reason.ALL_PARTICIPANTS_DIFFER,
                    other,
                    everybody.in(),
                    new Quantity(Noun.OF_MEMBERS, everybody.all()));
        }
    }
}
