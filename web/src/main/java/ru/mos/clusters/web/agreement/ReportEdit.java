package ru.mos.clusters.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.ReportLine;
import ru.mos.clusters.agreement.ReportView;
import ru.mos.clusters.agreement.Reports;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** The form of the lines of a report. */
@Named
@ViewScoped
public class ReportEdit implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Reports reports;

    @Inject
    private ListQuery query;

    @Inject
    private AgreementRights rights;

    private ReportView report;
    private final List<Line> lines = new ArrayList<>();

    /** A line as typed. */
    public static final class Line implements Serializable {
        private static final long serialVersionUID = 1L;

        private @Nullable String item;
        private @Nullable Inn contractor;
        private final PaperEntry paper = new PaperEntry();
        private @Nullable LocalDate paidOn;
        private @Nullable BigDecimal amount;

        private static Line of(ReportLine given) {
            var line = new Line();
            line.item = given.item();
            line.contractor = given.contractor();
            line.paper.setTitle(given.document().title());
            line.paper.setNumber(given.document().number());
            line.paper.setDate(given.document().date());
            line.paidOn = given.paidOn();
            line.amount = given.amount();
            return line;
        }

        private ReportLine line() {
            return new ReportLine(
                    Objects.requireNonNull(item),
                    Objects.requireNonNull(contractor),
                    paper.paper(),
                    Objects.requireNonNull(paidOn),
                    Objects.requireNonNull(amount));
        }

        public @Nullable String getItem() {
            return item;
        }

        public void setItem(@Nullable String item) {
            this.item = item;
        }

        public @Nullable Inn getContractor() {
            return contractor;
        }

        public void setContractor(@Nullable Inn contractor) {
            this.contractor = contractor;
        }

        public PaperEntry getPaper() {
            return paper;
        }

        public @Nullable LocalDate getPaidOn() {
            return paidOn;
        }

        public void setPaidOn(@Nullable LocalDate paidOn) {
            this.paidOn = paidOn;
        }

        public @Nullable BigDecimal getAmount() {
            return amount;
        }

        public void setAmount(@Nullable BigDecimal amount) {
            this.amount = amount;
        }
    }

    @PostConstruct
    void open() {
        report = reports.view(Ids.of(query.value("id"), AgreementProblem.REPORT_UNKNOWN));
        if (!rights.isReporting()) {
            throw new Problem(PlatformProblem.FORBIDDEN_ROLE);
        }
        if (!report.isOpen()) {
            throw new Problem(AgreementProblem.REPORT_SENT);
        }
        if (report.lines().size() > ReportPage.MOST_ON_SCREEN) {
            throw new Problem(AgreementProblem.REPORT_LINES_TOO_MANY, ReportPage.MOST_ON_SCREEN);
        }
        report.lines().forEach(one -> lines.add(Line.of(one)));
        if (lines.isEmpty()) {
            addLine();
        }
    }

    /** Makes room for another line. */
    public @Nullable String addLine() {
        lines.add(new Line());
        return null;
    }

    /** Takes the last away. */
    public @Nullable String takeLine() {
        lines.remove(lines.size() - 1);
        return null;
    }

    public boolean isFull() {
        return lines.size() >= ReportPage.MOST_ON_SCREEN;
    }

    /** Writes all lines anew. */
    public String save() {
        reports.save(
                report.id(), report.version(), lines.stream().map(Line::line).toList());
        Messages.info("grant.reportSaved");
        return Redirect.to("/agreement/report.xhtml", "id", report.id());
    }

    public ReportView getReport() {
        return report;
    }

    public List<Line> getLines() {
        return lines;
    }
}
