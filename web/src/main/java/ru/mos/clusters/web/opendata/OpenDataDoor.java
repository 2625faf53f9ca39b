package ru.mos.clusters.web.opendata;

import jakarta.ejb.EJB;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.opendata.OpenData;

/**
 * The door without log-in: {@code /open-data/} is the page for people, {@code /open-data/clusters.csv} the file of the latest
 * publication, {@code /open-data/7/clusters.csv} that of the one with the number. Nothing can be done here but read.
 */
@WebServlet("/open-data/*")
public class OpenDataDoor extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Request attribute: the number of the publication asked for; missing: the latest. */
    static final String NUMBER = "ru.mos.clusters.opendata.number";

    private static final Pattern PLACE = Pattern.compile("/(?:([1-9][0-9]{0,17})(?:/|$))?(.*)");
    private static final String READ_ONLY = "GET, HEAD";

    @EJB
    private OpenData data;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-cache"); // may be kept, but is asked about each time
        switch (request.getMethod()) {
            case "GET", "HEAD" -> read(request, response);
            case "OPTIONS" -> {
                response.setHeader("Allow", READ_ONLY);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> {
                response.setHeader("Allow", READ_ONLY);
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private void read(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (request.getPathInfo() == null) {
            response.sendRedirect(request.getContextPath() + "/open-data/");
            return;
        }
        var place = PLACE.matcher(request.getPathInfo());
        if (!place.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var number = place.group(1) == null ? null : Long.valueOf(place.group(1));
        if (number != null && data.isWithdrawn(number)) {
            response.sendError(HttpServletResponse.SC_GONE);
        } else if (place.group(2).isEmpty()) {
            page(number, request, response);
        } else {
            file(number, place.group(2), request, response);
        }
    }

    private void page(@Nullable Long number, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (number != null && data.find(number).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "no-store"); // a page of a language and of a form's proof
        request.setAttribute(NUMBER, number);
        request.getRequestDispatcher("/opendata/public.xhtml").forward(request, response);
    }

    private void file(@Nullable Long number, String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var found = data.file(number, name);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var file = found.get().bytes().file();
        var since = found.get().publication().publishedAt();
        var tag = "\"" + file.sha256() + "\"";
        response.setHeader("ETag", tag);
        response.setDateHeader("Last-Modified", since.toEpochMilli());
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader(
                "Link", "<" + found.get().publication().licenceUrl() + ">; rel=\"license\"" + metadata(number, name));
        if (isKnown(request, tag, since)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.mediaType());
        response.setContentLengthLong(file.size());
        if (request.getMethod().equals("GET")) {
            Files.copy(found.get().bytes().path(), response.getOutputStream());
        }
    }

    /** Where programs find what the columns of a table mean. */
    private static String metadata(@Nullable Long number, String name) {
        return name.equals("clusters.csv") || name.equals("entrepreneurs.csv")
                ? ", </open-data/" + (number == null ? "" : number + "/") + name
                        + "-metadata.json>; rel=\"describedby\"; type=\"application/csvm+json\""
                : "";
    }

    private static boolean isKnown(HttpServletRequest request, String tag, Instant since) {
        var tags = request.getHeader("If-None-Match");
        if (tags != null) {
            return tags.equals("*") || tags.contains(tag);
        }
        try {
            long known = request.getDateHeader("If-Modified-Since");
            return known >= since.truncatedTo(ChronoUnit.SECONDS).toEpochMilli();
        } catch (IllegalArgumentException noDate) {
            return false;
        }
    }
}
