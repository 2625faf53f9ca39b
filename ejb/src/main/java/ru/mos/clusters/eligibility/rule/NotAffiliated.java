package ru.mos.clusters.eligibility.rule;

import static ru.mos.clusters.eligibility.rule.Outcome.MANUAL;
import static ru.mos.clusters.eligibility.rule.Outcome.MET;
import static ru.mos.clusters.eligibility.rule.Outcome.NOT_MET;
import static ru.mos.clusters.eligibility.rule.Outcome.UNKNOWN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ru.mos.clusters.eligibility.rule.Finding.Entry;
import ru.mos.clusters.eligibility.rule.Finding.Fact;
import ru.mos.clusters.eligibility.rule.Finding.Part;
import ru.mos.clusters.eligibility.rule.Finding.State;
import ru.mos.clusters.eligibility.rule.OwnershipLinks.Known;
import ru.mos.clusters.eligibility.rule.OwnershipLinks.Pair;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Inn;

/**
 * E4: the members are not affiliated, by what sources of ownership show. One proven or declared link refuses; what is not
 * known and could link two members leaves it open, unless the member concerned has declared that there is no link and such
 * declarations count; persons of one name wait for somebody who tells them apart. The cluster organisation links nobody.
 */
record NotAffiliated(Citation citation) implements Rule {

    @Override
    public Finding check(ClusterFacts facts) {
        return new Check(facts, new FindingDraft(RuleCode.E4, citation)).finding();
    }

    /** One check. */
    private static final class Check {

        private final ClusterFacts facts;
        private final FindingDraft draft;
        private final OwnershipLinks links;
        private final Map<Inn, List<Subject>> linked;
        private final List<Subject> byDeclaration = new ArrayList<>();

        Check(ClusterFacts facts, FindingDraft draft) {
            this.facts = facts;
            this.draft = draft;
            links = facts.links();
            linked = linked(facts);
        }

        Finding finding() {
            links.pairs().forEach(this::tell);
            facts.members().forEach(this::enter);
            facts.partners().forEach(partner -> draft.enter(Entries.partner(partner)));
            int all = facts.members().size();
            int pairs = all * (all - 1) / 2;
            long proven = links.pairs().stream().filter(Pair::certain).count();
            int declared = draft.in(State.NOT_QUALIFIED)
                    .filter(entry -> entry.why().reason() == Reason.DECLARED_LINK)
                    .toList()
                    .size();
            draft.measured((int) Math.max(proven, Math.min(declared, Math.max(pairs, 1))), pairs)
                    .required(0, pairs);
            if (all == 0) {
                return draft.computed(NOT_MET)
                        .say(Reason.NO_MEMBERS, facts.asOf())
                        .advise(Reason.ADMIT_MEMBERS)
                        .close(facts);
            }
            explain(all, proven, declared);
            return draft.close(facts);
        }

        private void tell(Pair pair) {
            draft.part(new Part(
                    new PartRef(pair.certain() ? PartCode.LINK : PartCode.SAME_NAME, pair.one(), pair.other()),
                    pair.certain() ? NOT_MET : MANUAL,
                    pair.said(),
                    null,
                    pair.proof()));
        }

        private void enter(Member member) {
            var inn = member.subject().inn();
            var known = links.of(member.subject());
            var declaration =
                    Parts.asked(PartRef.of(PartCode.DECLARATION, inn), UNKNOWN, Message.of(Reason.NOT_DECLARED), facts);
            boolean declares = declaration.conclusion() != null;
            if (declares || !known.gaps().isEmpty()) {
                draft.part(part(declaration, known, declares));
            }
            draft.enter(entry(member.subject(), known, declaration));
        }

        /** What is not known of the member, unless its declaration answers. */
        private Part part(Part declaration, Known known, boolean declares) {
            if (declares
                    && (declaration.outcome() == NOT_MET
                            || known.gaps().isEmpty()
                            || links.isDeclarationEnough(known))) {
                return declaration;
            }
            return new Part(
                    declaration.ref(),
                    UNKNOWN,
                    Message.of(Reason.GAPS, known.gaps()),
                    links.isDeclarationEnough(known) ? declaration.conclusion() : null,
                    known.facts());
        }

        private Entry entry(Subject subject, Known known, Part declaration) {
            var linkedTo = linked.getOrDefault(subject.inn(), List.of());
            var facts = new ArrayList<>(known.facts());
            var conclusion = declaration.conclusion();
            if (conclusion != null) {
                facts.add(new Fact(Fact.Code.DECLARATION, declaration.outcome().name(), conclusion.source()));
            }
            if (!linkedTo.isEmpty()) {
                return new Entry(subject, State.NOT_QUALIFIED, Message.of(Reason.LINKED_TO, linkedTo), facts);
            }
            if (conclusion != null && declaration.outcome() == NOT_MET) {
                return new Entry(subject, State.NOT_QUALIFIED, Message.of(Reason.DECLARED_LINK), facts);
            }
            if (known.gaps().isEmpty()) {
                return new Entry(subject, null, Message.of(Reason.UNLINKED), facts);
            }
            if (conclusion != null && declaration.outcome() == MET && links.isDeclarationEnough(known)) {
                byDeclaration.add(subject);
                return new Entry(subject, null, Message.of(Reason.DECLARED_UNLINKED), facts);
            }
            return new Entry(subject, State.UNKNOWN, Message.of(Reason.GAPS, known.gaps()), facts);
        }

        /** By member those it is certainly linked to, in the order of the pairs. */
        private static Map<Inn, List<Subject>> linked(ClusterFacts facts) {
            var members = facts.members().stream().map(Member::subject).collect(Collectors.groupingBy(Subject::inn));
            var linked = new HashMap<Inn, List<Subject>>();
            for (var pair : facts.links().pairs()) {
                if (pair.certain()) {
                    linked.computeIfAbsent(pair.one(), any -> new ArrayList<>())
                            .addAll(members.getOrDefault(pair.other(), List.of()));
                    linked.computeIfAbsent(pair.other(), any -> new ArrayList<>())
                            .addAll(members.getOrDefault(pair.one(), List.of()));
                }
            }
            return linked;
        }

        private void explain(int all, long proven, int declared) {
            var unknown = subjects(State.UNKNOWN);
            if (proven > 0) {
                draft.say(
                                Reason.PAIRS_LINKED,
                                proven,
                                links.pairs().stream()
                                        .filter(Pair::certain)
                                        .map(Pair::said)
                                        .toList())
                        .advise(Reason.REMOVE_LINK, subjects(State.NOT_QUALIFIED));
            }
            if (declared > 0) {
                draft.say(Reason.LINK_DECLARED, declaredLinks());
                if (proven == 0) {
                    draft.advise(Reason.REMOVE_LINK, declaredLinks());
                }
            }
            if (!unknown.isEmpty()) {
                draft.say(Reason.OWNERS_UNKNOWN, unknown).advise(Reason.SHOW_OWNERS, unknown);
            }
            if (links.pairs().stream().anyMatch(pair -> !pair.certain())) {
                draft.say(Reason.NAMES_TO_TELL_APART).advise(Reason.TELL_NAMES_APART);
            }
            if (proven + declared + unknown.size() == 0 && links.pairs().isEmpty()) {
                draft.say(byDeclaration.size() == all ? Reason.ALL_DECLARED : Reason.NONE_LINKED, all);
            }
            if (!byDeclaration.isEmpty()) {
                draft.warn(
                        byDeclaration.size() == all ? Reason.BY_DECLARATION : Reason.PARTLY_BY_DECLARATION,
                        byDeclaration);
            }
        }

        private List<Subject> declaredLinks() {
            return draft.in(State.NOT_QUALIFIED)
                    .filter(entry -> entry.why().reason() == Reason.DECLARED_LINK)
                    .map(Entry::subject)
                    .toList();
        }

        private List<Subject> subjects(State state) {
            return draft.in(state).map(Entry::subject).toList();
        }
    }
}
