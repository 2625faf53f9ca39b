package ru.mos.clusters.eligibility.rule;

import static ru.mos.clusters.eligibility.rule.Outcome.MET;
import static ru.mos.clusters.eligibility.rule.Outcome.NOT_MET;
import static ru.mos.clusters.eligibility.rule.Outcome.UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import ru.mos.clusters.eligibility.rule.Finding.Entry;
import ru.mos.clusters.eligibility.rule.Finding.Fact;
import ru.mos.clusters.eligibility.rule.Finding.State;
import ru.mos.clusters.eligibility.rule.Message.Noun;
import ru.mos.clusters.eligibility.rule.Message.Quantity;
import ru.mos.clusters.eligibility.rule.SmeStanding.Status;
import ru.mos.clusters.platform.Citation;

/**
 * E3: the organisation unites at least so many innovative, or producing and exporting, SMEs. "At least 3–8" is read as a
 * threshold between three and eight, set by sector and date.
 *
 * <p>The Concept asks here for SMEs, not for entries of the city, so any region counts. A member whose status is unknown
 * could still turn out to qualify, whatever is on record about it: its register entry, where products stand, is unknown
 * too.
 *
 * @param least between 3 and 8
 */
record QualifiedSmes(int least, SmeCheck sme, Signs signs, Citation citation) implements Rule {

    QualifiedSmes {
        if (least < 3 || least > 8) {
            throw new IllegalArgumentException("a threshold of " + least);
        }
    }

    @Override
    public Finding check(ClusterFacts facts) {
        var draft = new FindingDraft(RuleCode.E3, citation);
        var entries =
                facts.members().stream().map(member -> entry(member, facts)).toList();
        int qualified =
                (int) entries.stream().filter(entry -> entry.state() == null).count();
        int unknown = (int)
                entries.stream().filter(entry -> entry.state() == State.UNKNOWN).count();
        var outcome = qualified >= least ? MET : qualified + unknown >= least ? UNKNOWN : NOT_MET;

        draft.computed(outcome).measured(qualified, entries.size()).required(least, entries.size());
        entries.forEach(draft::enter);
        facts.partners().forEach(partner -> draft.enter(Entries.partner(partner)));
        if (entries.isEmpty()) {
            draft.say(Reason.NO_MEMBERS, facts.asOf());
        } else {
            draft.say(
                    Reason.QUALIFIED,
                    qualified,
                    new Quantity(Noun.OF_MEMBERS, entries.size()),
                    new Quantity(Noun.ARE_QUALIFIED, qualified),
                    least);
        }
        draft.sayWhoIsNotCounted();
        advise(outcome, least - qualified, draft);
        return draft.part(Parts.manual(PartCode.SYNERGY, facts))
                .part(Parts.manual(PartCode.NEW_KNOWLEDGE, facts))
                .close(facts);
    }

    private Entry entry(Member member, ClusterFacts facts) {
        var status = sme.of(member, facts.asOf());
        var shown = signs.of(member);
        var used = new ArrayList<Fact>(SmeCheck.facts(member));
        used.addAll(shown.facts());
        if (status.status() != Status.IN) {
            var state = status.status() == Status.OUT ? State.OUT : State.UNKNOWN;
            return new Entry(member.subject(), state, status.why(), used);
        }
        return new Entry(member.subject(), shown.qualifies() ? null : State.NOT_QUALIFIED, shown.why(), used);
    }

    private static void advise(Outcome outcome, int more, FindingDraft draft) {
        if (outcome == NOT_MET) {
            draft.advise(Reason.ADMIT_QUALIFIED, new Quantity(Noun.MORE_QUALIFIED, more));
        } else if (outcome == UNKNOWN) {
            draft.advise(
                    Reason.CONFIRM_STATUS, new Quantity(Noun.AT_LEAST_MEMBERS, more), subjects(draft, State.UNKNOWN));
        }
        var unqualified = subjects(draft, State.NOT_QUALIFIED);
        if (outcome != MET && !unqualified.isEmpty()) {
            draft.advise(Reason.CONFIRM_QUALIFICATION, unqualified);
        }
    }

    private static List<Subject> subjects(FindingDraft draft, State state) {
        return draft.in(state).map(Entry::subject).toList();
    }
}
