package ru.mos.clusters.call.application;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallEdition;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.application.ApplicationPdf.Printed;
import ru.mos.clusters.call.application.ApplicationStore.Kept;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.People;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.project.FrozenProjects;

/** Applications and their receipts as PDF. */
@Stateless
@DenyAll
public class ApplicationPapers {

    @Inject
    private ApplicationStore store;

    @Inject
    private ApplicationChecks checks;

    @Inject
    private AppliedProjects projects;

    @Inject
    private FrozenProjects frozen;

    @EJB
    private Calls calls;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    /**
     * The whole application as it will be read.
     *
     * @param round null: what is being written for who writes it, the latest round for all others
     * @throws Problem {@code call-application-unknown}, {@code call-application-not-submitted} for a round that is not there
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public byte[] document(UUID id, @Nullable Integer round, Locale locale) {
        var kept = checks.find(id);
        boolean writes = ApplicationLifecycle.sends(kept.channel(), caller::hasRole) && isWritten(kept);
        var out = new ByteArrayOutputStream();
        var submission = round == null && (writes || kept.round() == 0) ? null : round(kept, round);
        new ApplicationPdf(printed(kept, submission), this::person, locale).document(checks.now(), out);
        return out.toByteArray();
    }

    /** Whether what is sent next differs from what was received last. */
    private static boolean isWritten(Kept kept) {
        return ApplicationLifecycle.TABLE
                        .find(kept.state(), ApplicationAction.EDIT)
                        .isPresent()
                || ApplicationLifecycle.TABLE
                        .find(kept.state(), ApplicationAction.RECALL)
                        .isPresent();
    }

    /**
     * The receipt of a round.
     *
     * @param round null: the latest
     * @throws Problem {@code call-application-unknown}, {@code call-application-not-submitted}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public byte[] receipt(UUID id, @Nullable Integer round, Locale locale) {
        var kept = checks.find(id);
        var out = new ByteArrayOutputStream();
        new ApplicationPdf(printed(kept, round(kept, round)), this::person, locale).receipt(checks.now(), out);
        return out.toByteArray();
    }

    private SubmissionView round(Kept kept, @Nullable Integer round) {
        int wanted = round == null ? kept.round() : round;
        return store.rounds(kept.id()).stream()
                .filter(one -> one.round() == wanted)
                .findFirst()
                .orElseThrow(() -> new Problem(ApplicationProblem.CALL_APPLICATION_NOT_SUBMITTED));
    }

    private Printed printed(Kept kept, @Nullable SubmissionView submission) {
        var edition = submission == null ? kept.projectEdition() : Integer.valueOf(submission.projectEdition());
        return new Printed(
                kept.view(caller::hasRole),
                terms(kept, submission),
                submission == null ? kept.answers() : submission.answers(),
                projects.content(kept.project(), edition),
                edition == null ? List.of() : frozen.participants(kept.project(), edition),
                submission);
    }

    /** The name behind what a round keeps of who sent it: a login, or a program's login and whom it named. */
    private String person(String sender) {
        int named = sender.indexOf('/');
        return named < 0 ? people.name(sender) : sender.substring(named + 1);
    }

    private CallTerms terms(Kept kept, @Nullable SubmissionView submission) {
        return calls.editions(kept.call()).stream()
                .filter(edition -> submission != null && edition.number() == submission.callEdition())
                .map(CallEdition::terms)
                .findFirst()
                .orElseGet(() -> checks.terms(kept));
    }
}
