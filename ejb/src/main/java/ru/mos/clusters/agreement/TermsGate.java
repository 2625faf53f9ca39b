package ru.mos.clusters.agreement;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import ru.mos.clusters.agreement.AgreementStore.Moved;
import ru.mos.clusters.agreement.AgreementStore.SpentOnItem;
import ru.mos.clusters.agreement.AgreementTerms.BudgetItem;
import ru.mos.clusters.agreement.AgreementTerms.Instalment;
import ru.mos.clusters.call.FundingMode;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.project.FundingSource;
import ru.mos.clusters.project.ProjectContent;

/**
 * What is wrong with the terms of an agreement, each said of its place. Pure.
 *
 * @param shares largest share of the budget in each stage, as the call says; empty: any
 * @param moved what was ordered or paid of instalments already
 * @param settled instalments that are being paid, with the amount they keep
 * @param spent what accepted reports spent, by item
 */
record TermsGate(
        FundingMode mode,
        String kbk,
        BigDecimal awarded,
        ProjectContent project,
        List<Fraction> shares,
        List<Moved> moved,
        List<Moved> settled,
        List<SpentOnItem> spent) {

    private static final int MOST_INSTALMENTS = 50;
    private static final int MOST_ITEMS = 100;
    private static final int LONGEST_ITEM = 300;
    private static final BigDecimal MOST = new BigDecimal("1E13");

    List<Problem> faults(AgreementTerms terms) {
        var faults = new ArrayList<Problem>();
        if (!LegalForms.fits(terms.article(), kbk)) {
            faults.add(new Problem(AgreementProblem.AGREEMENT_ARTICLE_OTHERWISE, kbk).at("/terms/article"));
        }
        if (terms.instalments().isEmpty() || terms.instalments().size() > MOST_INSTALMENTS) {
            faults.add(new Problem(AgreementProblem.AGREEMENT_INSTALMENTS_MISSING, MOST_INSTALMENTS)
                    .at("/terms/instalments"));
            return faults;
        }
        for (int at = 0; at < terms.instalments().size(); at++) {
            instalment(terms.instalments(), at, faults);
        }
        items(terms.budget(), faults);
        if (faults.isEmpty()) {
            sums(terms, faults);
        }
        return faults;
    }

    private void instalment(List<Instalment> all, int at, List<Problem> faults) {
        var one = all.get(at);
        var pointer = "/terms/instalments/" + at;
        if (!isSum(one.amount()) || one.amount().signum() == 0) {
            faults.add(new Problem(AgreementProblem.AGREEMENT_SUM_IMPOSSIBLE).at(pointer + "/amount"));
        }
        if (!isSum(one.own())) {
            faults.add(new Problem(AgreementProblem.AGREEMENT_SUM_IMPOSSIBLE).at(pointer + "/own"));
        }
        int stages = Math.max(project.stages().size(), 1);
        if (one.stage() < 1 || one.stage() > stages) {
            faults.add(
                    new Problem(AgreementProblem.AGREEMENT_STAGE_UNKNOWN, one.stage(), stages).at(pointer + "/stage"));
        }
        if (at > 0
                && (one.stage() < all.get(at - 1).stage()
                        || one.dueOn().isBefore(all.get(at - 1).dueOn()))) {
            faults.add(new Problem(AgreementProblem.AGREEMENT_INSTALMENTS_DISORDERED).at(pointer + "/dueOn"));
        }
    }

    private static void items(List<BudgetItem> budget, List<Problem> faults) {
        if (budget.size() > MOST_ITEMS) {
            faults.add(new Problem(AgreementProblem.AGREEMENT_BUDGET_TOO_LONG, MOST_ITEMS).at("/terms/budget"));
            return;
        }
        var known = new HashSet<String>();
        for (int at = 0; at < budget.size(); at++) {
            var one = budget.get(at);
            var pointer = "/terms/budget/" + at;
            if (one.key().isEmpty()) {
                faults.add(new Problem(PlatformProblem.FIELD_REQUIRED, pointer + "/name").at(pointer + "/name"));
            } else if (one.name().length() > LONGEST_ITEM) {
                faults.add(new Problem(PlatformProblem.TEXT_TOO_LONG, pointer + "/name", LONGEST_ITEM)
                        .at(pointer + "/name"));
            } else if (!known.add(one.key())) {
                faults.add(new Problem(AgreementProblem.AGREEMENT_BUDGET_ITEM_TWICE).at(pointer + "/name"));
            }
            if (!isSum(one.amount()) || one.amount().signum() == 0) {
                faults.add(new Problem(AgreementProblem.AGREEMENT_SUM_IMPOSSIBLE).at(pointer + "/amount"));
            }
        }
    }

    private static boolean isSum(BigDecimal sum) {
        return sum.signum() >= 0 && sum.stripTrailingZeros().scale() <= 2 && sum.compareTo(MOST) < 0;
    }

    private void sums(AgreementTerms terms, List<Problem> faults) {
        if (terms.amount().compareTo(awarded) > 0) {
            faults.add(new Problem(
                            AgreementProblem.AGREEMENT_AMOUNT_DIFFERS,
                            terms.amount().setScale(2),
                            awarded)
                    .at("/terms/instalments"));
        }
        for (var paid : moved) {
            int at = paid.position() - 1;
            if (at >= terms.instalments().size()
                    || terms.instalments().get(at).amount().compareTo(paid.amount()) < 0) {
                faults.add(new Problem(AgreementProblem.AGREEMENT_BELOW_PAID, paid.position(), paid.amount())
                        .at("/terms/instalments/"
                                + Math.min(at, terms.instalments().size() - 1) + "/amount"));
            }
        }
        for (var kept : settled) {
            int at = kept.position() - 1;
            if (at < terms.instalments().size()
                    && terms.instalments().get(at).amount().compareTo(kept.amount()) != 0) {
                faults.add(new Problem(AgreementProblem.AGREEMENT_INSTALMENT_PAID, kept.position(), kept.amount())
                        .at("/terms/instalments/" + at + "/amount"));
            }
        }
        budget(terms, faults);
        shares(terms, faults);
    }

    /** Items make up the amount; none is less than what was spent on it, and one that stood in a budget and was spent on stays. */
    private void budget(AgreementTerms terms, List<Problem> faults) {
        if (mode == FundingMode.REIMBURSEMENT && !terms.budget().isEmpty()) {
            faults.add(new Problem(AgreementProblem.AGREEMENT_BUDGET_OF_REIMBURSEMENT).at("/terms/budget"));
            return;
        }
        if (terms.budget().isEmpty()) {
            return;
        }
        var sum = terms.budget().stream().map(BudgetItem::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        if (sum.compareTo(terms.amount()) != 0) {
            faults.add(new Problem(AgreementProblem.AGREEMENT_BUDGET_DIFFERS, sum, terms.amount()).at("/terms/budget"));
        }
        var keys = terms.budget().stream().map(BudgetItem::key).toList();
        for (var one : spent) {
            int at = keys.indexOf(BudgetItem.keyOf(one.item()));
            if (at < 0 ? one.budgeted() : terms.budget().get(at).amount().compareTo(one.amount()) < 0) {
                faults.add(new Problem(AgreementProblem.AGREEMENT_BUDGET_BELOW_SPENT, one.item(), one.amount())
                        .at("/terms/budget" + (at < 0 ? "" : "/" + at + "/amount")));
            }
        }
    }

    /** The budget pays no more of a stage than the call allows: exactly that share is allowed. */
    private void shares(AgreementTerms terms, List<Problem> faults) {
        var city = new TreeMap<Integer, BigDecimal>();
        var own = new TreeMap<Integer, BigDecimal>();
        for (var one : terms.instalments()) {
            city.merge(one.stage(), one.amount(), BigDecimal::add);
            own.merge(one.stage(), one.own(), BigDecimal::add);
        }
        for (var stage : city.entrySet()) {
            if (stage.getKey() > shares.size()) {
                continue;
            }
            var most = shares.get(stage.getKey() - 1);
            var budget = stage.getValue().add(otherBudget(stage.getKey())).setScale(2);
            var total = budget.add(own.get(stage.getKey())).setScale(2);
            if (kopecks(budget).dividedBy(kopecks(total)).exceeds(most)) {
                faults.add(new Problem(AgreementProblem.AGREEMENT_SHARE_EXCEEDED, stage.getKey(), budget, total, most)
                        .at("/terms/instalments"));
            }
        }
    }

    private BigDecimal otherBudget(int stage) {
        return project.funding().stream()
                .filter(line -> line.source() == FundingSource.OTHER_BUDGET
                        && line.stage() != null
                        && line.stage() == stage
                        && line.amount() != null)
                .map(ProjectContent.Funding::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Fraction kopecks(BigDecimal roubles) {
        return new Fraction(roubles.movePointRight(2).toBigIntegerExact(), BigInteger.ONE);
    }
}
