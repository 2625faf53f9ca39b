package ru.mos.clusters.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.function.UnaryOperator;
import ru.mos.clusters.platform.Caller;

/** Headers every answer carries, and the address every call is recorded with. Faces views set their own stricter policy. */
public class SecurityHeaders extends HttpFilter {

    private static final String POLICY = "Content-Security-Policy";
    private static final String NOTHING_RUNS = "default-src 'none'; img-src 'self' data:; style-src 'self'; font-src"
            + " 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
    private static final String FORMS = "form-action 'self'";

    @Inject
    private LogInProvider provider;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(POLICY, policy(NOTHING_RUNS));
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (!request.getServletPath().startsWith("/jakarta.faces.resource")) {
            response.setHeader("Cache-Control", "no-store");
        }
        if (request.getMethod().equals("TRACE") && request.getDispatcherType() == DispatcherType.REQUEST) {
            response.setHeader("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED); // it would show a script its own cookies
            return;
        }
        Caller.comesFrom(request.getRemoteAddr());
        try {
            chain.doFilter(request, new OnePolicy(response, this::policy));
        } finally {
            Caller.comesFrom(null);
        }
    }

    /** Logging out is a form that leads on to the log-in provider. */
    private String policy(String policy) {
        return provider.origin()
                .map(origin -> policy.replace(FORMS, FORMS + " " + origin))
                .orElse(policy);
    }

    /** The policy of a Faces view takes the place of the one set here; two at once would both hold. */
    private static final class OnePolicy extends HttpServletResponseWrapper {

        private final UnaryOperator<String> policy;

        OnePolicy(HttpServletResponse response, UnaryOperator<String> policy) {
            super(response);
            this.policy = policy;
        }

        @Override
        public void addHeader(String name, String value) {
            if (name.equals(POLICY)) {
                setHeader(name, policy.apply(value));
            } else {
                super.addHeader(name, value);
            }
        }
    }
}
