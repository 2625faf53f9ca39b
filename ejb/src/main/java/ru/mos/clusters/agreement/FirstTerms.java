package ru.mos.clusters.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementTerms.Instalment;
import ru.mos.clusters.agreement.AgreementTerms.Target;
import ru.mos.clusters.platform.Distribution;
import ru.mos.clusters.project.FundingSource;
import ru.mos.clusters.project.ProjectContent;

/**
 * The terms an agreement begins with: an instalment for each stage the city pays for, in proportion to what was asked for it,
 * against the other money that the project promises for the stage. A project names no items of spending, so there is no budget to begin
 * with. Pure.
 */
final class FirstTerms {

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    private FirstTerms() {}

    static AgreementTerms of(
            ProjectContent project, BigDecimal awarded, @Nullable String party, String kbk, LocalDate today) {
        return new AgreementTerms(
                LegalForms.article(party, kbk),
                false,
                false,
                instalments(project, awarded, today),
                List.of(),
                targets(project));
    }

    private static List<Instalment> instalments(ProjectContent project, BigDecimal awarded, LocalDate today) {
        var asked = new ArrayList<BigDecimal>();
        for (int stage = 1; stage <= project.stages().size(); stage++) {
            asked.add(sum(project, stage, true));
        }
        if (asked.stream().allMatch(sum -> sum.signum() == 0)) {
            return List.of(new Instalment(1, today, awarded, NOTHING));
        }
        var given = Distribution.of(awarded, asked);
        var instalments = new ArrayList<Instalment>();
        var due = today;
        for (int stage = 1; stage <= given.size(); stage++) {
            var begins = project.stages().get(stage - 1).from();
            due = begins == null || begins.isBefore(due) ? due : begins;
            if (given.get(stage - 1).signum() > 0) {
                instalments.add(new Instalment(stage, due, given.get(stage - 1), sum(project, stage, false)));
            }
        }
        return instalments;
    }

    /** What the city, or everybody but budgets, pays in a stage. */
    private static BigDecimal sum(ProjectContent project, int stage, boolean city) {
        return project.funding().stream()
                .filter(line -> line.stage() != null && line.stage() == stage && line.source() != null)
                .filter(line -> city
                        ? line.source() == FundingSource.CITY_BUDGET
                        : !Objects.requireNonNull(line.source()).isBudget())
                .map(ProjectContent.Funding::amount)
                .filter(Objects::nonNull)
                .reduce(NOTHING, BigDecimal::add);
    }

    private static List<Target> targets(ProjectContent project) {
        return project.indicators().stream()
                .filter(one -> one.code() != null && one.plan() != null && one.by() != null)
                .map(one -> new Target(
                        Objects.requireNonNull(one.code()),
                        one.baseline(),
                        Objects.requireNonNull(one.plan()),
                        Objects.requireNonNull(one.by())))
                .toList();
    }
}
