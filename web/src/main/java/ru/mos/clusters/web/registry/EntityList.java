package ru.mos.clusters.web.registry;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import ru.mos.clusters.cluster.ClusterFilter;
import ru.mos.clusters.cluster.ClusterOrder;
import ru.mos.clusters.cluster.ClusterView;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.registry.Entities;
import ru.mos.clusters.registry.EntityExport;
import ru.mos.clusters.registry.EntityKind;
import ru.mos.clusters.registry.EntityRow;
import ru.mos.clusters.registry.EntitySearch;
import ru.mos.clusters.registry.SmeCategory;
import ru.mos.clusters.registry.SmeStatus;
import ru.mos.clusters.registry.release.ReleaseView;
import ru.mos.clusters.registry.release.Releases;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Texts;

/** The list of enterprises: whom a search finds, as they were on a date. */
@Named
@RequestScoped
public class EntityList {

    private static final String REGION = "region.";
    private static final int MOST_CLUSTERS = 5;
    private static final Pattern CODE = Pattern.compile("[A-Za-z]+-\\d+");
    private static final List<String> NEAREST = List.of("77", "50");

    @Inject
    private Entities entities;

    @Inject
    private EntityExport sheet;

    @Inject
    private Releases releases;

    @Inject
    private Clusters clusters;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    private EntitySearch search;
    private LazyTable<EntityRow> table;
    private @Nullable ReleaseView latest;

    @PostConstruct
    void open() {
        search = new EntitySearch(
                query.text("q").orElse(null),
                query.choice("category", SmeCategory.class).orElse(null),
                query.choice("kind", EntityKind.class).orElse(null),
                query.text("region").filter(code -> code.matches("\\d{2}")).orElse(null),
                query.read("activity", EntityList::activity).orElse(null),
                query.choice("status", SmeStatus.class).orElse(null),
                query.date("asOf").orElse(null));
        table = query.longTable(page -> entities.search(search, page), () -> {
            var found = entities.count(search);
            return new LazyTable.Count(found.count(), found.more());
        });
        latest = releases.latestOfRegister().orElse(null);
    }

    /**
     * Clusters of that code, and where no enterprise is found of that name or organisation: the field at the top of every page
     * finds them, too.
     */
    public List<ClusterView> getClusters() {
        return query.text("q")
                .filter(text -> CODE.matcher(text).matches() || table.getRows().isEmpty())
                .map(text -> clusters.list(
                        new ClusterFilter(null, text, null, null, null),
                        ClusterOrder.CODE,
                        PageRequest.first(MOST_CLUSTERS)))
                .map(Slice::items)
                .orElse(List.of());
    }

    private static String activity(String code) {
        if (!code.matches("\\d{1,2}(\\.\\d{1,2}){0,3}\\.?")) {
            throw new Problem(RegistryScreenProblem.ACTIVITY_UNREADABLE, code);
        }
        return code;
    }

    public LazyTable<EntityRow> getTable() {
        return table;
    }

    /** The release by which the register stands today; null before the first. */
    public @Nullable ReleaseView getLatest() {
        return latest;
    }

    /** The date the list speaks of, and its order; today's date is not asked of the database for that. */
    public String getNote() {
        return search.asOf() == null ? texts.get("registry.orderToday") : texts.with("registry.order", search.asOf());
    }

    public List<Map.Entry<String, String>> getCategories() {
        return RegistryWords.options(SmeCategory.class);
    }

    public List<Map.Entry<String, String>> getKinds() {
        return RegistryWords.options(EntityKind.class);
    }

    public List<Map.Entry<String, String>> getStatuses() {
        return RegistryWords.options(SmeStatus.class);
    }

    /** Regions by code, Moscow and the region around it first. */
    public List<Map.Entry<String, String>> getRegions() {
        var regions = new ArrayList<Map.Entry<String, String>>();
        for (var entry : texts.entrySet()) {
            if (entry.getKey().startsWith(REGION)) {
                var code = entry.getKey().substring(REGION.length());
                regions.add(Map.entry(code, code + " " + entry.getValue()));
            }
        }
        regions.sort(Comparator.comparing((Map.Entry<String, String> region) -> !NEAREST.contains(region.getKey()))
                .thenComparing(region -> -NEAREST.indexOf(region.getKey()))
                .thenComparing(Map.Entry::getKey));
        return regions;
    }

    /** Sends the whole result as a sheet. */
    public void export() throws IOException {
        var language = Language.current();
        entities.count(search); // who may not read it hears so before the first byte
        Faces.sendFile("entities.xlsx", true, out -> sheet.write(search, language, out));
    }
}
