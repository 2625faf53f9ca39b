package ru.mos.clusters.eligibility.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.Finding.Entry;
import ru.mos.clusters.eligibility.rule.Finding.Fact;
import ru.mos.clusters.eligibility.rule.Finding.State;

/** How participants stand in a finding. */
final class Entries {

    private Entries() {}

    /** Counted as one of those whom the organisation unites. */
    static Entry united(Member member) {
        var facts = List.of(
                new Fact(Fact.Code.MEMBER_SINCE, member.since().toString(), member.membership()),
                new Fact(Fact.Code.ROLES, String.join(",", member.roles()), member.membership()));
        return new Entry(member.subject(), null, Message.of(Reason.UNITED, member.since()), facts);
    }

    /** Outside the organisation, and so outside what the conditions count. */
    static Entry partner(Member partner) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(Fact.Code.MEMBER_OF_ORGANISATION, "false", partner.membership()));
        facts.addAll(SmeCheck.facts(partner));
        return new Entry(partner.subject(), State.PARTNER, Message.of(Reason.PARTNER), facts);
    }

    /** By standing in the register: in counts, anything else does not. */
    static Entry bySme(Member member, SmeCheck.Answer answer) {
        @Nullable
        State state =
                switch (answer.status()) {
                    case IN -> null;
                    case OUT -> State.OUT;
                    case UNKNOWN -> State.UNKNOWN;
                };
        return new Entry(member.subject(), state, answer.why(), SmeCheck.facts(member));
    }
}
