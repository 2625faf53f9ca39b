package ru.mos.clusters.call.programme;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallProblem;
import ru.mos.clusters.eligibility.draft.RuleVersions;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;

/**
 * Programmes and their plans. A plan is changed as its act is amended; never below what calls have announced, and lines that
 * no longer hold stay on record.
 */
@Stateless
@DenyAll
public class Programmes {

    @Inject
    private ProgrammeStore store;

    @EJB
    private RuleVersions acts;

    @Inject
    private Changes changes;

    /** Programmes by code. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, APPLICANT, SERVICE
    })
    public Slice<ProgrammeView> list(PageRequest page) {
        return Slice.of(store.programmes(null, page), page, programme -> List.of(programme.code()));
    }

    /** @throws Problem {@code programme-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, APPLICANT, SERVICE
    })
    public ProgrammeView programme(String code) {
        return store.programmes(code, PageRequest.first(1)).stream()
                .findFirst()
                .orElseThrow(() -> new Problem(CallProblem.PROGRAMME_UNKNOWN, code));
    }

    /**
     * Enters a programme.
     *
     * @throws Problem {@code programme-exists}, {@code programme-act-unknown}
     */
    @RolesAllowed(DEPARTMENT)
    public ProgrammeView enter(PlanProgramme command) {
        requireActs(command);
        long change = record("PROGRAMME_ENTERED", command, null);
        if (!store.insert(command, change)) {
            throw new Problem(CallProblem.PROGRAMME_EXISTS, command.code()).at("/code");
        }
        store.plan(command, change);
        return programme(command.code());
    }

    /**
     * Replaces what a programme says.
     *
     * @param version that the caller saw
     * @throws Problem {@code programme-unknown}, {@code changed-meanwhile}, {@code programme-act-unknown}, {@code
     *     measure-called}, {@code plan-below-called}, {@code award-before-first-day}
     */
    @RolesAllowed(DEPARTMENT)
    public ProgrammeView change(PlanProgramme command, long version) {
        store.lock(command.code());
        var before = programme(command.code());
        if (before.version() != version) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        requireActs(command);
        store.called(command.code()).forEach(called -> requireRoom(command, called));
        long change = record("PROGRAMME_CHANGED", command, before);
        store.update(command, change);
        store.plan(command, change);
        return programme(command.code());
    }

    private void requireActs(PlanProgramme command) {
        var editions = acts.editions(command.firstAwardOn());
        for (var act : command.acts()) {
            boolean known = editions.stream()
                    .anyMatch(edition ->
                            edition.act().equals(act.act()) && Objects.equals(edition.edition(), act.edition()));
            if (!known) {
                throw new Problem(CallProblem.PROGRAMME_ACT_UNKNOWN, act.act()).at("/acts");
            }
        }
    }

    /** What is called under a measure keeps its place and its money in the plan. */
    private static void requireRoom(PlanProgramme command, ProgrammeStore.Called called) {
        var measure = command.measures().stream()
                .filter(planned -> planned.code().equals(called.measure()))
                .findFirst()
                .orElseThrow(() -> new Problem(CallProblem.MEASURE_CALLED, called.measure()).at("/measures"));
        if (called.year() == null || called.amount() == null) {
            return;
        }
        boolean fits = measure.plan().stream()
                .anyMatch(line -> line.year() == called.year() && line.amount().compareTo(called.amount()) >= 0);
        if (!fits) {
            throw new Problem(
                            CallProblem.PLAN_BELOW_CALLED,
                            called.measure(),
                            called.year().toString(),
                            called.amount())
                    .at("/measures");
        }
    }

    private long record(String action, PlanProgramme command, @Nullable ProgrammeView before) {
        return changes.record(action, "PROGRAMME", command.code(), before, command);
    }
}
