package ru.mos.clusters.web.cluster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import ru.mos.clusters.platform.Role;

/** What pages of clusters offer to whom; whether it is allowed is decided by the services. */
@Named
@RequestScoped
public class ClusterRights {

    @Inject
    private HttpServletRequest request;

    /** Whether the person can change clusters and record conclusions. */
    public boolean isChanging() {
        return any(Role.DEPARTMENT, Role.GCKR);
    }

    /** Whether the person sees verdicts and the registry; experts see clusters alone. */
    public boolean isJudging() {
        return isChanging() || any(Role.CHIEF, Role.ACCOUNTANT, Role.INFRASTRUCTURE, Role.COMMISSION, Role.AUDITOR);
    }

    /** Whether the person may ask what a verdict would be if something were otherwise. */
    public boolean isSupposing() {
        return isChanging() || any(Role.CHIEF, Role.COMMISSION, Role.AUDITOR);
    }

    private boolean any(String... roles) {
        return Arrays.stream(roles).anyMatch(request::isUserInRole);
    }
}
