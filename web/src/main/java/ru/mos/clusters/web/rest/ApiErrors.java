package ru.mos.clusters.web.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Stands before the error page: what failed below {@code /api} is answered with a problem document, also where the server
 * refused it before a resource was reached, as it does addresses and headers it cannot read.
 */
public class ApiErrors extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var address = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        var api = request.getContextPath() + "/api";
        if (!address.equals(api) && !address.startsWith(api + "/")) {
            chain.doFilter(request, response);
            return;
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known
                ? known
                : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        var locale = Languages.of(request.getHeader("Accept-Language"));
        ProblemWriter.write(response, ProblemDocument.of(status, locale));
    }
}
