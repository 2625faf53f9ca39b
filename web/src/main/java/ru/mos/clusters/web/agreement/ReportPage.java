package ru.mos.clusters.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.BudgetUse;
import ru.mos.clusters.agreement.ReportDraft;
import ru.mos.clusters.agreement.ReportDrafts;
import ru.mos.clusters.agreement.ReportFault;
import ru.mos.clusters.agreement.ReportFaultKind;
import ru.mos.clusters.agreement.ReportLine;
import ru.mos.clusters.agreement.ReportState;
import ru.mos.clusters.agreement.ReportView;
import ru.mos.clusters.agreement.Reports;
import ru.mos.clusters.agreement.Successions;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** A report on spending: its lines with what is wrong in each, and what may be done. */
@Named
@RequestScoped
public class ReportPage {

    /** The longest report that is written line by line on the screen; longer ones come as files or from programs. */
    static final int MOST_ON_SCREEN = ReportDrafts.MOST_LINES;

    @EJB
    private Reports reports;

    @EJB
    private ReportDrafts drafts;

    @EJB
    private Successions successions;

    @Inject
    private ListQuery query;

    @Inject
    private AgreementRights rights;

    @Inject
    private AgreementWords words;

    private ReportView report;
    private LazyTable<Row> table;
    private List<BudgetUse> uses = List.of();
    private @Nullable ReportDraft draft;
    private @Nullable List<ReportFault> faults;
    private @Nullable Long version;
    private @Nullable BigDecimal amount;
    private @Nullable String reason;

    /** A line in its place. */
    public record Row(int at, ReportLine line, List<ReportFault> faults) {}

    @PostConstruct
    void open() {
        report = reports.view(Ids.of(query.value("id"), AgreementProblem.REPORT_UNKNOWN));
        version = report.version();
        amount = report.spent();
        uses = reports.uses(report.id());
        draft = isEditable() ? drafts.find(report.id()).orElse(null) : null;
        table = query.table(this::rows, () -> report.lines().size());
    }

    public ReportView getReport() {
        return report;
    }

    public LazyTable<Row> getTable() {
        return table;
    }

    private Slice<Row> rows(PageRequest page) {
        int from = page.after().isEmpty() ? 0 : Integer.parseInt(page.after().get(0));
        var byLine = byLine();
        var rows = IntStream.range(
                        Math.min(from, report.lines().size()),
                        Math.min(from + page.fetch(), report.lines().size()))
                .mapToObj(at -> new Row(at + 1, report.lines().get(at), byLine.getOrDefault(at + 1, List.of())))
                .toList();
        return Slice.of(rows, page, row -> List.of(Integer.toString(row.at())));
    }

    private Map<Integer, List<ReportFault>> byLine() {
        return getFaults().stream().collect(Collectors.groupingBy(ReportFault::line));
    }

    /** All that is wrong. */
    public List<ReportFault> getFaults() {
        if (faults == null) {
            faults = reports.faults(report.id());
        }
        return faults;
    }

    /** How it stands to the items of the budget. */
    public List<BudgetUse> getUses() {
        return uses;
    }

    /** What the person typed and has not saved; null for nothing. */
    public @Nullable ReportDraft getDraft() {
        return draft;
    }

    /** What is wrong with the report as a whole. */
    public List<ReportFault> getWhole() {
        return getFaults().stream().filter(fault -> fault.line() == 0).toList();
    }

    /** By what the fault of a line was found. */
    public String detail(ReportFault fault) {
        return fault.detail() == null
                ? ""
                : ": " + (fault.kind() == ReportFaultKind.BEYOND_ITEM ? compared(fault) : fault.detail());
    }

    /** What is compared, in roubles. */
    public String compared(ReportFault fault) {
        return Stream.of(String.valueOf(fault.detail()).split(" > ", -1))
                .map(sum -> Functions.money(new BigDecimal(sum)))
                .collect(Collectors.joining(" > "));
    }

    /** Whether the person may write its lines here. */
    public boolean isEditable() {
        return isWritable() && report.lines().size() <= MOST_ON_SCREEN;
    }

    /** Whether the person may write its lines, here or by a file. */
    public boolean isWritable() {
        return report.isOpen() && rights.isReporting() && successions.isActing(report.agreement());
    }

    public boolean isSendable() {
        return isWritable() && !report.lines().isEmpty();
    }

    /** Whether it is too long to be written on the screen. */
    public boolean isTooLong() {
        return isWritable() && report.lines().size() > MOST_ON_SCREEN;
    }

    /** What all that is claimed would be paid with; null for a report. */
    public @Nullable BigDecimal getOwed() {
        return report.isClaim() ? reports.owed(report.id(), report.spent()) : null;
    }

    public boolean isDecidable() {
        return report.state() == ReportState.SUBMITTED && rights.isDeciding() && !rights.me(report.writtenBy());
    }

    /** Whether the person wrote it and so has to leave the decision to somebody else. */
    public boolean isOwn() {
        return report.state() == ReportState.SUBMITTED && rights.isDeciding() && rights.me(report.writtenBy());
    }

    public String submit() {
        reports.submit(report.id(), version);
        return after(words.said(report.isClaim(), "grant.reportSubmitted"));
    }

    public String accept() {
        reports.accept(report.id(), version, amount, reason);
        return after(words.said(report.isClaim(), "grant.reportAccepted"));
    }

    public String giveBack() {
        reports.giveBack(report.id(), version, String.valueOf(reason));
        return after(words.said(report.isClaim(), "grant.reportReturned"));
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/agreement/report.xhtml", "id", report.id());
    }

    public @Nullable Long getVersion() {
        return version;
    }

    public void setVersion(@Nullable Long version) {
        this.version = version;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
