package ru.mos.clusters.web.platform;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.LogIns;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTranslator;
import ru.mos.clusters.platform.ProvidedPeople;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.security.LogInProvider;
import ru.mos.clusters.web.security.LogInProvider.Begun;
import ru.mos.clusters.web.security.Places;

/**
 * The way in by the log-in provider: {@code /login/provider} leads there, {@code /login/callback} is where the browser comes
 * back, {@code /login/leave} ends at the provider what was refused here. What goes wrong is said on the log-in page.
 */
@WebServlet({"/login/provider", "/login/callback", "/login/leave"})
public class ProviderDoor extends HttpServlet {

    private static final Logger LOG = Logger.getLogger(ProviderDoor.class.getName());
    private static final String BEGUN = "begun.";
    private static final int LONGEST_WISH = 2000;
    private static final String PAGE = "/login.xhtml";
    private static final int MOST_AT_ONCE = 5;
    private static final Duration TAKES_AT_MOST = Duration.ofMinutes(15);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private LogInProvider provider;

    @EJB
    private ProvidedPeople people;

    @EJB
    private LogIns logIns;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var begun = takeBegun(request, response);
        var to = begun.map(Begun::to).orElseGet(() -> Places.own(request.getParameter("to")));
        String next;
        try {
            next = !provider.isForPeople()
                    ? request.getContextPath() + PAGE
                    : switch (request.getServletPath()) {
                        case "/login/provider" -> entrance(request, response, to);
                        case "/login/callback" -> arrival(request, response, begun);
                        default -> exit(request);
                    };
        } catch (Problem refused) {
            next = refusal(request, refused, to);
        } catch (RuntimeException failure) {
            next = refusal(request, ProblemTranslator.translate(failure).orElseThrow(() -> failure), to);
        }
        response.sendRedirect(next);
    }

    private static String refusal(HttpServletRequest request, Problem refused, String to) {
        return request.getContextPath() + PAGE + "?refused=" + refused.code().slug() + "&to="
                + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    private String entrance(HttpServletRequest request, HttpServletResponse response, String to) {
        var begun = new Begun(random(), random(), random(), to.length() > LONGEST_WISH ? "/" : to);
        var others = begun(request); // the browser sends the oldest first
        others.stream()
                .limit(Math.max(0, others.size() - MOST_AT_ONCE + 1))
                .forEach(left -> response.addCookie(cookie(request, left.getName(), "", Duration.ZERO)));
        var kept = String.join(
                ".",
                begun.nonce(),
                begun.verifier(),
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(begun.to().getBytes(StandardCharsets.UTF_8)));
        response.addCookie(cookie(request, BEGUN + begun.state(), kept, TAKES_AT_MOST));
        return provider.entrance(
                begun,
                back(request),
                Languages.of(request.getHeader("Accept-Language")).getLanguage());
    }

    private String arrival(HttpServletRequest request, HttpServletResponse response, Optional<Begun> begun)
            throws ServletException {
        if (begun.isEmpty() && request.getUserPrincipal() != null) {
            return request.getContextPath() + "/"; // the same answer again, from another tab or by going back
        }
        var code = request.getParameter("code");
        if (begun.isEmpty() || code == null || !provider.is(request.getParameter("iss"))) {
            throw new Problem(PlatformProblem.LOGIN_INTERRUPTED);
        }
        var arrival = provider.arrival(code, begun.get(), back(request));
        SessionStart.clear(request);
        request.getSession().setAttribute(LogInProvider.PROOF, arrival.proof());
        var login = people.admit(arrival.person()).orElseThrow(() -> new Problem(PlatformProblem.TOKEN_WITHOUT_ROLE));
        logIns.succeeded(login, "PROVIDER"); // before the rights are read, as the end of a lock changes them
        var rights = logIns.version(login).orElseThrow(() -> new Problem(PlatformProblem.ACCOUNT_CLOSED));
        letIn(request, login);
        SessionStart.begin(request, response, login, rights, logIns.person(login));
        return request.getContextPath() + begun.get().to();
    }

    /** The server lets in by a secret only; this one is made for the purpose and gone at once. */
    private void letIn(HttpServletRequest request, String login) {
        var ticket = people.ticket(login);
        try {
            request.login(login, ticket);
        } catch (ServletException refused) {
            LOG.log(Level.WARNING, "the server did not let in a person of the log-in provider", refused);
            throw new Problem(PlatformProblem.LOGIN_INTERRUPTED);
        } finally {
            people.spend(login, ticket);
        }
    }

    private String exit(HttpServletRequest request) {
        var session = request.getSession(false);
        var page = request.getContextPath() + PAGE;
        @Nullable Object proof = session == null ? null : session.getAttribute(LogInProvider.PROOF);
        if (session == null || proof == null || request.getUserPrincipal() != null) {
            return page;
        }
        session.invalidate();
        return provider.exit((String) proof, Places.whole(request, page)).orElse(page);
    }

    private static String back(HttpServletRequest request) {
        return Places.whole(request, request.getContextPath() + "/login/callback");
    }

    /** The log-in to which the answer belongs; each is answered once. */
    private static Optional<Begun> takeBegun(HttpServletRequest request, HttpServletResponse response) {
        var state = String.valueOf(request.getParameter("state"));
        var meant = begun(request).stream()
                .filter(cookie -> cookie.getName().equals(BEGUN + state))
                .findFirst();
        meant.ifPresent(cookie -> response.addCookie(cookie(request, cookie.getName(), "", Duration.ZERO)));
        return meant.flatMap(cookie -> begun(state, cookie.getValue()));
    }

    private static Optional<Begun> begun(String state, String kept) {
        var parts = kept.split("\\.");
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var to = new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8);
            return Optional.of(new Begun(state, parts[0], parts[1], Places.own(to)));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    /** What has been begun is kept by the browser that began it, each by itself: tabs do not wait for each other. */
    private static List<Cookie> begun(HttpServletRequest request) {
        var all = request.getCookies();
        return all == null
                ? List.of()
                : Arrays.stream(all)
                        .filter(cookie -> cookie.getName().startsWith(BEGUN))
                        .toList();
    }

    private static Cookie cookie(HttpServletRequest request, String name, String value, Duration term) {
        var cookie = new Cookie(name, value);
        cookie.setPath(request.getContextPath() + "/login");
        cookie.setMaxAge((int) term.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax"); // the provider leads back here from its own site
        return cookie;
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
