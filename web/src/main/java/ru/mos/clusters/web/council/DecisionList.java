package ru.mos.clusters.web.council;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallProblem;
import ru.mos.clusters.call.CallView;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.council.Motion;
import ru.mos.clusters.call.decision.AppealView;
import ru.mos.clusters.call.decision.CallResult;
import ru.mos.clusters.call.decision.DecisionProblem;
import ru.mos.clusters.call.decision.DecisionView;
import ru.mos.clusters.call.decision.Decisions;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Texts;

/** Decisions, the latest first: all that the person sees, those on one call with its result and the money left, or one. */
@Named
@RequestScoped
public class DecisionList {

    @EJB
    private Decisions decisions;

    @EJB
    private Calls calls;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    @Inject
    private Texts texts;

    private LazyTable<DecisionView> table;
    private @Nullable CallView call;
    private @Nullable List<CallResult> results;
    private @Nullable List<AppealView.MoneyLeft> money;

    @PostConstruct
    void open() {
        var named = query.text("call")
                .map(text -> Ids.of(text, CallProblem.CALL_UNKNOWN))
                .map((UUID id) -> calls.view(id));
        call = named.orElse(null);
        var id = named.map(CallView::id).orElse(null);
        var single = query.text("decision").map(text -> Ids.of(text, DecisionProblem.DECISION_UNKNOWN));
        table = single.isPresent()
                ? query.table(page -> new Slice<>(List.of(decisions.view(single.get())), null), () -> 1)
                : query.table(page -> decisions.list(id, page), () -> decisions.count(id));
    }

    public LazyTable<DecisionView> getTable() {
        return table;
    }

    /** Of which call they are; null: of all. */
    public @Nullable CallView getCall() {
        return call;
    }

    private List<CallResult> results() {
        if (results == null) {
            results = call == null ? List.of() : decisions.results(call.id());
        }
        return results;
    }

    /** What stands, in one sentence: how many got support and how much, how many wait in reserve, how many are refused. */
    public String getResult() {
        var awarded = results().stream()
                .map(CallResult::amount)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return texts.with(
                "council.result",
                count(Motion.AWARD),
                Functions.money(awarded),
                count(Motion.RESERVE),
                count(Motion.REFUSE));
    }

    private long count(Motion motion) {
        return results().stream().filter(one -> one.motion() == motion).count();
    }

    public boolean isDecided() {
        return !results().isEmpty();
    }

    /** What is left of the money of the call, for the staff. */
    public List<AppealView.MoneyLeft> getMoney() {
        if (money == null) {
            money = call != null && isStaff() ? decisions.money(call.id()) : List.of();
        }
        return money;
    }

    public boolean isStaff() {
        return Stream.of(Role.DEPARTMENT, Role.GCKR, Role.CHIEF, Role.ACCOUNTANT, Role.COMMISSION, Role.AUDITOR)
                .anyMatch(caller::hasRole);
    }
}
