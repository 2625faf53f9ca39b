package ru.mos.clusters.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wildfly.security.auth.server.RealmUnavailableException;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ProblemDocument;
import ru.mos.clusters.web.rest.ProblemWriter;

/** HTTP Basic or a provider's token on every request under {@code /api}: no session is made or looked at, every refusal is a problem document. */
public class ApiGate extends HttpFilter {

    private static final Logger LOG = Logger.getLogger(ApiGate.class.getName());
    private static final long MEGABYTE = 1024L * 1024;

    @Inject
    private BasicCredentials credentials;

    @Inject
    private BearerTokens tokens;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            var header = request.getHeader("Authorization");
            var token = tokens.token(header);
            var known = token.isPresent() ? token.map(tokens::identify) : credentials.identify(header);
            if (known.isEmpty()) {
                refuse(request, response, new Problem(PlatformProblem.UNAUTHENTICATED_REQUEST));
                return;
            }
            if (request.getContentLengthLong() > UploadLimit.bytes()) {
                response.setHeader("Connection", "close");
                refuse(request, response, new Problem(PlatformProblem.BODY_TOO_LARGE, UploadLimit.bytes() / MEGABYTE));
                return;
            }
            var identity = known.get();
            identity.runAs((Callable<Void>) () -> {
                chain.doFilter(new ApiRequest(request, identity), response);
                return null;
            });
        } catch (RealmUnavailableException away) {
            refuse(request, response, new Problem(PlatformProblem.DATABASE_AWAY));
        } catch (IOException | ServletException failure) {
            throw failure;
        } catch (Exception failure) {
            var problem = ProblemTranslator.translate(failure);
            if (problem.isEmpty()) {
                LOG.log(Level.SEVERE, "request failed before it reached a resource", failure);
            }
            refuse(request, response, problem.orElse(new Problem(PlatformProblem.DATABASE_AWAY)));
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        if (problem.code() == PlatformProblem.UNAUTHENTICATED_REQUEST) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"clusters\", charset=\"UTF-8\"");
        } else if (problem.code().kind() == ProblemCode.Kind.UNAUTHENTICATED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"clusters\", error=\"invalid_token\"");
        }
        var locale = Languages.of(request.getHeader("Accept-Language"));
        ProblemWriter.write(response, ProblemDocument.of(problem, locale));
    }
}
