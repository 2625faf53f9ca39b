package ru.mos.clusters.web.council;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallProblem;
import ru.mos.clusters.call.CallView;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.council.Bodies;
import ru.mos.clusters.call.council.SittingFilter;
import ru.mos.clusters.call.council.SittingLine;
import ru.mos.clusters.call.council.SittingState;
import ru.mos.clusters.call.council.Sittings;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;

/** Sittings, the latest first: of all calls, or of the one that the address names. */
@Named
@RequestScoped
public class SittingList {

    @EJB
    private Sittings sittings;

    @EJB
    private Bodies bodies;

    @EJB
    private Calls calls;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    @Inject
    private CouncilWords words;

    private LazyTable<SittingLine> table;
    private @Nullable CallView call;

    @PostConstruct
    void open() {
        var named = query.text("call")
                .map(text -> Ids.of(text, CallProblem.CALL_UNKNOWN))
                .map((UUID id) -> calls.view(id));
        call = named.orElse(null);
        var filter = new SittingFilter(
                query.text("body").orElse(null),
                named.map(CallView::id).orElse(null),
                query.choice("state", SittingState.class).orElse(null));
        table = query.table(page -> sittings.list(filter, page), () -> sittings.count(filter));
    }

    public LazyTable<SittingLine> getTable() {
        return table;
    }

    /** Of which call they are; null: of all. */
    public @Nullable CallView getCall() {
        return call;
    }

    public boolean isWriter() {
        return caller.hasRole(Role.DEPARTMENT) || caller.hasRole(Role.GCKR);
    }

    public List<Map.Entry<String, String>> getBodies() {
        return bodies.all().stream()
                .map(body -> Map.entry(body.code(), words.either(body.nameRu(), body.nameEn())))
                .toList();
    }

    public List<Map.Entry<String, String>> getStates() {
        return CouncilWords.options(SittingState.values());
    }
}
