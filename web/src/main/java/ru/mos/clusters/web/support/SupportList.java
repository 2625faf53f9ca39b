package ru.mos.clusters.web.support;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.support.SupportFilter;
import ru.mos.clusters.support.SupportParameter;
import ru.mos.clusters.support.SupportParameters;
import ru.mos.clusters.support.SupportRecordView;
import ru.mos.clusters.support.SupportRecords;
import ru.mos.clusters.support.SupportViolations;
import ru.mos.clusters.support.ViolationFilter;
import ru.mos.clusters.support.ViolationView;
import ru.mos.clusters.support.intake.SupportImportView;
import ru.mos.clusters.support.intake.SupportImports;
import ru.mos.clusters.support.rule.ViolationKind;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Spreadsheet;

/** Where support begins: our records, violations, the tax service's publications, and the terms of the law. */
@Named
@RequestScoped
public class SupportList {

    private static final List<String> TABS = List.of("records", "violations", "imports", "terms");

    @EJB
    private SupportRecords records;

    @EJB
    private SupportViolations violations;

    @EJB
    private SupportImports imports;

    @EJB
    private SupportParameters parameters;

    @Inject
    private SupportLook look;

    @Inject
    private ListQuery query;

    @Inject
    private Time time;

    private LazyTable<SupportRecordView> recordTable;
    private LazyTable<ViolationView> violationTable;
    private LazyTable<SupportImportView> importTable;
    private SupportParameter.@Nullable Code code;
    private @Nullable String value;
    private @Nullable LocalDate from;
    private @Nullable String basis;

    @PostConstruct
    void open() {
        var inn = query.read("inn", Inn::new).orElse(null);
        var filter = new SupportFilter(
                inn,
                query.read("provider", Inn::new).orElse(null),
                query.text("form").orElse(null),
                query.date("runsOn").orElse(null),
                query.date("decidedFrom").orElse(null),
                query.date("decidedTo").map(day -> day.plusDays(1)).orElse(null),
                null);
        recordTable = query.table(page -> records.list(filter, page), () -> records.count(filter));
        var broken = new ViolationFilter(
                inn, query.choice("kind", ViolationKind.class).orElse(null), null, null);
        violationTable = query.table(page -> violations.list(broken, page), () -> violations.count(broken));
        importTable = query.table(imports::list, imports::count);
        from = time.today();
    }

    public String getTab() {
        return TABS.contains(query.value("tab")) ? query.value("tab") : "records";
    }

    public LazyTable<SupportRecordView> getRecords() {
        return recordTable;
    }

    public LazyTable<ViolationView> getViolations() {
        return violationTable;
    }

    public LazyTable<SupportImportView> getImports() {
        return importTable;
    }

    public List<SupportParameter> getParameters() {
        return parameters.all();
    }

    public List<Map.Entry<String, String>> getCodes() {
        return Arrays.stream(SupportParameter.Code.values())
                .map(one -> Map.entry(one.name(), Functions.show(one)))
                .toList();
    }

    /** Sets a figure or reading of the law. */
    public String set() {
        parameters.set(new SupportParameter(
                requireNonNull(code), requireNonNull(value), requireNonNull(from), requireNonNull(basis)));
        Messages.info("support.termSet");
        return Redirect.to("/support/list.xhtml", "tab", "terms");
    }

    /** The whole list of the tab as a spreadsheet. */
    public void export() {
        if (!query.value("export").equals("xlsx") || query.isFaulty()) {
            return;
        }
        if (getTab().equals("violations")) {
            new Spreadsheet<ViolationView>("support.tab.violations")
                    .column("support.inn", 14, row -> row.inn().digits())
                    .column("support.name", 40, ViolationView::name)
                    .column("violation.kind", 30, ViolationView::kind)
                    .column("violation.recognisedOn", 12, ViolationView::recognisedOn)
                    .column("violation.correctionDue", 12, ViolationView::correctionDue)
                    .column("violation.correctedOn", 12, ViolationView::correctedOn)
                    .column("violation.description", 50, ViolationView::description)
                    .column("support.document", 40, ViolationView::document)
                    .send(violationTable);
        } else {
            new Spreadsheet<SupportRecordView>("menu.recipients")
                    .column("support.inn", 14, row -> row.inn().digits())
                    .column("support.name", 40, SupportRecordView::name)
                    .column("support.provider", 14, row -> row.providerInn().digits())
                    .column("support.providerName", 40, SupportRecordView::providerName)
                    .column("support.kind", 40, row -> look.kind(row.form(), row.kind()))
                    .column("support.purpose", 50, SupportRecordView::purpose)
                    .column("support.decidedOn", 12, SupportRecordView::decidedOn)
                    .column("support.endsOn", 12, SupportRecordView::endsOn)
                    .column("support.stoppedOn", 12, SupportRecordView::stoppedOn)
                    .column("support.size", 18, SupportRecordView::size)
                    .column("support.unit", 12, row -> look.unit(row.unit()))
                    .column("support.registerNumber", 20, SupportRecordView::registerNumber)
                    .column("support.document", 40, SupportRecordView::document)
                    .send(recordTable);
        }
    }

    public SupportParameter.@Nullable Code getCode() {
        return code;
    }

    public void setCode(SupportParameter.@Nullable Code code) {
        this.code = code;
    }

    public @Nullable String getValue() {
        return value;
    }

    public void setValue(@Nullable String value) {
        this.value = value;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable String getBasis() {
        return basis;
    }

    public void setBasis(@Nullable String basis) {
        this.basis = basis;
    }
}
