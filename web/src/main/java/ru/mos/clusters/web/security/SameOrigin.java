package ru.mos.clusters.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses posts that another site's page made the browser send. The forms' own proofs (view state, {@link FormToken})
 * stand behind it. Programs under {@code /api} have no session to abuse.
 */
public class SameOrigin extends HttpFilter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (HARMLESS.contains(request.getMethod()) || request.getServletPath().startsWith("/api") || ours(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean ours(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            return false;
        }
        var origin = request.getHeader("Origin");
        return origin == null || host(origin).equalsIgnoreCase(String.valueOf(request.getHeader("Host")));
    }

    private static String host(@Nullable String origin) {
        try {
            return String.valueOf(URI.create(String.valueOf(origin)).getRawAuthority());
        } catch (IllegalArgumentException nonsense) {
            return "";
        }
    }
}
