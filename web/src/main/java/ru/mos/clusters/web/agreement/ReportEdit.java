package ru.mos.clusters.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.BudgetUse;
import ru.mos.clusters.agreement.ReportDraft;
import ru.mos.clusters.agreement.ReportDrafts;
import ru.mos.clusters.agreement.ReportLine;
import ru.mos.clusters.agreement.ReportView;
import ru.mos.clusters.agreement.Reports;
import ru.mos.clusters.agreement.Successions;
import ru.mos.clusters.agreement.TypedLine;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.DateConverter;
import ru.mos.clusters.web.shell.DecimalConverter;
import ru.mos.clusters.web.shell.Faults;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.InnConverter;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/**
 * The form of the lines of a report. What is typed is kept by itself, whole lines or not, and is there again when the person comes
 * back; it becomes part of the report when it is saved.
 */
@Named
@ViewScoped
public class ReportEdit implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Successions successions;

    @EJB
    private Reports reports;

    @EJB
    private ReportDrafts drafts;

    @Inject
    private ListQuery query;

    @Inject
    private AgreementRights rights;

    private ReportView report;
    private List<String> budget = List.of();
    private @Nullable ReportDraft draft;
    private long version;
    private int revision;
    private @Nullable Instant keptAt;
    private final List<Line> lines = new ArrayList<>();

    /** A line as typed: nothing is read before it is saved, so that what cannot be read yet is kept too. */
    public static final class Line implements Serializable {
        private static final long serialVersionUID = 1L;

        private @Nullable String item;
        private @Nullable String contractor;
        private @Nullable String title;
        private @Nullable String number;
        private @Nullable String date;
        private @Nullable String paidOn;
        private @Nullable String amount;

        private static Line of(ReportLine given) {
            return of(new TypedLine(
                    given.item(),
                    given.contractor().digits(),
                    given.document().title(),
                    given.document().number(),
                    Functions.show(given.document().date()),
                    Functions.show(given.paidOn()),
                    Functions.show(given.amount())));
        }

        private static Line of(TypedLine given) {
            var line = new Line();
            line.item = given.item();
            line.contractor = given.contractor();
            line.title = given.title();
            line.number = given.number();
            line.date = given.date();
            line.paidOn = given.paidOn();
            line.amount = given.amount();
            return line;
        }

        private TypedLine typed() {
            return new TypedLine(item, contractor, title, number, date, paidOn, amount);
        }

        /** The line, or null and why not. */
        private @Nullable ReportLine read(String pointer, List<Problem> faults) {
            var inn = read(contractor, InnConverter::parse, pointer + "/contractor", faults);
            var documentDate = read(date, DateConverter::parse, pointer + "/date", faults);
            var day = read(paidOn, DateConverter::parse, pointer + "/paidOn", faults);
            var sum = read(amount, DecimalConverter::parse, pointer + "/amount", faults);
            if (inn == null || documentDate == null || day == null || sum == null) {
                return null;
            }
            var paper = new Paper(String.valueOf(title), number, documentDate);
            return new ReportLine(String.valueOf(item), inn, paper, day, sum);
        }

        private static <T> @Nullable T read(
                @Nullable String typed, Function<String, T> reading, String pointer, List<Problem> faults) {
            try {
                return reading.apply(typed == null ? "" : typed.strip());
            } catch (Problem unreadable) {
                faults.add(unreadable.at(pointer));
                return null;
            }
        }

        public @Nullable String getItem() {
            return item;
        }

        public void setItem(@Nullable String item) {
            this.item = item;
        }

        public @Nullable String getContractor() {
            return contractor;
        }

        public void setContractor(@Nullable String contractor) {
            this.contractor = contractor;
        }

        public @Nullable String getTitle() {
            return title;
        }

        public void setTitle(@Nullable String title) {
            this.title = title;
        }

        public @Nullable String getNumber() {
            return number;
        }

        public void setNumber(@Nullable String number) {
            this.number = number;
        }

        public @Nullable String getDate() {
            return date;
        }

        public void setDate(@Nullable String date) {
            this.date = date;
        }

        public @Nullable String getPaidOn() {
            return paidOn;
        }

        public void setPaidOn(@Nullable String paidOn) {
            this.paidOn = paidOn;
        }

        public @Nullable String getAmount() {
            return amount;
        }

        public void setAmount(@Nullable String amount) {
            this.amount = amount;
        }
    }

    @PostConstruct
    void open() {
        report = reports.view(Ids.of(query.value("id"), AgreementProblem.REPORT_UNKNOWN));
        if (!rights.isReporting()) {
            throw new Problem(PlatformProblem.FORBIDDEN_ROLE);
        }
        if (!successions.isActing(report.agreement())) {
            throw new Problem(AgreementProblem.AGREEMENT_OF_SUCCESSOR);
        }
        if (!report.isOpen()) {
            throw new Problem(AgreementProblem.REPORT_SENT);
        }
        if (report.lines().size() > ReportPage.MOST_ON_SCREEN) {
            throw new Problem(AgreementProblem.REPORT_LINES_TOO_MANY, ReportPage.MOST_ON_SCREEN);
        }
        budget = reports.uses(report.id()).stream().map(BudgetUse::name).toList();
        draft = drafts.find(report.id()).orElse(null);
        if (draft == null) {
            version = report.version();
            report.lines().forEach(one -> lines.add(Line.of(one)));
        } else {
            version = draft.version();
            revision = draft.revision();
            draft.lines().forEach(one -> lines.add(Line.of(one)));
        }
        if (lines.isEmpty()) {
            lines.add(new Line());
        }
    }

    /** Makes room for another line. */
    public @Nullable String addLine() {
        lines.add(new Line());
        keep();
        return null;
    }

    /** Takes the last away. */
    public @Nullable String takeLine() {
        lines.remove(lines.size() - 1);
        keep();
        return null;
    }

    public boolean isFull() {
        return lines.size() >= ReportPage.MOST_ON_SCREEN;
    }

    /** Keeps what is typed while it is being written. */
    public void keep() {
        keptAt = null;
        var kept = drafts.keep(report.id(), version, revision, typed());
        revision = kept.revision();
        keptAt = kept.keptAt();
    }

    private List<TypedLine> typed() {
        return lines.stream().map(Line::typed).toList();
    }

    /** Whether lines may lack something now: they are kept, not saved. */
    public boolean isUnfinished() {
        var context = FacesContext.getCurrentInstance();
        return context.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE
                && (context.getPartialViewContext().isAjaxRequest()
                        || context.getExternalContext().getRequestParameterMap().keySet().stream()
                                .anyMatch(sent -> sent.endsWith(":addLine") || sent.endsWith(":takeLine")));
    }

    /** When what is typed was kept by itself; null where it was not. */
    public @Nullable Instant getKeptAt() {
        return keptAt;
    }

    /** Why it was not kept; null where nothing went wrong. */
    public @Nullable String getNotKept() {
        var context = FacesContext.getCurrentInstance();
        return context.getPartialViewContext().isAjaxRequest()
                ? context.getMessageList().stream()
                        .map(FacesMessage::getSummary)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** Writes all lines anew, or shows at every field what cannot be read. */
    public @Nullable String save() {
        var faults = new ArrayList<Problem>();
        var read = new ArrayList<ReportLine>();
        for (var line : lines) {
            var sound = line.read("/lines/" + lines.indexOf(line), faults);
            if (sound != null) {
                read.add(sound);
            }
        }
        if (!faults.isEmpty()) {
            faults.forEach(Faults::show);
            return null;
        }
        reports.save(report.id(), version, read);
        Messages.info("grant.reportSaved");
        return Redirect.to("/agreement/report.xhtml", "id", report.id());
    }

    /** Goes on with what was typed, though the report was written anew since: it will replace that. */
    public String goOn() {
        var begun = draft == null ? List.<TypedLine>of() : draft.lines();
        drafts.keep(report.id(), report.version(), revision, begun);
        return again();
    }

    /** Gives up what was typed. */
    public String drop() {
        drafts.drop(report.id());
        Messages.info("grant.draftDropped");
        return again();
    }

    private String again() {
        return Redirect.to("/agreement/report-edit.xhtml", "id", report.id());
    }

    /** What was typed before the page was opened; null for nothing. */
    public @Nullable ReportDraft getDraft() {
        return draft;
    }

    /** Whether the report was written anew since. */
    public boolean isOutdated() {
        return draft != null && draft.version() != report.version();
    }

    /** Whether the agreement has a budget, whose items are offered. */
    public boolean isBudgeted() {
        return !budget.isEmpty();
    }

    /** The items of the budget, and what the line says where it is none of them. */
    public List<String> items(Line line) {
        var own = line.getItem();
        return own == null || own.isBlank() || budget.contains(own)
                ? budget
                : Stream.concat(budget.stream(), Stream.of(own)).toList();
    }

    public ReportView getReport() {
        return report;
    }

    public List<Line> getLines() {
        return lines;
    }
}
