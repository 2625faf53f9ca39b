package ru.mos.clusters.web.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import ru.mos.clusters.platform.LogIns;
import ru.mos.clusters.web.security.PageGate;
import ru.mos.clusters.web.security.Visit;
import ru.mos.clusters.web.shell.Person;

/** How a session of somebody begins, by whichever door they came in. */
final class SessionStart {

    private SessionStart() {}

    /** Whoever was logged in with this browser is no more, and the forms that were shown to them are gone. */
    static void clear(HttpServletRequest request) throws ServletException {
        if (request.getUserPrincipal() != null) {
            request.logout();
            request.getSession().invalidate();
            request.getSession();
        }
    }

    /**
     * The server has let the login in.
     *
     * @param rights their version when it was looked whether to let it in
     */
    static void begin(
            HttpServletRequest request, HttpServletResponse response, String login, long rights, LogIns.Known person) {
        request.changeSessionId();
        var session = request.getSession();
        session.setAttribute(PageGate.RIGHTS, rights);
        session.setAttribute(Person.KEY, new Person(login, person.name(), person.organisation()));
        Visit.begin(request, response);
    }
}
