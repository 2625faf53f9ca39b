package ru.mos.clusters.web.support;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.registry.release.ReleaseState;
import ru.mos.clusters.support.SupportProblem;
import ru.mos.clusters.support.intake.SupportImportRemark;
import ru.mos.clusters.support.intake.SupportImportView;
import ru.mos.clusters.support.intake.SupportImports;
import ru.mos.clusters.web.shell.IntakeLook;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** One import of the register of recipients: how far it is, what it brought, what was wrong in it, and its withdrawal. */
@Named
@RequestScoped
public class SupportImportPage {

    private static final String PAGE = "/support/import.xhtml";
    private static final Set<String> TABS = Set.of("remarks", "withdrawal");
    private static final int COUNTED = 500;

    @Inject
    private SupportImports imports;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private SupportImportView upload;
    private @Nullable String reason;
    private @Nullable LazyTable<SupportImportRemark> remarks;

    @PostConstruct
    void open() {
        var id = query.value("id");
        if (!id.matches("\\d{1,18}")) {
            throw new Problem(SupportProblem.SUPPORT_IMPORT_UNKNOWN, id);
        }
        upload = imports.view(Long.parseLong(id));
    }

    public SupportImportView getUpload() {
        return upload;
    }

    public String getLook() {
        return IntakeLook.look(upload.state());
    }

    /** Whether the import waits or goes on. */
    public boolean isUnderWay() {
        return upload.state() == ReleaseState.QUEUED || upload.state() == ReleaseState.RUNNING;
    }

    /** Whether a person may begin it again. */
    public boolean isRestartable() {
        return upload.state() == ReleaseState.STOPPED || upload.state() == ReleaseState.FAILED;
    }

    /** Called by the clock of the page: the end of the import shows the page anew. */
    public void watch() {
        if (!isUnderWay()) {
            Faces.redirect(PAGE.substring(1) + "?id=%s", upload.id());
        }
    }

    /** Why nothing of it was taken in, with what to do; null if it was not refused. */
    public @Nullable String getRefusal() {
        return upload.refusalCode() == null
                ? null
                : ProblemTexts.ofSlug(upload.refusalCode(), upload.refusalArguments(), Language.current());
    }

    public String getTab() {
        return query.text("tab").filter(TABS::contains).orElse("remarks");
    }

    public LazyTable<SupportImportRemark> getRemarks() {
        if (remarks == null) {
            remarks = query.longTable(page -> imports.problems(upload.id(), page), () -> {
                var first = imports.problems(upload.id(), PageRequest.first(COUNTED));
                return new LazyTable.Count(first.items().size(), first.next() != null);
            });
        }
        return remarks;
    }

    /** What is wrong and what to do. */
    public String remark(SupportImportRemark remark) {
        return ProblemTexts.ofSlug(remark.code(), remark.args(), Language.current());
    }

    /** Whether its withdrawal can be asked for or confirmed by the caller. */
    public boolean isWithdrawable() {
        return upload.state() == ReleaseState.COMPLETED
                && (caller.hasRole(Role.DEPARTMENT) || caller.hasRole(Role.CHIEF));
    }

    /** Whether the caller is the one who asked, and so has to wait for another. */
    public boolean isAskedByMe() {
        return caller.login().equals(upload.withdrawalRequestedBy());
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public String stop() {
        imports.stop(upload.id());
        return again("support.import.stopped");
    }

    public String restart() {
        imports.restart(upload.id());
        return again("support.import.restarted");
    }

    public String requestWithdrawal() {
        imports.requestWithdrawal(upload.id(), reason);
        return again("release.withdrawalRequested");
    }

    public String confirmWithdrawal() {
        imports.confirmWithdrawal(upload.id());
        return again("support.import.withdrawn");
    }

    private String again(String result) {
        Messages.info(result);
        return Redirect.to(PAGE, "id", upload.id());
    }
}
