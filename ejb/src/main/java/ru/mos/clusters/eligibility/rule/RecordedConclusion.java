package ru.mos.clusters.eligibility.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.DatePeriod;

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

    /** The paper it rests on. */
    public record Paper(String title, @Nullable String number, LocalDate date) implements java.io.Serializable {}

    Outcome outcome() {
        return met ? Outcome.MET : Outcome.NOT_MET;
    }

    /** The record itself, dated by its paper. */
    public Source source() {
        var kind = part.code() == PartCode.DECLARATION ? Source.Kind.DECLARATION : Source.Kind.CONCLUSION;
        return new Source(kind, document.date(), id.toString());
    }
}
