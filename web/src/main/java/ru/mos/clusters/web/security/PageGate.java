package ru.mos.clusters.web.security;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.omnifaces.util.Servlets;
import ru.mos.clusters.platform.LogIns;

/**
 * Lets nobody past the log-in page without a session whose rights are still those it was made with: a changed password or
 * role, a lock or a leave ends it at the next click.
 */
public class PageGate extends HttpFilter {

    /** Session attribute: the version of the rights at log-in. */
    public static final String RIGHTS = "ru.mos.clusters.rights";

    /** Request attribute: how many open tasks the person has. */
    public static final String TASKS = "ru.mos.clusters.tasks";

    @EJB
    private LogIns logIns;

    @Inject
    private LogInProvider provider;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isOpen(request)) {
            chain.doFilter(request, response);
            return;
        }
        var user = request.getUserPrincipal();
        if (user != null) {
            var session = request.getSession(false);
            var rights = session == null ? null : session.getAttribute(RIGHTS);
            var standing = rights == null
                    ? Optional.<LogIns.Standing>empty()
                    : logIns.standing(user.getName()).filter(now -> rights.equals(now.version()));
            if (standing.isPresent()) {
                request.setAttribute(TASKS, standing.get().tasks());
                chain.doFilter(request, response);
                return;
            }
            request.logout();
            if (session != null) {
                session.invalidate();
            }
        }
        var wanted = wanted(request);
        var door =
                provider.isForPeople() && !Visit.lasts(request) && page(request) ? "/login/provider" : "/login.xhtml";
        Visit.end(request, response);
        Servlets.facesRedirect(request, response, request.getContextPath() + door + wanted);
    }

    private static boolean isOpen(HttpServletRequest request) {
        var path = request.getServletPath();
        return path.equals("/login.xhtml")
                || path.startsWith("/login/")
                || path.equals("/api")
                || path.startsWith("/api/")
                || path.equals("/openapi")
                || path.equals("/open-data") // the address of its one servlet, whatever follows
                || (path.equals("/session") && "/language".equals(request.getPathInfo()))
                || path.startsWith("/jakarta.faces.resource/");
    }

    /** Whether a person asks for a page, which the provider can give back; whose session ran out is told so first. */
    private static boolean page(HttpServletRequest request) {
        var path = request.getServletPath();
        return request.getMethod().equals("GET") && (path.equals("/") || path.isEmpty() || path.endsWith(".xhtml"));
    }

    /** Where to go after log-in: the page, never the target of a plain post; and whether a session has run out. */
    private static String wanted(HttpServletRequest request) {
        var path = request.getServletPath();
        var ended = Visit.lasts(request) ? "ended=true" : "";
        if (path.equals("/") || path.isEmpty() || path.equals("/index.xhtml") || !path.endsWith(".xhtml")) {
            return ended.isEmpty() ? "" : "?" + ended;
        }
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        var to = "to=" + URLEncoder.encode(path + query, StandardCharsets.UTF_8);
        return "?" + to + (ended.isEmpty() ? "" : "&" + ended);
    }
}
