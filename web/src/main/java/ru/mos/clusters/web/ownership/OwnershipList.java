package ru.mos.clusters.web.ownership;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.ImportView;
import ru.mos.clusters.ownership.OwnershipImports;
import ru.mos.clusters.ownership.PersonMatch;
import ru.mos.clusters.ownership.PersonMatches;
import ru.mos.clusters.ownership.StakeView;
import ru.mos.clusters.ownership.Stakes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** Where ownership begins: imports, what was entered by hand, and persons who may be one. */
@Named
@RequestScoped
public class OwnershipList {

    private static final int COUNTED = 500;
    private static final List<String> TABS = List.of("imports", "stakes", "matches");

    @Inject
    private OwnershipImports imports;

    @Inject
    private Stakes stakes;

    @Inject
    private PersonMatches matches;

    @Inject
    private ListQuery query;

    private LazyTable<ImportView> importTable;
    private LazyTable<StakeView> stakeTable;
    private LazyTable<PersonMatch> matchTable;
    private @Nullable String reason;

    @PostConstruct
    void open() {
        importTable = query.table(imports::list, imports::count);
        stakeTable = counted(stakes::list);
        matchTable = counted(matches::list);
    }

    private <T> LazyTable<T> counted(Function<PageRequest, Slice<T>> list) {
        return query.longTable(list, () -> {
            var first = list.apply(PageRequest.first(COUNTED));
            return new LazyTable.Count(first.items().size(), first.next() != null);
        });
    }

    public String getTab() {
        return TABS.contains(query.value("tab")) ? query.value("tab") : "imports";
    }

    public LazyTable<ImportView> getImports() {
        return importTable;
    }

    public LazyTable<StakeView> getStakes() {
        return stakeTable;
    }

    public LazyTable<PersonMatch> getMatches() {
        return matchTable;
    }

    public String getOne() {
        return query.value("one");
    }

    public String getOther() {
        return query.value("other");
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public String same() {
        return decide(true, "own.match.joined");
    }

    public String different() {
        return decide(false, "own.match.apart");
    }

    private String decide(boolean same, String result) {
        matches.decide(getOne(), getOther(), same, reason);
        Messages.info(result);
        return Redirect.to("/ownership/list.xhtml", "tab", "matches");
    }
}
