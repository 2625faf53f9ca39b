package ru.mos.clusters.agreement;

import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Time;

/**
 * What people type into reports, kept until they save it: whole lines or not, each person's own, no part of the report and of the
 * record of changes. Saving the report ends the draft of who saved it; a draft that was begun from an earlier version of the report
 * stays, and is to be continued or dropped knowingly.
 */
@Stateless
@DenyAll
public class ReportDrafts {

    /** As many lines as are typed on a screen. */
    public static final int MOST_LINES = 200;

    @Inject
    private ReportStore store;

    @EJB
    private Reports reports;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /** The caller's own. @throws Problem {@code report-unknown} */
    @RolesAllowed({DEPARTMENT, APPLICANT})
    public Optional<ReportDraft> find(UUID report) {
        reports.view(report);
        return store.draft(report, caller.login());
    }

    /**
     * Keeps what is typed.
     *
     * @param version of the report that was seen
     * @param revision of the draft that was seen; 0: none
     * @throws Problem {@code report-unknown}, {@code report-sent}, {@code report-lines-too-many}, {@code text-too-long}; {@code
     *     changed-meanwhile} where the report was written anew, or the draft in another window
     */
    @RolesAllowed({DEPARTMENT, APPLICANT})
    public ReportDraft keep(UUID report, long version, int revision, List<TypedLine> lines) {
        var seen = reports.view(report);
        if (!seen.isOpen()) {
            throw new Problem(AgreementProblem.REPORT_SENT);
        }
        if (seen.version() != version) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        if (lines.size() > MOST_LINES) {
            throw new Problem(AgreementProblem.REPORT_LINES_TOO_MANY, MOST_LINES).at("/lines");
        }
        var stripped = new ArrayList<TypedLine>();
        for (int at = 0; at < lines.size(); at++) {
            stripped.add(lines.get(at).stripped("/lines/" + at));
        }
        if (!store.keep(report, caller.login(), new ReportDraft(version, revision, time.now(), stripped))) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return store.draft(report, caller.login()).orElseThrow();
    }

    /** Gives up what the caller typed. @throws Problem {@code report-unknown} */
    @RolesAllowed({DEPARTMENT, APPLICANT})
    public void drop(UUID report) {
        reports.view(report);
        store.drop(report, caller.login());
    }
}
