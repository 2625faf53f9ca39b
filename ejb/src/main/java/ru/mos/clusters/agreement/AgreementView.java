package ru.mos.clusters.agreement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.FundingMode;
import ru.mos.clusters.call.MoneyRoute;
import ru.mos.clusters.platform.Inn;

/**
 * An agreement.
 *
 * @param number by which people call it: СГ-7
 * @param subject under which the ledger keeps its accounts from the commitment on
 * @param party who is given the money and answers for it today
 * @param awarded the most it may come to, in roubles
 * @param amount of the edition in force, or of what is being written where none is
 * @param paid executed by the bank, in roubles
 * @param mode whether it is paid before the costs or for costs that were accepted
 * @param accepted accounted for, in roubles; of a reimbursement what is owed for accepted costs, also before it is paid
 * @param returned what of it came back, in roubles
 * @param unaccounted paid, neither accounted for nor returned, as the ledger has it, in roubles
 * @param edition number of the one in force; 0: none yet
 * @param reason of the last step that needed one
 * @param actions what the caller may do to it now
 * @param editions the first first; empty in lists
 * @param path what was and is to be paid by the edition in force; empty in lists and before one is
 */
public record AgreementView(
        UUID id,
        long number,
        String subject,
        UUID call,
        String callCode,
        UUID application,
        String applicationNumber,
        UUID project,
        int projectEdition,
        @Nullable String title,
        Inn party,
        @Nullable String partyName,
        int year,
        String kbk,
        MoneyRoute route,
        FundingMode mode,
        BigDecimal awarded,
        BigDecimal amount,
        BigDecimal paid,
        BigDecimal accepted,
        BigDecimal returned,
        BigDecimal unaccounted,
        AgreementState state,
        int edition,
        @Nullable String reason,
        long version,
        List<AgreementAction> actions,
        List<EditionView> editions,
        List<PathStep> path)
        implements Serializable {

    AgreementView with(List<AgreementAction> open, List<EditionView> all, List<PathStep> steps) {
        return new AgreementView(
                id,
                number,
                subject,
                call,
                callCode,
                application,
                applicationNumber,
                project,
                projectEdition,
                title,
                party,
                partyName,
                year,
                kbk,
                route,
                mode,
                awarded,
                amount,
                paid,
                accepted,
                returned,
                unaccounted,
                state,
                edition,
                reason,
                version,
                open,
                all,
                steps);
    }

    /**
     * The year of the budget whose limits bear an instalment: that in which it is paid, and no earlier one than the agreement stands in.
     *
     * <p>Source: Budget Code, article 219: commitments are taken on within the limits of the year.
     */
    int yearOf(EditionView edition, AgreementTerms.Instalment instalment) {
        return edition.byYear() ? Math.max(year, instalment.dueOn().getYear()) : year;
    }

    /** The same of an instalment of the edition in force; whole agreements only. */
    int yearOf(int position) {
        return path.get(position - 1).year();
    }

    /** What an edition comes to in each year of the budget, in roubles. */
    SortedMap<Integer, BigDecimal> byYear(EditionView of) {
        var sums = new TreeMap<Integer, BigDecimal>();
        for (var one : of.terms().instalments()) {
            sums.merge(yearOf(of, one), one.amount(), BigDecimal::add);
        }
        return sums;
    }

    /** The edition in force; null before one is. */
    public @Nullable EditionView inForce() {
        return editions.stream()
                .filter(one -> one.number() == edition)
                .findFirst()
                .orElse(null);
    }

    /** What is being written or waits to be registered; null where nothing is. */
    public @Nullable EditionView pending() {
        return editions.stream().filter(one -> !one.isRegistered()).findFirst().orElse(null);
    }
}
