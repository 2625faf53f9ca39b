package ru.mos.clusters.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.web.security.Outage;

/** What the page for failed requests says: what happened and what to do, never how the program is made. */
@Named
@RequestScoped
public class ErrorPage {

    private static final Logger LOG = Logger.getLogger(ErrorPage.class.getName());

    @Inject
    private HttpServletRequest request;

    public int getStatus() {
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status == null ? 500 : status;
    }

    /** Key of the headline. */
    public String getTitle() {
        if (request.getAttribute(Outage.PROBLEM) instanceof Problem problem
                && problem.code() == PlatformProblem.OUTCOME_UNKNOWN) {
            return "error.unknown";
        }
        return switch (getStatus()) {
            case 400 -> "error.malformed";
            case 403 -> "error.forbidden";
            case 404 -> "error.notFound";
            case 503 -> "error.away";
            default -> getStatus() < 500 ? "error.refused" : "error.defect";
        };
    }

    /** The problem in its own words, else what is known of the status. */
    public String getText() {
        if (request.getAttribute(Outage.PROBLEM) instanceof Problem problem) {
            return ProblemTexts.text(problem, Language.of(request));
        }
        var number = number();
        return number == null
                ? Texts.text(getTitle() + ".text", Language.of(request))
                : Texts.with(Language.of(request), "error.number", number);
    }

    private @Nullable String number() {
        if (request.getAttribute(Outage.DEFECT) instanceof String known) {
            return known;
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable unseen) {
            var number = UUID.randomUUID().toString().substring(0, 8);
            LOG.log(Level.SEVERE, unseen, () -> "Error No. " + number);
            request.setAttribute(Outage.DEFECT, number);
            return number;
        }
        var told = request.getParameter("number");
        return told != null && told.matches("[0-9a-f]{8}") ? told : null;
    }
}
