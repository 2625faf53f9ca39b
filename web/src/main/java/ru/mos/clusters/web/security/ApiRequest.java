package ru.mos.clusters.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.auth.server.SecurityIdentity;

/** A request under {@code /api}: it is made by whom its credentials name, and a browser's session is not there. */
final class ApiRequest extends HttpServletRequestWrapper {

    private final SecurityIdentity identity;

    ApiRequest(HttpServletRequest request, SecurityIdentity identity) {
        super(request);
        this.identity = identity;
    }

    @Override
    public Principal getUserPrincipal() {
        return identity.getPrincipal();
    }

    @Override
    public String getRemoteUser() {
        return identity.getPrincipal().getName();
    }

    @Override
    public boolean isUserInRole(String role) {
        return identity.getRoles().contains(role);
    }

    @Override
    public String getAuthType() {
        return BASIC_AUTH;
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
        if (create) {
            throw new IllegalStateException("no sessions under /api");
        }
        return null;
    }

    @Override
    public @Nullable HttpSession getSession() {
        return getSession(true);
    }
}
