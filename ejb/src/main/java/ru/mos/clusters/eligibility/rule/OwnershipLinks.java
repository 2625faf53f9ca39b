package ru.mos.clusters.eligibility.rule;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.Finding.Fact;
import ru.mos.clusters.platform.Inn;

/**
 * What sources of ownership show of links among the members of a cluster on a day.
 *
 * @param pairs linked members, and those whom only a person can tell apart, in the order of their INNs
 * @param members what is known of each member
 * @param declarationFillsGaps whether a member's own declaration stands for what no source shows of it
 */
public record OwnershipLinks(List<Pair> pairs, Map<Inn, Known> members, boolean declarationFillsGaps) {

    /**
     * Two members.
     *
     * @param certain false where persons of one name may or may not be one
     * @param said why they are linked, or what must be told apart
     * @param proof the facts that suffice
     */
    public record Pair(Inn one, Inn other, boolean certain, Message said, List<Fact> proof) {}

    /**
     * What is known of a member.
     *
     * @param gaps what could link it to another and is not known; empty where nothing could
     * @param facts what was looked at
     */
    public record Known(List<Message> gaps, List<Fact> facts) {

        /** Whether nothing but what no source shows is missing: a search given up may have missed what one does show. */
        boolean wasSearched() {
            return gaps.stream().noneMatch(gap -> gap.reason() == Reason.GAP_WORK_LIMIT);
        }
    }

    /** Whether the member's declaration stands for what is not known of it. */
    boolean isDeclarationEnough(Known known) {
        return declarationFillsGaps && known.wasSearched();
    }

    Known of(Subject member) {
        @Nullable Known known = members.get(member.inn());
        return known == null ? new Known(List.of(Message.of(Reason.GAP_NO_EXTRACT, member)), List.of()) : known;
    }
}
