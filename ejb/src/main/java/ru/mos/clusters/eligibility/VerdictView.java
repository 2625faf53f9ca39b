package ru.mos.clusters.eligibility;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Finding;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.PartCode;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.eligibility.rule.Source;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;

/**
 * A verdict as the doors show it; its JSON form is the published trace. Texts that depend on the language stand under the
 * names {@code explanation}, {@code why}, {@code message}, {@code statement} and {@code name} alone: these,
 * {@code knownOn} and {@code digest} are left out of the digest at any depth. Lists of participants stand by INN, findings
 * and parts in the order of the Concept, remedies in the order of doing.
 *
 * @param organisation who unites the participants on the day; null where nobody does
 * @param knownOn instant of the latest change the verdict uses
 * @param traceVersion names the form, so that a later form leaves old digests as they are: {@code 1}, in which the outcome
 *     follows from those of the findings alone; {@code 2}, in which some finding bears a waiver and counts as its effect says
 * @param digest SHA-256, lower-case hex, of the RFC 8785 form of the rest
 */
public record VerdictView(
        ClusterRef cluster,
        @Nullable OrganisationRef organisation,
        LocalDate asOf,
        Instant knownOn,
        RuleSetRef ruleSet,
        String traceVersion,
        Eligibility outcome,
        String explanation,
        List<FindingView> findings,
        @Nullable String digest)
        implements Serializable {

    /** This verdict with its digest. */
    VerdictView digested() {
        return new VerdictView(
                cluster,
                organisation,
                asOf,
                knownOn,
                ruleSet,
                traceVersion,
                outcome,
                explanation,
                findings,
                TraceDigest.of(this));
    }

    /** The cluster judged. */
    public record ClusterRef(UUID id, String code, String name) implements Serializable {}

    /** The organisation that unites the participants; its name null where no source names it. */
    public record OrganisationRef(Inn inn, @Nullable String name) implements Serializable {}

    /** The rules it was judged by. */
    public record RuleSetRef(String code, int version) implements Serializable {}

    /**
     * One condition.
     *
     * @param name title of the condition
     * @param waiver that keeps the condition, or parts of it, from being held against the cluster; null where none does
     */
    public record FindingView(
            RuleCode rule,
            String name,
            Outcome outcome,
            Measure measured,
            Measure required,
            List<EntryView> counted,
            List<EntryView> notCounted,
            List<PartView> parts,
            List<Notice> warnings,
            @Nullable Waiver waiver,
            Citation citation,
            String explanation,
            List<Notice> remedies)
            implements Serializable {}

    /**
     * A recorded decision not to hold a condition against the cluster.
     *
     * @param parts of the condition that are waived; empty: the whole
     * @param effect what the condition counts as in the whole
     * @param by login of who gave it
     * @param statement why
     * @param validTo last day
     * @param explanation the waiver in words
     */
    public record Waiver(
            UUID id,
            List<String> parts,
            Outcome effect,
            String requestedBy,
            String by,
            String statement,
            Citation citation,
            Paper document,
            LocalDate validFrom,
            LocalDate validTo,
            String explanation)
            implements Serializable {}

    /**
     * So many of so many.
     *
     * @param share the share behind a required number, where the condition names one
     */
    public record Measure(int count, int of, @Nullable Fraction share) implements Serializable {}

    /**
     * A participant in a condition.
     *
     * @param name as on record; null where no source names it
     * @param state why it did not count; null where it did
     * @param reason code of {@code why}
     */
    public record EntryView(
            Inn inn,
            @Nullable String name,
            Finding.@Nullable State state,
            String reason,
            String why,
            List<FactView> facts)
            implements Serializable {}

    /** A fact used. */
    public record FactView(Finding.Fact.Code fact, String name, String value, SourceView source)
            implements Serializable {}

    /** Where a fact stands. */
    public record SourceView(
            Source.Kind kind,
            @Nullable LocalDate date,
            @Nullable String reference,
            String name) implements Serializable {}

    /**
     * What a person is asked, or facts have answered.
     *
     * @param code as conclusions name it: {@code GOALS}, {@code DECLARATION:7700000016}
     * @param topic the code without the participant
     * @param inn the participant asked about; null where the cluster is
     * @param statement of the conclusion in force; else what the facts say, or what is missing
     * @param by login of who recorded the conclusion; null without one
     * @param source null while nothing is on record
     * @param conclusion the conclusion in force; null without one
     */
    public record PartView(
            String code,
            PartCode topic,
            @Nullable Inn inn,
            String name,
            Outcome outcome,
            String statement,
            @Nullable String by,
            @Nullable SourceView source,
            @Nullable ConclusionRef conclusion,
            List<FactView> facts)
            implements Serializable {}

    /**
     * The conclusion that closed a part.
     *
     * @param validTo last day; null while it lasts
     */
    public record ConclusionRef(
            UUID id,
            String documentTitle,
            @Nullable String documentNumber,
            LocalDate documentDate,
            LocalDate validFrom,
            @Nullable LocalDate validTo)
            implements Serializable {}

    /** A code for programs with a text for people. */
    public record Notice(String code, String message) implements Serializable {}
}
