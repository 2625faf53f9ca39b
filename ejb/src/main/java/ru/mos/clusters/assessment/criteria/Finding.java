package ru.mos.clusters.assessment.criteria;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;

/**
 * What one criterion comes to, so that a court could read it.
 *
 * @param size the sizes that are left possible; null for criteria that measure none
 * @param lines value beside limit, fact by fact
 * @param bases the paragraphs used
 * @param missing what is not known; of a settled criterion it could not have decided
 */
public record Finding(
        Criterion criterion,
        Outcome outcome,
        @Nullable SizeRange size,
        List<Line> lines,
        List<Basis> bases,
        List<Gap> missing) {

    /** The criteria in the order in which the law asks them. */
    public enum Criterion {
        LEGAL_FORM,
        OWNERSHIP,
        HEADCOUNT,
        TURNOVER,
        /** The larger of the two sizes, year by year, and when it moves the category. */
        CATEGORY
    }

    public Finding {
        lines = List.copyOf(lines);
        bases = bases.stream().distinct().toList();
        missing = missing.stream().distinct().toList();
    }

    /** Something missing, of a year or about somebody. */
    public record Gap(
            GapCode code, @Nullable Integer year, @Nullable String whom) {}

    /**
     * A fact beside what the law asks of it.
     *
     * @param year null where it is of no year
     * @param who a holder by name; null otherwise
     * @param value as a word, a whole number or roubles; null where nothing is known, or where it is a share
     * @param share of a holder or of a sum of holders
     * @param limit the same for what the law allows
     * @param size sizes that the value leaves possible
     */
    public record Line(
            Code code,
            @Nullable Integer year,
            @Nullable String who,
            @Nullable String value,
            @Nullable Fraction share,
            @Nullable String limit,
            @Nullable Fraction most,
            Outcome outcome,
            @Nullable SizeRange size,
            @Nullable Source source) {

        /** What the line is about. */
        public enum Code {
            FORM,
            /** A flag that stands for the condition on shares. */
            ALTERNATIVE,
            /** Only headcount and turnover of this form are tested. */
            SHARES_NOT_ASKED,
            /** The condition on shares is not written for this form. */
            SHARES_NOT_FOR_FORM,
            SUM,
            HOLDER,
            HEADCOUNT,
            HEADCOUNT_ALL,
            /** An entrepreneur without employees is judged by turnover alone. */
            NO_EMPLOYEES,
            INCOME,
            REVENUE,
            MAIN_ACTIVITY_SHARE,
            /** The larger of both sizes of a year. */
            YEAR,
            /** The category at the end of the year before. */
            BEFORE,
            /** So many years on the other side move it. */
            STICKY_YEARS,
            NEWLY_CREATED
        }

        static Line word(Code code, @Nullable String value, Outcome outcome, @Nullable Source source) {
            return new Line(code, null, null, value, null, null, null, outcome, null, source);
        }

        static Line size(Code code, @Nullable Integer year, SizeRange size) {
            return new Line(code, year, null, null, null, null, null, Finding.outcome(size), size, null);
        }
    }

    /** Whether a size is one of an SME. */
    static Outcome outcome(SizeRange size) {
        return size.most() != SmeSize.ABOVE_MEDIUM
                ? Outcome.MET
                : size.least() == SmeSize.ABOVE_MEDIUM ? Outcome.NOT_MET : Outcome.UNKNOWN;
    }
}
