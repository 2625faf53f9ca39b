package ru.mos.clusters.eligibility;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Finding;
import ru.mos.clusters.eligibility.rule.Finding.Entry;
import ru.mos.clusters.eligibility.rule.Finding.Part;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.RecordedWaiver;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.eligibility.rule.Verdict;
import ru.mos.clusters.platform.Inn;

/**
 * What changed from one verdict on a cluster to another. Conditions that came to the same and count the same participants
 * are left out.
 */
public record VerdictDifference(Eligibility before, Eligibility after, List<FindingChange> findings)
        implements Serializable {

    /** How a participant counts in a condition. */
    public enum Counting {
        /** It takes no part in the cluster. */
        ABSENT,
        COUNTED,
        OUT,
        UNKNOWN,
        NOT_QUALIFIED,
        PARTNER
    }

    /** What became of a waiver. */
    public enum WaiverTurn {
        BEGAN,
        ENDED,
        REPLACED
    }

    /**
     * A waiver that began or ended to keep a condition from being held against the cluster.
     *
     * @param message the waiver in words: the one that began, else the one that ended
     */
    public record WaiverChange(WaiverTurn turn, Outcome before, Outcome after, String message)
            implements Serializable {}

    /**
     * A condition that came to something else, counts somebody otherwise, or is waived otherwise.
     *
     * @param name of the condition
     * @param waiver null where nothing changed about it
     */
    public record FindingChange(
            RuleCode rule,
            String name,
            Outcome before,
            Outcome after,
            VerdictView.Measure measuredBefore,
            VerdictView.Measure measuredAfter,
            List<MemberChange> members,
            List<PartChange> parts,
            @Nullable WaiverChange waiver)
            implements Serializable {}

    /**
     * A participant that counts otherwise.
     *
     * @param why as the later verdict says, or the earlier one where the participant has left
     */
    public record MemberChange(Inn inn, @Nullable String name, Counting before, Counting after, String why)
            implements Serializable {}

    /** A part of a condition that came to something else. */
    public record PartChange(String code, String name, Outcome before, Outcome after) implements Serializable {}

    static VerdictDifference between(Verdict before, Verdict after, Wording wording) {
        var changes = IntStream.range(0, after.findings().size())
                .mapToObj(i -> change(before.findings().get(i), after.findings().get(i), wording))
                .filter(change -> change.before() != change.after()
                        || !change.members().isEmpty()
                        || !change.parts().isEmpty()
                        || change.waiver() != null)
                .toList();
        return new VerdictDifference(before.outcome(), after.outcome(), changes);
    }

    private static FindingChange change(Finding before, Finding after, Wording wording) {
        return new FindingChange(
                after.rule(),
                wording.of(after.rule()),
                before.outcome(),
                after.outcome(),
                new VerdictView.Measure(
                        before.measured().count(), before.measured().of(), null),
                new VerdictView.Measure(
                        after.measured().count(), after.measured().of(), null),
                members(before, after, wording),
                parts(before, after, wording),
                waiver(before, after, wording));
    }

    private static @Nullable WaiverChange waiver(Finding before, Finding after, Wording wording) {
        var was = before.waiver();
        var is = after.waiver();
        var told = is == null ? was : is;
        if (told == null || (was != null && is != null && alike(was, is))) {
            return null;
        }
        var turn = was == null ? WaiverTurn.BEGAN : is == null ? WaiverTurn.ENDED : WaiverTurn.REPLACED;
        return new WaiverChange(
                turn,
                before.effect(),
                after.effect(),
                wording.sentence(List.of(told.waiver().said(told.effect()))));
    }

    private static boolean alike(RecordedWaiver.Applied one, RecordedWaiver.Applied other) {
        return one.waiver().id().equals(other.waiver().id()) && one.effect() == other.effect();
    }

    private static List<MemberChange> members(Finding before, Finding after, Wording wording) {
        var was = entries(before);
        var is = entries(after);
        var all = new TreeSet<>(was.keySet());
        all.addAll(is.keySet());
        var changes = new ArrayList<MemberChange>();
        for (var inn : all) {
            var earlier = was.get(inn);
            var later = is.get(inn);
            if (counting(earlier) != counting(later)) {
                var told = Objects.requireNonNull(later == null ? earlier : later);
                changes.add(new MemberChange(
                        inn, told.subject().name(), counting(earlier), counting(later), wording.of(told.why())));
            }
        }
        return changes;
    }

    private static Map<Inn, Entry> entries(Finding finding) {
        var entries = new HashMap<Inn, Entry>();
        Stream.of(finding.counted(), finding.notCounted())
                .flatMap(List::stream)
                .forEach(entry -> entries.put(entry.subject().inn(), entry));
        return entries;
    }

    private static Counting counting(@Nullable Entry entry) {
        if (entry == null) {
            return Counting.ABSENT;
        }
        return entry.state() == null
                ? Counting.COUNTED
                : Counting.valueOf(entry.state().name());
    }

    /** Parts asked in both; declarations come and go with their member. */
    private static List<PartChange> parts(Finding before, Finding after, Wording wording) {
        var was = new HashMap<String, Part>();
        before.parts().forEach(part -> was.put(part.ref().toString(), part));
        var changes = new ArrayList<PartChange>();
        for (var part : after.parts()) {
            var earlier = was.get(part.ref().toString());
            if (earlier != null && earlier.outcome() != part.outcome()) {
                changes.add(new PartChange(
                        part.ref().toString(),
                        Wording.capital(wording.of(part.ref().code())),
                        earlier.outcome(),
                        part.outcome()));
            }
        }
        return changes;
    }
}
