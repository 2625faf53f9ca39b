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
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.call.SupportForm;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.project.FundingLimits;
import ru.mos.clusters.project.Holders;
import ru.mos.clusters.project.ProjectChecks;
import ru.mos.clusters.project.Projects;
import ru.mos.clusters.project.RecipientRoute;

/**
 * Whether a project is sound within a call, and how it stands. Asked in the name of the department: an applicant is told
 * what stands against an application without being let into the registers it rests on. Who may ask of which project has been
 * examined before.
 */
@Stateless
@DenyAll
@RunAs(DEPARTMENT)
public class ProjectStandings {

    @EJB
    private Projects projects;

    @EJB
    private ProjectChecks checks;

    /** What is wrong with what a project says now, within the limits of a call. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public List<Problem> faults(UUID project, CallTerms terms) {
        return projects.faults(project, limits(terms));
    }

    static FundingLimits limits(CallTerms terms) {
        boolean money = terms.forms().contains(SupportForm.FINANCIAL);
        var route = Optional.ofNullable(terms.flow()).map(CallTerms.Flow::route);
        return new FundingLimits(
                terms.shares(),
                List.of(),
                terms.target(),
                money ? terms.projectLeast() : null,
                money ? terms.projectMost() : null,
                null,
                route.map(named -> RecipientRoute.valueOf(named.name())).orElse(null));
    }

    /**
     * How clusters, applicant and recipients stand on a day by the rules that the call names.
     *
     * @param edition null: what the project says now
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public ProjectStanding standing(
            UUID project, @Nullable Integer edition, LocalDate on, CallTerms terms, Locale locale) {
        return ProjectStanding.of(
                checks.check(project, edition == null ? 0 : edition, on, terms.rules(), null, locale),
                terms.eligibility(),
                edition == null
                        ? List.of()
                        : projects.outdated(project, edition).stream()
                                .map(fault -> ProblemTexts.text(fault, locale))
                                .toList());
    }

    /** How a frozen edition stands on a day, with who stands by then in the place of its applicant and of others. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public ProjectStanding succeeded(
            UUID project, int edition, LocalDate on, CallTerms terms, Holders holders, Locale locale) {
        return ProjectStanding.of(
                checks.succeeded(project, edition, on, terms.rules(), holders, locale),
                terms.eligibility(),
                projects.outdated(project, edition, holders).stream()
                        .map(fault -> ProblemTexts.text(fault, locale))
                        .toList());
    }
}
