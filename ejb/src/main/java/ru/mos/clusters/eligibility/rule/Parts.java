package ru.mos.clusters.eligibility.rule;

import java.util.List;
import ru.mos.clusters.eligibility.rule.Finding.Part;

/** Parts that a person answers: closed by the conclusion in force on the day, open without one. */
final class Parts {

    private Parts() {}

    /** Waits for a person until there is a conclusion. */
    static Part manual(PartCode code, ClusterFacts facts) {
        return asked(PartRef.of(code), Outcome.MANUAL, Message.of(Reason.PART_OPEN), facts);
    }

    /** As the conclusion says; without one {@code open}, with what to say then. */
    static Part asked(PartRef ref, Outcome open, Message said, ClusterFacts facts) {
        return facts.conclusion(ref)
                .map(conclusion -> new Part(ref, conclusion.outcome(), said, conclusion, List.of()))
                .orElseGet(() -> new Part(ref, open, said, null, List.of()));
    }
}
