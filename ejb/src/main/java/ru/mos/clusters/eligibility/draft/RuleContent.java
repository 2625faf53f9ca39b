package ru.mos.clusters.eligibility.draft;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.LegalForm;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.Fraction;

/**
 * All that a version of the rules says. A draft may hold anything, also what cannot be; the gate says what.
 *
 * @param from first day it judges; null: since ever, which only the first version may
 * @param pilot whether it may rest on a draft act alone: every conclusion then says so
 * @param basis the act or order by which the version is made
 */
public record RuleContent(
        @Nullable String nameRu,
        @Nullable String nameEn,
        @Nullable LocalDate from,
        boolean pilot,
        @Nullable Basis basis,
        List<Cited> citations,
        List<Value> parameters,
        List<Example> examples,
        List<Clause> clauses)
        implements Serializable {

    public RuleContent {
        citations = present(citations);
        parameters = present(parameters);
        examples = present(examples);
        clauses = present(clauses);
    }

    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    /** The document behind a version. */
    public record Basis(
            @Nullable String title,
            @Nullable String number,
            @Nullable LocalDate date) implements Serializable {}

    /** A condition and the paragraph of an act's edition behind it. */
    public record Cited(
            @Nullable RuleCode rule,
            @Nullable String act,
            @Nullable LocalDate edition,
            @Nullable String paragraph) implements Serializable {}

    /**
     * A value of a parameter for some days and for one sector or all.
     *
     * @param sector null: every sector that has no value of its own
     * @param from first day; null: since ever
     * @param until first day no more; null: while it lasts
     * @param basis act and paragraph of the value, or whose reading it is
     */
    public record Value(
            @Nullable ParameterCode code,
            @Nullable String sector,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String value,
            @Nullable String basis)
            implements Serializable {

        boolean holdsOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
        }
    }

    /**
     * What a condition must answer to given facts.
     *
     * @param sector whose parameters apply; null: those of all
     * @param on day of the judgement; null: the first day of the version
     */
    public record Example(
            @Nullable RuleCode rule,
            @Nullable String sector,
            @Nullable LocalDate on,
            @Nullable Given given,
            @Nullable Outcome expected)
            implements Serializable {}

    /**
     * Facts of an example; what a condition does not ask of stays out.
     *
     * @param members n: members of the organisation
     * @param smes of them SMEs by the register that counts
     * @param unknown of them of unknown status
     * @param qualified of the SMEs those that are innovative and produce for export
     * @param partners participants outside the organisation, none of them an SME
     * @param form of the organisation
     * @param votes the largest share of votes that one member has in another
     * @param documents kinds of documents filed
     */
    public record Given(
            int members,
            int smes,
            int unknown,
            int qualified,
            int partners,
            @Nullable LegalForm form,
            @Nullable Fraction votes,
            List<String> documents)
            implements Serializable {

        public Given {
            documents = present(documents);
        }

        /** So many members, all of them qualified SMEs, in an association. */
        public static Given of(int members) {
            return new Given(members, members, 0, members, 0, LegalForm.ASSOCIATION, null, List.of());
        }

        Given smes(int count) {
            return new Given(members, count, unknown, Math.min(qualified, count), partners, form, votes, documents);
        }

        Given qualified(int count) {
            return new Given(members, smes, unknown, count, partners, form, votes, documents);
        }

        Given form(LegalForm other) {
            return new Given(members, smes, unknown, qualified, partners, other, votes, documents);
        }

        Given votes(Fraction share) {
            return new Given(members, smes, unknown, qualified, partners, form, share, documents);
        }

        Given documents(String... kinds) {
            return new Given(members, smes, unknown, qualified, partners, form, votes, List.of(kinds));
        }
    }

    /**
     * Lets decisions by an earlier version stand for a while.
     *
     * @param ofVersion whose decisions
     * @param decidedBefore first day whose decisions do not stay valid
     * @param validTo last day on which they are valid
     */
    public record Clause(
            @Nullable Integer ofVersion,
            @Nullable LocalDate decidedBefore,
            @Nullable LocalDate validTo,
            @Nullable String basis)
            implements Serializable {}

    RuleContent parameters(List<Value> other) {
        return new RuleContent(nameRu, nameEn, from, pilot, basis, citations, other, examples, clauses);
    }

    RuleContent examples(List<Example> other) {
        return new RuleContent(nameRu, nameEn, from, pilot, basis, citations, parameters, other, clauses);
    }

    RuleContent from(@Nullable LocalDate day) {
        return new RuleContent(nameRu, nameEn, day, pilot, basis, citations, parameters, examples, clauses);
    }
}
