package ru.mos.clusters.web.shell;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Files that pages link to, as the API has them: {@code /files/decisions/…/letter} is {@code /api/v1/decisions/…/letter} read by
 * the person who is logged in at the screens. The API itself takes programs only and looks at no session.
 */
@WebServlet(urlPatterns = "/files/*")
public class OwnFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var path = String.valueOf(request.getPathInfo());
        if (!path.matches("(/[A-Za-z0-9._-]*[A-Za-z0-9])+")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.getRequestDispatcher("/api/v1" + path).forward(request, response);
    }
}
