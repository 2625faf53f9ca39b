package ru.mos.clusters.eligibility.rule;

import java.util.List;
import java.util.UUID;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Paper;

/**
 * A decision, asked for by one person and given by another, not to hold a condition against a cluster for a time. It says
 * nothing about facts: the condition keeps the outcome that facts give it.
 *
 * @param parts of the condition that are waived; empty: the whole
 * @param statement why
 * @param citation the paragraph that allows it
 * @param requestedBy login of who asked for it
 * @param by login of who gave it
 */
public record RecordedWaiver(
        UUID id,
        RuleCode rule,
        List<String> parts,
        String statement,
        Citation citation,
        Paper document,
        String requestedBy,
        String by,
        DatePeriod period) {

    /** Whether it waives a part of its condition. */
    public boolean covers(PartRef part) {
        return parts.isEmpty()
                || parts.stream().flatMap(name -> PartRef.named(name).stream()).anyMatch(part::isSame);
    }

    /** Act, edition and paragraph, as they stand in a sentence. */
    Message basis() {
        var edition = citation.edition();
        return edition == null
                ? Message.of(Reason.ACT_PARAGRAPH, citation.act(), citation.paragraph())
                : Message.of(Reason.ACT_EDITION_PARAGRAPH, citation.act(), edition, citation.paragraph());
    }

    /** What it does to a condition that came to an outcome, and for how long. */
    public Message said(Outcome effect) {
        var last = period.until().minusDays(1);
        return parts.isEmpty() || effect == Outcome.MET
                ? Message.of(Reason.WAIVED, basis(), last)
                : Message.of(Reason.WAIVED_IN_PART, basis(), last);
    }

    /**
     * A waiver as a finding bears it.
     *
     * @param effect what the finding counts as in the whole
     */
    public record Applied(RecordedWaiver waiver, Outcome effect) {}
}
