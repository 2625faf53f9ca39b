package ru.mos.clusters.web.security;

import jakarta.ejb.EJB;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.omnifaces.util.Servlets;
import ru.mos.clusters.platform.LogIns;

/**
 * Lets nobody past the log-in page without a session whose rights are still those it was made with: a changed password or
 * role, a lock or a leave ends it at the next click.
 */
public class PageGate extends HttpFilter {

    /** Session attribute: the version of the rights at log-in. */
    public static final String RIGHTS = "ru.mos.clusters.rights";

    @EJB
    private LogIns logIns;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getServletPath();
        if (open(path)) {
            chain.doFilter(request, response);
            return;
        }
        var user = request.getUserPrincipal();
        if (user != null) {
            var session = request.getSession(false);
            var rights = session == null ? null : session.getAttribute(RIGHTS);
            if (rights != null
                    && logIns.version(user.getName()).filter(rights::equals).isPresent()) {
                chain.doFilter(request, response);
                return;
            }
            request.logout();
            if (session != null) {
                session.invalidate();
            }
        }
        Servlets.facesRedirect(request, response, request.getContextPath() + "/login.xhtml" + wanted(request));
    }

    private static boolean open(String path) {
        return path.equals("/login.xhtml")
                || path.equals("/api")
                || path.startsWith("/api/")
                || path.equals("/openapi")
                || path.startsWith("/jakarta.faces.resource/");
    }

    /** Where to go after log-in: only a page somebody opened, never the target of a post. */
    private static String wanted(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")
                || request.getServletPath().equals("/")
                || request.getServletPath().isEmpty()) {
            return "";
        }
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return "?to=" + URLEncoder.encode(request.getServletPath() + query, StandardCharsets.UTF_8);
    }
}
