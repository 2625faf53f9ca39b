package ru.mos.clusters.eligibility.rule;

import java.util.List;
import ru.mos.clusters.platform.Fraction;

/**
 * What is to be said to a person, before any language: which sentence, and what it speaks of. Arguments are numbers,
 * dates, texts, {@link Subject}s, {@link Quantity}s, {@link Percent}s, enum constants, further messages, and lists of these.
 */
public record Message(Reason reason, List<Object> arguments) {

    public static Message of(Reason reason, Object... arguments) {
        return new Message(reason, List.of(arguments));
    }

    /** An exact share that is read in per cent. */
    public record Percent(Fraction share) {}

    /** A number with its noun, which the language inflects. */
    public record Quantity(Noun noun, long number) {}

    /** Nouns, and short clauses, that follow a number. */
    public enum Noun {
        /** "7 participants" */
        MEMBERS,
        /** "of 7 participants" */
        OF_MEMBERS,
        /** "are SMEs", after "5 of 7 participants" */
        ARE_SMES,
        /** "are innovative or producing, exporting SMEs" */
        ARE_QUALIFIED,
        /** "one more SME is needed" */
        MORE_SMES,
        /** "one more qualified SME is needed" */
        MORE_QUALIFIED,
        /** "that one who is no SME leaves" */
        LEAVERS,
        /** "at least 2 participants" */
        AT_LEAST_MEMBERS,
        /** "2 partners" */
        PARTNERS,
        /** "of 7 points" */
        OF_POINTS,
        /** "and 3 more", at the end of a long list */
        OTHERS
    }
}
