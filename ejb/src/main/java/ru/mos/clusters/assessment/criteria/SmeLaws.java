package ru.mos.clusters.assessment.criteria;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.registry.FactKind;

/** All limits and readings of the law on SMEs with the days on which they hold. */
public record SmeLaws(
        List<Dated<HeadcountLimit>> headcounts,
        List<Dated<TurnoverLimit>> turnovers,
        List<Dated<Provision>> provisions,
        List<Dated<FormRule>> forms,
        List<Dated<OwnershipLimit>> ownership,
        List<Dated<Alternative>> alternatives) {

    /** A row of the law: what it says, from when until before when, and by which paragraph. */
    public record Dated<T>(LocalDate from, @Nullable LocalDate until, T says, Basis basis) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    /**
     * The most employees of a category.
     *
     * @param classes first digits of activities for which alone it holds; empty: for all
     * @param leastShare per cent of the income that the activity must bring
     */
    public record HeadcountLimit(
            SmeSize category,
            int most,
            @Nullable String classifier,
            Set<String> classes,
            @Nullable BigDecimal leastShare) {}

    /** The most roubles of a category in a year. */
    public record TurnoverLimit(SmeSize category, BigDecimal most) {}

    /** A single reading. */
    public record Provision(Code code, String value) {

        /** Of what. */
        public enum Code {
            /** Which headcount counts, a {@link FactKind}. */
            HEADCOUNT_MEASURE,
            /** Which turnover counts, a {@link FactKind}. */
            TURNOVER_MEASURE,
            /** After how many years on the other side of a limit the category moves. */
            STICKY_YEARS,
            /** What a subject in its first year is: {@code MICRO}, or judged {@code BY_PERIOD}. */
            NEWLY_CREATED,
            /** The register that is kept, a {@link RegisterFact.Register}. */
            REGISTER,
            /** Whether {@code CRITERIA} or {@code REGISTER} make an SME. */
            DECIDES
        }
    }

    /** A legal form that can be an SME, and by which part of the ownership condition. */
    public record FormRule(
            SmeForm form, Condition condition, @Nullable Counted counted) {

        /** What has to be shown besides the form. */
        public enum Condition {
            NONE,
            SHARES,
            /** The condition on shares is not written for this form. */
            ALTERNATIVES
        }

        /** What of a holder is added up. */
        public enum Counted {
            SHARE,
            VOTES
        }
    }

    /** The most that holders of these kinds may have together; the limit itself is within. */
    public record OwnershipLimit(String code, Set<Holder> holders, Fraction most) {}

    /** A flag that stands for the condition on shares; with a holder it only frees that one from it. */
    public record Alternative(FactKind fact, @Nullable Holder holder) {}

    /** What holds on a day; empty before the law. */
    public Optional<SmeLaw> on(LocalDate day) {
        var law = new SmeLaw(
                holding(headcounts, day),
                holding(turnovers, day),
                holding(provisions, day),
                holding(forms, day),
                holding(ownership, day),
                holding(alternatives, day));
        return law.find(Provision.Code.DECIDES).isPresent() ? Optional.of(law) : Optional.empty();
    }

    private static <T> List<Dated<T>> holding(List<Dated<T>> rows, LocalDate day) {
        return rows.stream().filter(row -> row.holdsOn(day)).toList();
    }
}
