package ru.mos.clusters.web.shell;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import ru.mos.clusters.web.security.FormToken;
import ru.mos.clusters.web.security.Places;
import ru.mos.clusters.web.security.Visit;

/** The two plain forms of the header: {@code /session/language} switches the language, {@code /session/end} logs out. */
@WebServlet("/session/*")
public class SessionDoor extends HttpServlet {

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
                request.logout();
                request.getSession().invalidate();
                Visit.end(request, response);
                response.sendRedirect(request.getContextPath() + "/login.xhtml");
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
