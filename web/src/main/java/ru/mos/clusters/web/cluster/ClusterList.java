package ru.mos.clusters.web.cluster;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import ru.mos.clusters.cluster.ClusterFilter;
import ru.mos.clusters.cluster.ClusterOrder;
import ru.mos.clusters.cluster.ClusterStatus;
import ru.mos.clusters.cluster.ClusterView;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;

/** Clusters by sector and number, with the outcome of the latest evaluation of each. */
@Named
@RequestScoped
public class ClusterList {

    @EJB
    private Clusters clusters;

    @EJB
    private Verdicts verdicts;

    @Inject
    private ClusterRights rights;

    @Inject
    private ListQuery query;

    private LazyTable<ClusterView> table;
    private long count;
    private @Nullable Map<UUID, Eligibility> outcomes;
    private Clusters.@Nullable Choices choices;

    @PostConstruct
    void open() {
        var filter = filter();
        var order = order();
        table = query.table(
                page -> {
                    var counted = clusters.counted(filter, order, page);
                    count = counted.count();
                    return counted.slice();
                },
                () -> {
                    table.getRows(); // the rows come with their number
                    return count;
                });
    }

    private ClusterFilter filter() {
        return new ClusterFilter(
                query.text("sector").orElse(null),
                query.text("q").orElse(null),
                query.choice("status", ClusterStatus.class).orElse(null),
                query.text("curator").orElse(null),
                query.date("asOf").orElse(null));
    }

    private ClusterOrder order() {
        return query.sort(ClusterOrder.CODE).by();
    }

    /** Answers with the whole list as a workbook where the address asks for that. */
    public void export() throws IOException {
        if (query.value("export").equals("xlsx") && !query.isFaulty()) {
            Faces.sendFile("clusters.xlsx", true, out -> clusters.export(filter(), order(), Language.current(), out));
        }
    }

    public LazyTable<ClusterView> getTable() {
        return table;
    }

    /** How the cluster came out at the latest evaluation; null where it was not judged yet. */
    public @Nullable Eligibility outcome(UUID cluster) {
        if (outcomes == null) {
            outcomes = rights.isJudging()
                    ? verdicts.outcomes(
                            table.getRows().stream().map(ClusterView::id).toList())
                    : Map.of();
        }
        return outcomes.get(cluster);
    }

    public List<Map.Entry<String, String>> getStatuses() {
        return Stream.of(ClusterStatus.values())
                .map(status -> Map.entry(status.name(), Functions.show(status)))
                .toList();
    }

    public List<Map.Entry<String, String>> getCurators() {
        return choices().curators().stream()
                .map(curator -> Map.entry(curator.login(), curator.name()))
                .toList();
    }

    public List<Map.Entry<String, String>> getSectors() {
        return choices().sectors().stream()
                .map(sector -> Map.entry(sector.code(), name(sector)))
                .toList();
    }

    /** The name of the sector with the code. */
    public String sector(String code) {
        return choices().sectors().stream()
                .filter(sector -> sector.code().equals(code))
                .map(ClusterList::name)
                .findFirst()
                .orElse(code);
    }

    private static String name(Clusters.SectorName sector) {
        return Language.current().getLanguage().equals("en") ? sector.en() : sector.ru();
    }

    private Clusters.Choices choices() {
        if (choices == null) {
            choices = clusters.choices();
        }
        return choices;
    }
}
