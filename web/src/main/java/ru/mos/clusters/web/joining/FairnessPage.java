package ru.mos.clusters.web.joining;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.joining.FairnessRow;
import ru.mos.clusters.cluster.joining.Grouping;
import ru.mos.clusters.cluster.joining.JoiningParameter;
import ru.mos.clusters.cluster.joining.JoiningParameters;
import ru.mos.clusters.cluster.joining.JoiningReports;
import ru.mos.clusters.cluster.joining.MassRow;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.cluster.SectorNames;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Spreadsheet;

/** How fairly clusters let others in, how near they are to a critical mass, and the terms and numbers behind both. */
@Named
@RequestScoped
public class FairnessPage {

    private static final int ALL = 500;

    @EJB
    private JoiningReports reports;

    @EJB
    private JoiningParameters parameters;

    @Inject
    private ListQuery query;

    @Inject
    private SectorNames sectors;

    @Inject
    private Time time;

    private LazyTable<FairnessRow> table;
    private @Nullable Slice<MassRow> mass;
    private JoiningParameter.@Nullable Code code;
    private @Nullable String sector;
    private @Nullable Integer value;
    private @Nullable LocalDate from;

    @PostConstruct
    void open() {
        var since = query.date("submittedFrom").orElse(null);
        var until = query.date("submittedTo").map(day -> day.plusDays(1)).orElse(null);
        var of = query.text("sector").orElse(null);
        table = query.table(
                page -> reports.fairness(by(), since, until, of, page),
                () -> reports.fairness(by(), since, until, of, PageRequest.first(ALL))
                        .items()
                        .size());
    }

    private Grouping by() {
        return query.choice("by", Grouping.class).orElse(Grouping.SECTOR);
    }

    public LazyTable<FairnessRow> getTable() {
        return table;
    }

    /** Progress towards a critical mass today, by what the page counts together. */
    public List<MassRow> getMass() {
        if (mass == null) {
            mass = reports.criticalMass(by(), null, query.text("sector").orElse(null), PageRequest.first(ALL));
        }
        return mass.items();
    }

    /** Other ways to count than the usual one, by sector. */
    public List<Map.Entry<String, String>> getGroupings() {
        return List.of(Map.entry(Grouping.CLUSTER.name(), Functions.show(Grouping.CLUSTER)));
    }

    public List<JoiningParameter> getParameters() {
        return parameters.all();
    }

    public List<Map.Entry<String, String>> getCodes() {
        return Stream.of(JoiningParameter.Code.values())
                .map(one -> Map.entry(one.name(), Functions.show(one)))
                .toList();
    }

    /** Sets a term or number. */
    public String set() {
        parameters.set(new JoiningParameter(requireNonNull(code), sector, requireNonNull(value), requireNonNull(from)));
        Messages.info("fairness.set");
        return Redirect.to("/cluster/fairness.xhtml");
    }

    /** The report as a spreadsheet. */
    public void export() {
        if (!query.value("export").equals("xlsx") || query.isFaulty()) {
            return;
        }
        new Spreadsheet<FairnessRow>("fairness.title")
                .column("fairness.sector", 40, row -> sectors.of(row.sector()))
                .column("joining.cluster", 12, FairnessRow::code)
                .column("joining.clusterName", 40, FairnessRow::name)
                .column("fairness.applications", 12, FairnessRow::applications)
                .column("fairness.admitted", 12, FairnessRow::admitted)
                .column("fairness.refused", 12, FairnessRow::refused)
                .column("fairness.withoutGround", 12, FairnessRow::refusedWithoutGround)
                .column("fairness.withdrawn", 12, FairnessRow::withdrawn)
                .column("fairness.open", 12, FairnessRow::open)
                .column("fairness.overdue", 12, FairnessRow::overdue)
                .column("fairness.median", 12, FairnessRow::medianDays)
                .column("fairness.longest", 12, FairnessRow::longestDays)
                .send(table);
    }

    public JoiningParameter.@Nullable Code getCode() {
        return code;
    }

    public void setCode(JoiningParameter.@Nullable Code code) {
        this.code = code;
    }

    public @Nullable String getSector() {
        return sector;
    }

    public void setSector(@Nullable String sector) {
        this.sector = sector;
    }

    public @Nullable Integer getValue() {
        return value;
    }

    public void setValue(@Nullable Integer value) {
        this.value = value;
    }

    public @Nullable LocalDate getFrom() {
        return from == null ? time.today() : from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }
}
