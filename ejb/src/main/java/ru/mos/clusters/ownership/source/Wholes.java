package ru.mos.clusters.ownership.source;

import static ru.mos.clusters.ownership.OwnershipProblem.BODS_SHARES_EXCEED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;

/**
 * Sees to it that nobody's shares or votes ever add up to more than all. Where they would from some day on, the statements
 * made earliest are taken to have ended by then; those made on one day contradict each other, and their amounts are unknown.
 */
final class Wholes {

    private final List<Statement> statements;
    private final StatementTaker taker;

    Wholes(List<Statement> statements, StatementTaker taker) {
        this.statements = new ArrayList<>(statements);
        this.taker = taker;
    }

    List<Statement> possible() {
        Map<String, List<Integer>> bySubject = new LinkedHashMap<>();
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).isHolding()) {
                String subject = String.valueOf(statements.get(i).subject().record());
                bySubject.computeIfAbsent(subject, one -> new ArrayList<>()).add(i);
            }
        }
        bySubject.values().forEach(this::settle);
        return statements.stream()
                .filter(one ->
                        one.from() == null || one.until() == null || one.from().isBefore(one.until()))
                .toList();
    }

    /** The sum can only grow where an interest begins. */
    private void settle(Collection<Integer> holdings) {
        var days = new TreeSet<LocalDate>();
        days.add(LocalDate.MIN);
        for (int at : holdings) {
            LocalDate from = statements.get(at).from();
            if (from != null) {
                days.add(from);
            }
        }
        for (LocalDate day : days) {
            settle(holdings, day);
        }
    }

    private void settle(Collection<Integer> holdings, LocalDate day) {
        List<Integer> active = new ArrayList<>(holdings.stream()
                .filter(at ->
                        statements.get(at).isHolding() && statements.get(at).holdsOn(day))
                .toList());
        Fraction sum = sum(active);
        if (sum.compareTo(Fraction.ONE) <= 0) {
            return;
        }
        remark(statements.get(active.get(0)), day, sum);
        LocalDate newest = active.stream()
                .map(at -> statements.get(at).statementDate())
                .max(LocalDate::compareTo)
                .orElseThrow();
        while (sum(active).compareTo(Fraction.ONE) > 0) {
            LocalDate oldest = active.stream()
                    .map(at -> statements.get(at).statementDate())
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            List<Integer> made = active.stream()
                    .filter(at -> statements.get(at).statementDate().equals(oldest))
                    .toList();
            for (int at : made) {
                Statement one = statements.get(at);
                statements.set(
                        at, oldest.equals(newest) || day.equals(LocalDate.MIN) ? one.contradicted() : one.until(day));
            }
            active.removeAll(made);
        }
    }

    private Fraction sum(Collection<Integer> active) {
        Fraction shares = Fraction.ZERO;
        Fraction votes = Fraction.ZERO;
        for (int at : active) {
            shares = shares.plus(Objects.requireNonNull(statements.get(at).share()));
            votes = votes.plus(orZero(statements.get(at).votes()));
        }
        return shares.compareTo(votes) > 0 ? shares : votes;
    }

    private static Fraction orZero(@Nullable Fraction votes) {
        return votes == null ? Fraction.ZERO : votes;
    }

    private void remark(Statement one, LocalDate day, Fraction sum) {
        String shown = day.equals(LocalDate.MIN) ? "—" : day.toString();
        taker.remark(new SourceRemark(
                BODS_SHARES_EXCEED,
                one.statementId(),
                one.position(),
                "/recordDetails/interests",
                List.of(one.subject().name(), shown, Amounts.shown(sum)),
                false,
                one.subject().inn()));
    }
}
