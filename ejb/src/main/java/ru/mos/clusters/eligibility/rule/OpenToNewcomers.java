package ru.mos.clusters.eligibility.rule;

import static ru.mos.clusters.eligibility.rule.Outcome.MANUAL;
import static ru.mos.clusters.eligibility.rule.Outcome.MET;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ru.mos.clusters.eligibility.rule.ClusterFacts.Document;
import ru.mos.clusters.eligibility.rule.Finding.Fact;
import ru.mos.clusters.eligibility.rule.Finding.Part;
import ru.mos.clusters.eligibility.rule.Message.Noun;
import ru.mos.clusters.eligibility.rule.Message.Quantity;
import ru.mos.clusters.platform.Citation;

/**
 * E5: by document, nothing hinders new participants from joining. That a document of an allowed kind is in force is seen
 * from the cluster's records; what it says, a person confirms point by point. What is done is heard too: a refusal that
 * names no listed ground warns for a while, but decides nothing.
 *
 * @param documentKinds kinds of documents that may lay down how one joins
 */
record OpenToNewcomers(Set<String> documentKinds, Citation citation) implements Rule {

    private static final List<PartCode> CHECK_LIST = List.of(
            PartCode.NO_CLOSED_LIST,
            PartCode.NO_VETO,
            PartCode.NO_DISCRIMINATORY_FEE,
            PartCode.ANSWER_TERM,
            PartCode.REFUSAL_GROUNDS,
            PartCode.RIGHT_TO_APPEAL);

    @Override
    public Finding check(ClusterFacts facts) {
        var parts = new ArrayList<Part>();
        parts.add(document(facts));
        CHECK_LIST.forEach(code -> parts.add(Parts.manual(code, facts)));
        int closed = (int) parts.stream().filter(part -> part.outcome() == MET).count();

        var draft = new FindingDraft(RuleCode.E5, citation)
                .measured(closed, parts.size())
                .required(parts.size(), parts.size())
                .say(Reason.POINTS, closed, new Quantity(Noun.OF_POINTS, parts.size()));
        if (parts.get(0).outcome() == MANUAL) {
            draft.advise(Reason.FILE_ADMISSION_DOCUMENT);
        }
        var refusals = facts.refusals();
        if (refusals != null) {
            draft.warn(Reason.REFUSED_WITHOUT_GROUND, refusals.months(), refusals.count(), refusals.latest());
        }
        parts.forEach(draft::part);
        return draft.close(facts);
    }

    private Part document(ClusterFacts facts) {
        var ref = PartRef.of(PartCode.ADMISSION_DOCUMENT);
        var filed = facts.documents(documentKinds);
        if (filed.isEmpty()) {
            return Parts.asked(ref, MANUAL, Message.of(Reason.ADMISSION_DOCUMENT_MISSING), facts);
        }
        var said = filed.stream()
                .map(document -> Message.of(Reason.ADMISSION_DOCUMENT_FILED, document.title(), document.date()))
                .findFirst()
                .get();
        return new Part(
                ref, MET, said, null, filed.stream().map(OpenToNewcomers::fact).toList());
    }

    private static Fact fact(Document document) {
        var source = new Source(
                Source.Kind.CLUSTER_DOCUMENT, document.date(), document.id().toString());
        return new Fact(Fact.Code.ADMISSION_DOCUMENT, document.kind(), source);
    }
}
