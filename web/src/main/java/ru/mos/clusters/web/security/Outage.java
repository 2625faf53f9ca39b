package ru.mos.clusters.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTranslator;

/**
 * Ends a page's request that failed with the error page: what the page noted in {@link #PROBLEM} or {@link #DEFECT}, or
 * what was thrown before a page was reached, such as the database being away.
 */
public class Outage extends HttpFilter {

    /** Request attribute: the problem the error page shows. */
    public static final String PROBLEM = "ru.mos.clusters.problem";

    /** Request attribute: the number of a defect. */
    public static final String DEFECT = "ru.mos.clusters.defect";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            var problem = ProblemTranslator.translate(failure);
            if (problem.isEmpty() || response.isCommitted()) {
                throw failure;
            }
            request.setAttribute(PROBLEM, problem.get());
        }
        if (response.isCommitted()) {
            return;
        }
        if (request.getAttribute(PROBLEM) instanceof Problem problem) {
            int status = problem.code().kind().status();
            response.reset();
            if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE
                    && problem.code() != PlatformProblem.OUTCOME_UNKNOWN) {
                response.setHeader("Retry-After", "5");
            }
            response.sendError(status);
        } else if (request.getAttribute(DEFECT) != null) {
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }
}
