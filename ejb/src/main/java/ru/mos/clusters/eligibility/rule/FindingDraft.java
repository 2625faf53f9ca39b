package ru.mos.clusters.eligibility.rule;

import static java.util.Comparator.comparing;
import static ru.mos.clusters.eligibility.rule.Outcome.MANUAL;
import static ru.mos.clusters.eligibility.rule.Outcome.MET;
import static ru.mos.clusters.eligibility.rule.Outcome.NOT_MET;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.Finding.Count;
import ru.mos.clusters.eligibility.rule.Finding.Entry;
import ru.mos.clusters.eligibility.rule.Finding.Part;
import ru.mos.clusters.eligibility.rule.Finding.State;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Fraction;

/** A finding while its condition is being checked: the outcome follows from what was computed and from the parts. */
final class FindingDraft {

    private final RuleCode rule;
    private final Citation citation;
    private final List<Outcome> computed = new ArrayList<>();
    private Count measured = new Count(0, 0);
    private Count required = new Count(0, 0);
    private @Nullable Fraction share;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Message> warnings = new ArrayList<>();
    private final List<Message> explanation = new ArrayList<>();
    private final List<Message> remedies = new ArrayList<>();

    FindingDraft(RuleCode rule, Citation citation) {
        this.rule = rule;
        this.citation = citation;
    }

    FindingDraft measured(int count, int of) {
        measured = new Count(count, of);
        return this;
    }

    FindingDraft required(int count, int of) {
        required = new Count(count, of);
        return this;
    }

    FindingDraft share(Fraction least) {
        share = least;
        return this;
    }

    FindingDraft computed(Outcome outcome) {
        computed.add(outcome);
        return this;
    }

    FindingDraft enter(Entry entry) {
        entries.add(entry);
        return this;
    }

    FindingDraft part(Part part) {
        parts.add(part);
        return this;
    }

    FindingDraft warn(Reason reason, Object... arguments) {
        warnings.add(Message.of(reason, arguments));
        return this;
    }

    FindingDraft say(Reason reason, Object... arguments) {
        explanation.add(Message.of(reason, arguments));
        return this;
    }

    FindingDraft advise(Reason reason, Object... arguments) {
        remedies.add(Message.of(reason, arguments));
        return this;
    }

    /** Names who did not count, and why; partners, who never do, as a number. */
    FindingDraft sayWhoIsNotCounted() {
        var refused =
                Stream.of(State.OUT, State.NOT_QUALIFIED).flatMap(this::in).toList();
        if (!refused.isEmpty()) {
            say(
                    Reason.NOT_COUNTED,
                    refused.stream()
                            .map(entry -> Message.of(Reason.BECAUSE, entry.subject(), entry.why()))
                            .toList());
        }
        var unknown = in(State.UNKNOWN).map(Entry::subject).toList();
        if (!unknown.isEmpty()) {
            say(Reason.STATUS_UNKNOWN, unknown);
        }
        long partners = in(State.PARTNER).count();
        if (partners > 0) {
            say(Reason.PARTNERS_ASIDE, new Message.Quantity(Message.Noun.PARTNERS, partners));
        }
        return this;
    }

    /** Entries that did not count for this reason, by INN. */
    Stream<Entry> in(State state) {
        return entries.stream()
                .filter(entry -> entry.state() == state)
                .sorted(comparing(entry -> entry.subject().inn()));
    }

    /**
     * What a person has confirmed or refused, or must still say, and what is waived, is told of every condition in the same
     * way.
     */
    Finding close(ClusterFacts facts) {
        var confirmed = concluded(MET);
        if (!confirmed.isEmpty()) {
            say(Reason.CONFIRMED_BY_CONCLUSION, confirmed);
        }
        var refused = concluded(NOT_MET);
        if (!refused.isEmpty()) {
            say(Reason.REFUSED_BY_CONCLUSION, refused).advise(Reason.MEND_AND_CONCLUDE_ANEW, refused);
        }
        var open = codes(part -> part.outcome() == MANUAL);
        if (!open.isEmpty()) {
            say(Reason.NEEDS_CONCLUSION, open).advise(Reason.RECORD_CONCLUSION, open);
        }
        var waiver = facts.waiver(rule).map(this::applied).orElse(null);
        if (waiver != null) {
            explanation.add(waiver.waiver().said(waiver.effect()));
        }
        return new Finding(
                rule,
                outcome(part -> true),
                measured,
                required,
                share,
                listed(entry -> entry.state() == null),
                listed(entry -> entry.state() != null),
                List.copyOf(parts),
                List.copyOf(warnings),
                citation,
                List.copyOf(explanation),
                waiver != null && waiver.effect() == MET ? List.of() : List.copyOf(remedies),
                waiver);
    }

    /** What the condition comes to by what was computed and by some of its parts. */
    private Outcome outcome(Predicate<Part> which) {
        return Outcome.prevailing(
                Stream.concat(computed.stream(), parts.stream().filter(which).map(Part::outcome)));
    }

    /** Null where the waiver has nothing to waive. */
    private RecordedWaiver.@Nullable Applied applied(RecordedWaiver waiver) {
        Predicate<Part> covered = part -> waiver.covers(part.ref());
        boolean whole = waiver.parts().isEmpty();
        if (whole ? outcome(part -> true) == MET : outcomeOfParts(covered) == MET) {
            return null;
        }
        return new RecordedWaiver.Applied(waiver, whole ? MET : outcome(covered.negate()));
    }

    private Outcome outcomeOfParts(Predicate<Part> which) {
        return Outcome.prevailing(parts.stream().filter(which).map(Part::outcome));
    }

    /** Declarations are told by the names of those who made them instead. */
    private List<PartCode> concluded(Outcome outcome) {
        return codes(part -> part.outcome() == outcome
                && part.conclusion() != null
                && part.ref().code() != PartCode.DECLARATION);
    }

    private List<PartCode> codes(Predicate<Part> which) {
        return parts.stream().filter(which).map(part -> part.ref().code()).toList();
    }

    private List<Entry> listed(Predicate<Entry> which) {
        return entries.stream()
                .filter(which)
                .sorted(comparing(entry -> entry.subject().inn()))
                .toList();
    }
}
