package ru.mos.clusters.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.security.FormToken;
import ru.mos.clusters.web.security.PageGate;

/** What the frame of every page shows: who is here, in which roles, how many tasks wait. */
@Named
@RequestScoped
public class Shell {

    @Inject
    private HttpServletRequest request;

    /** Null on the log-in page. */
    public @Nullable Person getPerson() {
        var session = request.getSession(false);
        return session == null || request.getUserPrincipal() == null ? null : (Person) session.getAttribute(Person.KEY);
    }

    public List<String> getRoles() {
        return Role.ALL.stream().filter(request::isUserInRole).toList();
    }

    public boolean has(String role) {
        return request.isUserInRole(role);
    }

    /** Open tasks as counted when the request was let in; null on pages that are shown without. */
    public @Nullable Long getTasks() {
        return (Long) request.getAttribute(PageGate.TASKS);
    }

    /** Proves that a plain form was made by a page of this session. */
    public String getToken() {
        return FormToken.of(request.getSession());
    }

    /** The page as it was asked for, to come back to after switching the language. */
    public String getHere() {
        var forwarded = request.getAttribute("jakarta.servlet.error.request_uri");
        if (forwarded != null) {
            return "/";
        }
        var asked = (String) request.getAttribute(RequestDispatcher.FORWARD_SERVLET_PATH);
        if (asked != null) {
            var below = (String) request.getAttribute(RequestDispatcher.FORWARD_PATH_INFO);
            return asked + (below == null ? "" : below);
        }
        var query = request.getQueryString();
        return request.getServletPath() + (query == null ? "" : "?" + query);
    }
}
