package ru.mos.clusters.eligibility.rule;

import static ru.mos.clusters.eligibility.rule.Finding.Fact.Code.LEGAL_FORM;
import static ru.mos.clusters.eligibility.rule.Finding.Fact.Code.ORGANISATION_SINCE;
import static ru.mos.clusters.eligibility.rule.Outcome.MANUAL;
import static ru.mos.clusters.eligibility.rule.Outcome.MET;
import static ru.mos.clusters.eligibility.rule.Outcome.NOT_MET;
import static ru.mos.clusters.eligibility.rule.Source.Kind.ORGANISATION_NAME;

import java.util.List;
import java.util.Set;
import ru.mos.clusters.eligibility.rule.ClusterFacts.Organisation;
import ru.mos.clusters.eligibility.rule.Finding.Fact;
import ru.mos.clusters.eligibility.rule.Finding.Part;
import ru.mos.clusters.eligibility.rule.Message.Noun;
import ru.mos.clusters.eligibility.rule.Message.Quantity;
import ru.mos.clusters.platform.Citation;

/**
 * E1: the cluster organisation is a separate legal entity that unites the participants, for goals that match the city's.
 *
 * <p>A form without membership unites nobody. The form is the recorded one; where none is recorded, the one with which
 * the registered name plainly begins; only where the name tells nothing either is a person asked. So a conclusion never
 * outweighs a form that is known: whoever thinks it wrong records the right one from a document.
 *
 * @param withoutMembership forms that have no members
 */
record UnitedByOrganisation(Set<LegalForm> withoutMembership, Citation citation) implements Rule {

    @Override
    public Finding check(ClusterFacts facts) {
        var draft = new FindingDraft(RuleCode.E1, citation);
        int all = facts.members().size();
        draft.measured(all, all).required(Math.max(all, 1), all);
        facts.members().forEach(member -> draft.enter(Entries.united(member)));
        facts.partners().forEach(partner -> draft.enter(Entries.partner(partner)));

        var organisation = facts.organisation();
        if (organisation == null) {
            draft.computed(NOT_MET).say(Reason.NO_ORGANISATION, facts.asOf()).advise(Reason.NAME_ORGANISATION);
        } else {
            var form = legalForm(organisation, facts, draft);
            draft.part(form);
            if (all == 0) {
                draft.computed(NOT_MET).say(Reason.NO_MEMBERS, facts.asOf()).advise(Reason.ADMIT_MEMBERS);
            } else if (form.outcome() != NOT_MET) {
                draft.say(Reason.UNITES, organisation.subject(), new Quantity(Noun.MEMBERS, all));
            }
        }
        return draft.part(Parts.manual(PartCode.GOALS, facts)).close(facts);
    }

    private Part legalForm(Organisation organisation, ClusterFacts facts, FindingDraft draft) {
        var known = known(organisation, draft);
        if (!organisation.subject().inn().isLegalEntity()) {
            draft.say(Reason.NOT_LEGAL_ENTITY).advise(Reason.NAME_ORGANISATION);
            return part(NOT_MET, Message.of(Reason.NOT_LEGAL_ENTITY), known);
        } else if (known.isEmpty()) {
            var asked = Parts.asked(PartRef.of(PartCode.LEGAL_FORM), MANUAL, Message.of(Reason.FORM_UNKNOWN), facts);
            if (asked.outcome() == MANUAL) {
                draft.advise(Reason.RECORD_FORM);
            }
            return asked;
        }
        var form = LegalForm.valueOf(known.get(0).value());
        if (withoutMembership.contains(form)) {
            draft.say(Reason.FORM_REFUSED, organisation.subject(), form).advise(Reason.CHANGE_FORM);
            return part(NOT_MET, Message.of(Reason.FORM_WITHOUT_MEMBERSHIP, form), known);
        }
        return part(MET, Message.of(Reason.FORM_ALLOWED, form), known);
    }

    /** The form first; none where nothing tells it. */
    private static List<Fact> known(Organisation organisation, FindingDraft draft) {
        var since = new Fact(ORGANISATION_SINCE, organisation.since().toString(), organisation.source());
        var name = organisation.subject().name();
        if (organisation.form() != null && organisation.formSource() != null) {
            return List.of(new Fact(LEGAL_FORM, organisation.form().name(), organisation.formSource()), since);
        } else if (name == null || LegalForm.beginning(name).isEmpty()) {
            return List.of();
        }
        var form = LegalForm.beginning(name).get();
        draft.warn(Reason.FORM_BY_NAME, form);
        var source =
                new Source(ORGANISATION_NAME, null, organisation.subject().inn().toString());
        return List.of(new Fact(LEGAL_FORM, form.name(), source), since);
    }

    private static Part part(Outcome outcome, Message said, List<Fact> facts) {
        return new Part(PartRef.of(PartCode.LEGAL_FORM), outcome, said, null, facts);
    }
}
