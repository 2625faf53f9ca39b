package ru.mos.clusters.web.inkind;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.mos.clusters.inkind.InKindFilter;
import ru.mos.clusters.inkind.InKindOffers;
import ru.mos.clusters.inkind.InKindRequestView;
import ru.mos.clusters.inkind.InKindRequests;
import ru.mos.clusters.inkind.InKindState;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Spreadsheet;

/** The workplace of support in kind: what comes in, what is due, what was given, and the journal of all. */
@Named
@RequestScoped
public class InKindList {

    private static final Map<String, Set<InKindState>> TABS = Map.of(
            "intake", Set.of(InKindState.ASKED),
            "schedule", Set.of(InKindState.APPROVED, InKindState.SCHEDULED),
            "deliveries", Set.of(InKindState.DELIVERED, InKindState.DISPUTED),
            "journal", Set.of());

    @EJB
    private InKindRequests requests;

    @EJB
    private InKindOffers offers;

    @Inject
    private InKindWords words;

    @Inject
    private ListQuery query;

    private LazyTable<InKindRequestView> table;

    @PostConstruct
    void open() {
        var tab = getTab();
        var filter = new InKindFilter(
                tab.equals("journal")
                        ? query.choice("state", InKindState.class).map(Set::of).orElse(Set.of())
                        : TABS.getOrDefault(tab, Set.of()),
                null,
                query.text("form").orElse(null),
                query.read("inn", Inn::new).orElse(null),
                query.date("askedFrom").orElse(null),
                query.date("askedThrough").orElse(null),
                tab.equals("schedule"));
        table = query.table(page -> requests.list(filter, page), () -> requests.count(filter));
    }

    /** Officers begin with what comes in, everybody else with all there is. */
    public String getTab() {
        var asked = query.value("tab");
        return TABS.containsKey(asked) ? asked : words.isOfficer() ? "intake" : "journal";
    }

    public LazyTable<InKindRequestView> getTable() {
        return table;
    }

    /** Forms to filter by. */
    public List<Map.Entry<String, String>> getForms() {
        return offers.kinds().stream()
                .map(kind -> Map.entry(kind.form(), InKindWords.in(kind.formRu(), kind.formEn())))
                .distinct()
                .toList();
    }

    /** The whole list of the tab as a spreadsheet. */
    public void export() {
        if (!query.value("export").equals("xlsx") || query.isFaulty()) {
            return;
        }
        new Spreadsheet<InKindRequestView>("inkind.title")
                .column("inkind.number", 8, InKindRequestView::number)
                .column("inkind.state", 16, InKindRequestView::state)
                .column("inkind.recipient", 40, InKindRequestView::name)
                .column("inkind.inn", 14, InKindRequestView::inn)
                .column("inkind.sector", 20, row -> words.of(row.sector()))
                .column("inkind.cluster", 10, InKindRequestView::clusterCode)
                .column("inkind.provider", 40, row -> row.provider().name())
                .column("inkind.service", 24, row -> words.of(row.service()))
                .column("inkind.form", 18, row -> words.of(row.form()))
                .column("inkind.kind", 24, row -> words.of(row.kind()))
                .column("inkind.purpose", 40, InKindRequestView::purpose)
                .column("inkind.quantity", 12, InKindRequestView::quantity)
                .column("inkind.unit", 10, row -> words.of(row.unit()))
                .column("inkind.askedOn", 12, InKindRequestView::askedOn)
                .column("inkind.startsOn", 12, InKindRequestView::startsOn)
                .column("inkind.endsOn", 12, InKindRequestView::endsOn)
                .column(
                        "inkind.delivered",
                        12,
                        row -> row.delivery() == null ? null : row.delivery().quantity())
                .column(
                        "inkind.persons",
                        10,
                        row -> row.delivery() == null ? null : row.delivery().persons())
                .column(
                        "inkind.value",
                        16,
                        row -> row.delivery() == null ? null : row.delivery().value())
                .column(
                        "inkind.valueBy",
                        40,
                        row -> row.delivery() == null ? null : row.delivery().document())
                .column(
                        "inkind.quality",
                        10,
                        row -> row.confirmation() == null
                                ? null
                                : row.confirmation().marks().quality())
                .column(
                        "inkind.timeliness",
                        10,
                        row -> row.confirmation() == null
                                ? null
                                : row.confirmation().marks().timeliness())
                .send(table);
    }
}
