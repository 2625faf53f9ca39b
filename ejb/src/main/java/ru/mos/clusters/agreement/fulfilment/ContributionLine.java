package ru.mos.clusters.agreement.fulfilment;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.project.InitiatorEvidence;
import ru.mos.clusters.project.ProjectContent.Brought;

/**
 * What the initiator promised of a kind, and what it brought by a day. Sums in roubles.
 *
 * @param difference fact less plan: below zero is missing
 */
public record ContributionLine(InitiatorEvidence kind, BigDecimal plan, BigDecimal fact, BigDecimal difference)
        implements Serializable {

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    /** Of each kind that was promised or brought. */
    static List<ContributionLine> of(List<Brought> promised, List<FulfilmentView> facts, LocalDate day) {
        return Arrays.stream(InitiatorEvidence.values())
                .map(kind -> line(
                        kind,
                        sum(promised.stream()
                                .filter(one -> one.kind() == kind)
                                .map(Brought::amount)
                                .toList()),
                        sum(facts.stream()
                                .filter(one -> one.kind() == FulfilmentKind.of(kind) && one.countsOn(day))
                                .map(FulfilmentView::value)
                                .toList())))
                .filter(line -> line.plan().signum() != 0 || line.fact().signum() != 0)
                .toList();
    }

    private static ContributionLine line(InitiatorEvidence kind, BigDecimal plan, BigDecimal fact) {
        return new ContributionLine(kind, plan, fact, fact.subtract(plan));
    }

    private static BigDecimal sum(List<@Nullable BigDecimal> amounts) {
        return amounts.stream().filter(Objects::nonNull).reduce(NOTHING, BigDecimal::add);
    }
}
