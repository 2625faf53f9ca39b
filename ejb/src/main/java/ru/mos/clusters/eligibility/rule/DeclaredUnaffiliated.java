package ru.mos.clusters.eligibility.rule;

import static ru.mos.clusters.eligibility.rule.Outcome.MET;
import static ru.mos.clusters.eligibility.rule.Outcome.NOT_MET;
import static ru.mos.clusters.eligibility.rule.Outcome.UNKNOWN;

import java.util.List;
import ru.mos.clusters.eligibility.rule.Finding.Entry;
import ru.mos.clusters.eligibility.rule.Finding.Fact;
import ru.mos.clusters.eligibility.rule.Finding.Part;
import ru.mos.clusters.eligibility.rule.Finding.State;
import ru.mos.clusters.eligibility.rule.Message.Noun;
import ru.mos.clusters.eligibility.rule.Message.Quantity;
import ru.mos.clusters.platform.Citation;

/**
 * E4 by the rules made before ownership was known: it rests on what owners and executives declare. It is met when every member declares that there is no link, refuted by one declared link, else unknown.
 */
record DeclaredUnaffiliated(Citation citation) implements Rule {

    @Override
    public Finding check(ClusterFacts facts) {
        var draft = new FindingDraft(RuleCode.E4, citation);
        for (var member : facts.members()) {
            var part = Parts.asked(
                    PartRef.of(PartCode.DECLARATION, member.subject().inn()),
                    UNKNOWN,
                    Message.of(Reason.NOT_DECLARED),
                    facts);
            draft.part(part).enter(entry(member, part));
        }
        facts.partners().forEach(partner -> draft.enter(Entries.partner(partner)));

        int all = facts.members().size();
        int pairs = all * (all - 1) / 2;
        var linked = subjects(draft, State.NOT_QUALIFIED);
        // both ends of one link may declare it, and two members make but one pair
        draft.measured(Math.min(linked.size(), Math.max(pairs, 1)), pairs).required(0, pairs);
        if (all == 0) {
            return draft.computed(NOT_MET)
                    .say(Reason.NO_MEMBERS, facts.asOf())
                    .advise(Reason.ADMIT_MEMBERS)
                    .close(facts);
        }
        explain(linked, subjects(draft, State.UNKNOWN), all, draft);
        return draft.close(facts);
    }

    private static void explain(List<Subject> linked, List<Subject> silent, int all, FindingDraft draft) {
        if (linked.size() + silent.size() == 0) {
            draft.say(Reason.ALL_DECLARED, all);
        }
        if (silent.size() < all) {
            draft.warn(Reason.BY_DECLARATION);
        }
        if (!linked.isEmpty()) {
            draft.say(Reason.LINK_DECLARED, linked).advise(Reason.REMOVE_LINK, linked);
        }
        if (!silent.isEmpty()) {
            draft.say(Reason.DECLARATIONS_MISSING, silent.size(), new Quantity(Noun.OF_MEMBERS, all), silent)
                    .advise(Reason.COLLECT_DECLARATIONS, silent);
        }
    }

    private static Entry entry(Member member, Part declaration) {
        var conclusion = declaration.conclusion();
        if (conclusion == null) {
            var nothing = new Fact(Fact.Code.DECLARATION, UNKNOWN.name(), Source.NONE);
            return new Entry(member.subject(), State.UNKNOWN, declaration.said(), List.of(nothing));
        }
        var fact = new Fact(Fact.Code.DECLARATION, declaration.outcome().name(), conclusion.source());
        return declaration.outcome() == MET
                ? new Entry(member.subject(), null, Message.of(Reason.DECLARED_UNLINKED), List.of(fact))
                : new Entry(member.subject(), State.NOT_QUALIFIED, Message.of(Reason.DECLARED_LINK), List.of(fact));
    }

    private static List<Subject> subjects(FindingDraft draft, State state) {
        return draft.in(state).map(Entry::subject).toList();
    }
}
