package ru.mos.clusters.web.platform;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
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
    private static final String BEGUN = "ru.mos.clusters.begun";
    private static final String PAGE = "/login.xhtml";
    private static final int MOST_AT_ONCE = 5;
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
        String next;
        try {
            next = !provider.isForPeople()
                    ? request.getContextPath() + PAGE
                    : switch (request.getServletPath()) {
                        case "/login/provider" -> entrance(request);
                        case "/login/callback" -> arrival(request, response);
                        default -> exit(request);
                    };
        } catch (Problem refused) {
            next = refusal(request, refused);
        } catch (RuntimeException failure) {
            next = refusal(request, ProblemTranslator.translate(failure).orElseThrow(() -> failure));
        }
        response.sendRedirect(next);
    }

    private static String refusal(HttpServletRequest request, Problem refused) {
        return request.getContextPath() + PAGE + "?refused=" + refused.code().slug();
    }

    private String entrance(HttpServletRequest request) {
        var begun = new Begun(random(), random(), random(), Places.own(request.getParameter("to")));
        var session = request.getSession();
        var all = new ArrayList<>(begun(session));
        all.add(begun);
        session.setAttribute(BEGUN, new ArrayList<>(all.subList(Math.max(0, all.size() - MOST_AT_ONCE), all.size())));
        return provider.entrance(
                begun,
                back(request),
                Languages.of(request.getHeader("Accept-Language")).getLanguage());
    }

    private String arrival(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        var begun = takeBegun(request);
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
        try {
            request.login(login, people.ticket(login));
        } catch (ServletException refused) {
            LOG.log(Level.WARNING, "the server did not let in a person of the log-in provider", refused);
            throw new Problem(PlatformProblem.LOGIN_INTERRUPTED);
        } finally {
            people.spend(login);
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
    private static Optional<Begun> takeBegun(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        var all = new ArrayList<>(begun(session));
        var meant = all.stream()
                .filter(one -> one.state().equals(request.getParameter("state")))
                .findFirst();
        meant.ifPresent(all::remove);
        session.setAttribute(BEGUN, all);
        return meant;
    }

    @SuppressWarnings("unchecked")
    private static List<Begun> begun(HttpSession session) {
        var all = (List<Begun>) session.getAttribute(BEGUN);
        return all == null ? List.of() : all;
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
