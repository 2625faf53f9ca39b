package ru.mos.clusters.web.expertise;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallProblem;
import ru.mos.clusters.call.assessment.Ranked;
import ru.mos.clusters.call.assessment.Ranking;
import ru.mos.clusters.call.assessment.RankingView;
import ru.mos.clusters.call.assessment.Standing;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;

/** The ranking of a call, a page of places at a time. */
@Named
@RequestScoped
public class RankingPage {

    private static final int SHOWN_DECIMALS = 3;

    @EJB
    private Ranking ranking;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private RankingView view;
    private LazyTable<Ranked> table;

    @PostConstruct
    void open() {
        view = ranking.of(call(query.value("call")));
        table = query.table(this::places, () -> view.ranked().size());
    }

    static UUID call(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new Problem(CallProblem.CALL_UNKNOWN, text);
        }
    }

    private Slice<Ranked> places(PageRequest page) {
        var all = view.ranked();
        int from = page.after().isEmpty() ? 0 : Integer.parseInt(page.after().get(0));
        int to = Math.min(all.size(), from + page.limit());
        return new Slice<>(
                all.subList(Math.min(from, to), to), to == all.size() ? null : List.of(Integer.toString(to)));
    }

    /** Whether the person may look at the assessments themselves. */
    public boolean isWatcher() {
        return List.of(Role.DEPARTMENT, Role.GCKR, Role.CHIEF, Role.AUDITOR).stream()
                .anyMatch(caller::hasRole);
    }

    public RankingView getView() {
        return view;
    }

    public LazyTable<Ranked> getTable() {
        return table;
    }

    /** As people read it; the places are found by the exact one. */
    public String score(@Nullable Fraction exact) {
        return Functions.show(
                exact == null
                        ? null
                        : new BigDecimal(exact.numerator())
                                .divide(new BigDecimal(exact.denominator()), SHOWN_DECIMALS, RoundingMode.HALF_UP));
    }

    /** With which colour and sign a standing is shown. */
    public String look(Standing standing) {
        return switch (standing) {
            case WITHIN_MONEY -> "met";
            case TIED -> "manual";
            case RESERVE -> "unknown";
            case BELOW_MINIMUM, REFUSED -> "notmet";
            case INCOMPLETE -> "off";
        };
    }
}
