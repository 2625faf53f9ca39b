package ru.mos.clusters.eligibility.rule;

import java.time.Instant;
import java.util.UUID;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Paper;

/**
 * A person's answer to what only a person can say.
 *
 * @param met the answer
 * @param by login of who recorded it
 * @param recordedAt decides between two answers to one question
 */
public record RecordedConclusion(
        UUID id,
        PartRef part,
        boolean met,
        String statement,
        String by,
        Instant recordedAt,
        DatePeriod period,
        Paper document) {

    Outcome outcome() {
        return met ? Outcome.MET : Outcome.NOT_MET;
    }

    /** The record itself, dated by its paper. */
    public Source source() {
        var kind = part.code() == PartCode.DECLARATION ? Source.Kind.DECLARATION : Source.Kind.CONCLUSION;
        return new Source(kind, document.date(), id.toString());
    }
}
