package ru.mos.clusters.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.ReportUpload;
import ru.mos.clusters.agreement.ReportView;
import ru.mos.clusters.agreement.Reports;
import ru.mos.clusters.agreement.Successions;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The form that takes in the lines of a report as a workbook; where it is refused, it stays and says why, place by place. */
@Named
@RequestScoped
public class ReportUploadForm {

    @EJB
    private Successions successions;

    @EJB
    private Reports reports;

    @Inject
    private ListQuery query;

    @Inject
    private AgreementRights rights;

    private ReportView report;
    private long version;
    private @Nullable Part file;
    private @Nullable ReportUpload answer;

    @PostConstruct
    void open() {
        report = reports.view(Ids.of(query.value("id"), AgreementProblem.REPORT_UNKNOWN));
        version = report.version();
        if (!isWorkbookAsked() && !rights.isReporting()) {
            throw new Problem(PlatformProblem.FORBIDDEN_ROLE);
        }
        if (!isWorkbookAsked() && !successions.isActing(report.agreement())) {
            throw new Problem(AgreementProblem.AGREEMENT_OF_SUCCESSOR);
        }
        if (!isWorkbookAsked() && !report.isOpen()) {
            throw new Problem(AgreementProblem.REPORT_SENT);
        }
    }

    private boolean isWorkbookAsked() {
        return query.value("workbook").equals("xlsx");
    }

    /** Answers with the workbook where the address asks for it. */
    public void workbook() throws IOException {
        if (isWorkbookAsked()) {
            Faces.sendFile(
                    reports.workbook(report.id(), Language.current()), "report-" + report.number() + ".xlsx", true);
        }
    }

    /** Writes all lines anew as the workbook says them. */
    public String upload() throws IOException {
        try (var bytes = Objects.requireNonNull(file).getInputStream()) {
            answer = reports.upload(report.id(), version, bytes);
        }
        if (!answer.isDone()) {
            return "";
        }
        Messages.info("grant.reportSaved");
        return Redirect.to("/agreement/report.xhtml", "id", report.id());
    }

    public ReportView getReport() {
        return report;
    }

    /** What was refused; null before. */
    public @Nullable ReportUpload getAnswer() {
        return answer;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    /** The version of the report that the form is made from, and which it brings back. */
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }
}
