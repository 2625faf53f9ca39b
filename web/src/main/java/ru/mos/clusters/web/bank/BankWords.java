package ru.mos.clusters.web.bank;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.InstructionState;
import ru.mos.clusters.bank.Source;
import ru.mos.clusters.bank.statement.StatementProblem;
import ru.mos.clusters.bank.statement.StatementState;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.Subjects;

/** Payment orders, statements and movements as people read them. */
@Named
@RequestScoped
public class BankWords {

    @Inject
    private Caller caller;

    @Inject
    private Subjects subjects;

    public String look(StatementState state) {
        return switch (state) {
            case ACCEPTED -> "met";
            case FLAGGED -> "manual";
            case DISCARDED -> "off";
        };
    }

    /** The same of a payment order. */
    public String orderLook(InstructionState state) {
        return switch (state) {
            case ISSUED -> "manual";
            case EXECUTED -> "met";
            case REJECTED -> "notmet";
            case WITHDRAWN -> "off";
        };
    }

    /** What does not fit, in the language of the page. */
    public String problem(StatementProblem problem) {
        return ProblemTexts.ofSlug(problem.code(), ProblemTexts.sums(problem.arguments()), Language.current());
    }

    /** The page of what an order pays for or a receipt is for; null where it has none. */
    public @Nullable String page(Source source) {
        return subjects.page(source.kind(), source.id());
    }

    /** Whether the person uploads statements and assigns receipts. */
    public boolean isAccounting() {
        return caller.hasRole(Role.ACCOUNTANT);
    }

    /** Whether the person places payments. */
    public boolean isKeeping() {
        return caller.hasRole(Role.ACCOUNTANT) || caller.hasRole(Role.CHIEF);
    }

    /** Whether the person enters accounts. */
    public boolean isChief() {
        return caller.hasRole(Role.CHIEF);
    }

    public List<Map.Entry<String, String>> getStatementStates() {
        return options(StatementState.values());
    }

    public List<Map.Entry<String, String>> getOrderStates() {
        return options(InstructionState.values());
    }

    private static List<Map.Entry<String, String>> options(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(one -> Map.entry(one.name(), Functions.show(one)))
                .toList();
    }
}
