package ru.mos.clusters.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Stream;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Role;

/** What of agreements the person's roles open, so that no page offers what the service refuses. */
@Named
@RequestScoped
public class AgreementRights {

    @Inject
    private Caller caller;

    /** Whether the person draws agreements up. */
    public boolean isWriting() {
        return has(Role.DEPARTMENT);
    }

    /** Whether the person enters documents of own money and accounts. */
    public boolean isEntering() {
        return has(Role.DEPARTMENT, Role.ACCOUNTANT, Role.APPLICANT);
    }

    /** Whether the person reads accounts of payees. */
    public boolean isReadingAccounts() {
        return has(Role.DEPARTMENT, Role.CHIEF, Role.ACCOUNTANT, Role.AUDITOR, Role.APPLICANT);
    }

    /** Whether the person prepares payments. */
    public boolean isPaying() {
        return has(Role.ACCOUNTANT);
    }

    /** Whether the person writes reports. */
    public boolean isReporting() {
        return has(Role.DEPARTMENT, Role.APPLICANT);
    }

    /** Whether the person decides on documents and reports that somebody else wrote. */
    public boolean isDeciding() {
        return has(Role.DEPARTMENT, Role.CHIEF);
    }

    /** Whether the person decides on reviews that somebody else opened. */
    public boolean isChief() {
        return has(Role.CHIEF);
    }

    /** Whether the person may have the project checked anew. */
    public boolean isExamining() {
        return has(Role.DEPARTMENT, Role.CHIEF, Role.ACCOUNTANT);
    }

    /** Whether it is the person who is logged in. */
    public boolean me(String login) {
        return caller.login().equals(login);
    }

    private boolean has(String... roles) {
        return Stream.of(roles).anyMatch(caller::hasRole);
    }
}
