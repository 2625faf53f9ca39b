package ru.mos.clusters.call.assessment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.assessment.ConflictFacts.Belongs;
import ru.mos.clusters.ownership.AffiliationView.Edge;
import ru.mos.clusters.ownership.Closeness;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Inn;

/**
 * What makes somebody partial: one finding for each reason, each with its proof. A share is too large whatever its size; what
 * is not known speaks against nobody, but is told.
 *
 * <p>Source: draft Concept of cluster policy, principle 6; {@code domain.md} §1.2 and §5.3; 135-ФЗ art. 9, 948-1 art. 4.
 */
final class ConflictRules {

    private final ConflictFacts facts;
    private final Set<ConflictFinding> findings = new LinkedHashSet<>();

    private ConflictRules(ConflictFacts facts) {
        this.facts = facts;
    }

    static List<ConflictFinding> of(ConflictFacts facts) {
        var rules = new ConflictRules(facts);
        rules.participation();
        facts.closeness().direct().forEach(rules::direct);
        facts.closeness().linked().forEach(rules::linked);
        rules.standing();
        rules.deeds();
        return List.copyOf(rules.findings);
    }

    private void participation() {
        for (var participant : facts.participants()) {
            if (participant.equals(facts.person()) || facts.enterprises().contains(participant)) {
                findings.add(ConflictFinding.of(ConflictKind.PARTICIPANT, participant, participant));
            }
            if (facts.relatives().contains(participant)) {
                findings.add(ConflictFinding.of(ConflictKind.RELATIVE, participant, participant));
            }
            if (participant.equals(facts.employer())) {
                findings.add(ConflictFinding.of(ConflictKind.EMPLOYMENT, participant, participant));
            }
        }
    }

    private void direct(Closeness.Direct tie) {
        var subject = tie.subject();
        if (subject == null || !facts.participants().contains(subject)) {
            return;
        }
        findings.add(ConflictFinding.of(kind(tie), tie.own(), subject).because(null, tie.proof()));
    }

    /** The last fact says what is held or directed; a fact before it leads to a relative. */
    private ConflictKind kind(Closeness.Direct tie) {
        if (facts.relatives().contains(tie.own()) || tie.proof().size() > 1) {
            return ConflictKind.RELATIVE;
        }
        if (tie.own().equals(facts.employer())) {
            return ConflictKind.EMPLOYMENT;
        }
        return last(tie.proof()) == EdgeKind.SHAREHOLDING ? ConflictKind.OWNER : ConflictKind.EXECUTIVE;
    }

    private static EdgeKind last(List<Edge> proof) {
        return proof.get(proof.size() - 1).kind();
    }

    /** Not said again where a plainer fact has been found between the two. */
    private void linked(Closeness.Linked link) {
        boolean plain = findings.stream()
                .anyMatch(found ->
                        link.own().equals(found.own()) && link.subject().equals(found.subject()));
        if (plain || !facts.participants().contains(link.subject())) {
            return;
        }
        var kind = link.own().equals(facts.employer())
                ? ConflictKind.EMPLOYMENT
                : facts.relatives().contains(link.own()) ? ConflictKind.RELATIVE : ConflictKind.GROUP;
        findings.add(ConflictFinding.of(kind, link.own(), link.subject()).because(link.reason(), link.proof()));
    }

    private void standing() {
        facts.memberships().stream()
                .filter(one -> !one.inn().equals(facts.employer()))
                .forEach(one -> findings.add(ConflictFinding.of(ConflictKind.MEMBERSHIP, one.inn(), one.inn())
                        .of(one.code())
                        .because(null, holding(one))));
        facts.competing()
                .forEach(one -> findings.add(new ConflictFinding(
                        ConflictKind.COMPETING,
                        one.inn(),
                        one.inn(),
                        null,
                        one.code(),
                        null,
                        null,
                        holding(one),
                        null)));
    }

    /** How the enterprise is the expert's, where ownership shows it. */
    private List<Edge> holding(Belongs one) {
        return facts.closeness().direct().stream()
                .filter(tie -> one.inn().equals(tie.subject()))
                .findFirst()
                .map(Closeness.Direct::proof)
                .orElse(List.of());
    }

    private void deeds() {
        facts.advice()
                .forEach(one -> findings.add(new ConflictFinding(
                        ConflictKind.CONSULTATION,
                        null,
                        one.inn(),
                        one.cluster(),
                        null,
                        one.on(),
                        null,
                        List.of(),
                        null)));
        if (facts.checkedFormally()) {
            findings.add(ConflictFinding.of(ConflictKind.FORMAL_CHECK, null, null));
        }
    }

    /** The own side: whose ties are looked at. */
    static List<Inn> ownSide(@Nullable Inn person, @Nullable Inn employer, Set<Inn> enterprises, Set<Inn> relatives) {
        var own = new ArrayList<Inn>();
        if (person != null) {
            own.add(person);
        }
        if (employer != null) {
            own.add(employer);
        }
        own.addAll(enterprises);
        own.addAll(relatives);
        return own.stream().distinct().toList();
    }
}
