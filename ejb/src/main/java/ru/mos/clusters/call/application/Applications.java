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
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import ru.mos.clusters.call.application.ApplicationStore.Kept;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Transitions.Step;

/**
 * Applications, as those see them who may: applicants their own, staff what was sent, the infrastructure papers that the same
 * person took in. Experts read through their work.
 */
@Stateless
@DenyAll
public class Applications {

    @Inject
    private ApplicationStore store;

    @Inject
    private Caller caller;

    /** The latest first. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public Slice<ApplicationView> list(ApplicationFilter filter, PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        var slice = Slice.of(
                store.list(filter, before, page.fetch()),
                page,
                application -> List.of(Long.toString(application.number())));
        return new Slice<>(slice.items().stream().map(this::view).toList(), slice.next());
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public long count(ApplicationFilter filter) {
        return store.count(filter);
    }

    /** @throws Problem {@code call-application-unknown} also for one that the caller does not see */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public ApplicationView view(UUID id) {
        return view(find(id));
    }

    /** The table of what may be done to an application, for the drawing and for other programs. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public List<Step<ApplicationState, ApplicationAction, ApplicationGuard, ApplicationEffect>> transitions() {
        return ApplicationLifecycle.TABLE.steps();
    }

    private Kept find(UUID id) {
        return store.find(id).orElseThrow(() -> new Problem(ApplicationProblem.CALL_APPLICATION_UNKNOWN));
    }

    private ApplicationView view(Kept kept) {
        return kept.view(caller::hasRole);
    }
}
