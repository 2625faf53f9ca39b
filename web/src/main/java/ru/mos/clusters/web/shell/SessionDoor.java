package ru.mos.clusters.web.shell;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import ru.mos.clusters.web.security.FormToken;
import ru.mos.clusters.web.security.LogInProvider;
import ru.mos.clusters.web.security.Places;
import ru.mos.clusters.web.security.Visit;

/** The two plain forms of the header: {@code /session/language} switches the language, {@code /session/end} logs out. */
@WebServlet("/session/*")
public class SessionDoor extends HttpServlet {

    @Inject
    private LogInProvider provider;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!FormToken.holds(request)) {
            response.sendRedirect(request.getContextPath() + "/");
            return;
        }
        switch (String.valueOf(request.getPathInfo())) {
            case "/language" -> {
                response.addCookie(choice(request));
                response.sendRedirect(request.getContextPath() + Places.own(request.getParameter("back")));
            }
            case "/end" -> {
                var proof = (String) request.getSession().getAttribute(LogInProvider.PROOF);
                request.logout();
                request.getSession().invalidate();
                Visit.end(request, response);
                var page = request.getContextPath() + "/login.xhtml";
                response.sendRedirect(
                        proof == null
                                ? page
                                : provider.exit(proof, Places.whole(request, page))
                                        .orElse(page));
            }
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static Cookie choice(HttpServletRequest request) {
        var cookie = new Cookie(
                Language.COOKIE,
                Language.named(request.getParameter("language")).getLanguage());
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        return cookie;
    }
}
