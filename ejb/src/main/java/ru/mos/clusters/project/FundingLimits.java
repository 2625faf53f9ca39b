package ru.mos.clusters.project;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;

/**
 * Within what a funding plan has to stay. A project knows of no call: whoever submits it to one says what the call says.
 *
 * @param shares largest share of the budget in each stage, the first first; later stages obey the last
 * @param cumulative largest share of the budget in all stages up to each; empty: what the shares of the stages allow together
 * @param target what the share of the last stage must come down to; null: nothing
 * @param least least sum that may be asked of the city, in roubles; null: any
 * @param most largest sum; null: any
 * @param inKind largest part of the whole that may come in kind; null: any
 * @param route to whom money may flow; null: to whoever the project says
 */
public record FundingLimits(
        List<Fraction> shares,
        List<Fraction> cumulative,
        @Nullable Fraction target,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        @Nullable Fraction inKind,
        @Nullable RecipientRoute route)
        implements Serializable {

    /** What holds of every project, whatever call it goes to. */
    public static FundingLimits ofEvery(@Nullable Fraction inKind) {
        return new FundingLimits(List.of(), List.of(), null, null, null, inKind, null);
    }

    /** The same limits with the part that may come in kind, where the call names none. */
    FundingLimits withInKind(@Nullable Fraction byLaw) {
        return inKind == null ? new FundingLimits(shares, cumulative, target, least, most, byLaw, route) : this;
    }

    /** Of a stage, from 1 on; null: not limited. */
    @Nullable
    Fraction share(int stage) {
        return at(shares, stage);
    }

    @Nullable
    Fraction cumulative(int stage) {
        return at(cumulative, stage);
    }

    private static @Nullable Fraction at(List<Fraction> limits, int stage) {
        return limits.isEmpty() ? null : limits.get(Math.min(stage, limits.size()) - 1);
    }
}
