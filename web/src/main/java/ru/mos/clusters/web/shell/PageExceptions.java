package ru.mos.clusters.web.shell;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.People;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;
import ru.mos.clusters.web.security.Outage;

/**
 * What a page's beans throw. A problem of a post is shown in the form, which keeps what was typed; a problem of opening a
 * page is a page of its own; an expired form is opened anew with a word of regret; everything else is a defect, logged
 * once under the number that is shown.
 */
public class PageExceptions extends ExceptionHandlerFactory {

    private static final Logger LOG = Logger.getLogger(PageExceptions.class.getName());

    /** Made by the Faces runtime. */
    public PageExceptions(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    /** The handler of one request. */
    private static final class Handler extends ExceptionHandlerWrapper {

        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() throws FacesException {
            for (var events = getUnhandledExceptionQueuedEvents().iterator(); events.hasNext(); ) {
                var event = events.next();
                events.remove();
                answer(event);
            }
        }
    }

    private static void answer(ExceptionQueuedEvent event) {
        var context = event.getContext().getContext();
        var failure = event.getContext().getException();
        if (context.getResponseComplete()) {
            return;
        }
        var phase = event.getContext().getPhaseId();
        boolean rendering = phase.equals(PhaseId.RENDER_RESPONSE);
        try {
            if (find(failure, ViewExpiredException.class) || phase.equals(PhaseId.RESTORE_VIEW)) {
                openAnew(context);
                return;
            }
            var problem = problem(failure);
            if (problem.isEmpty()) {
                defect(context, failure);
            } else if (context.isPostback() && !rendering && stays(problem.get())) {
                Faults.show(context, problem.get());
                context.renderResponse();
            } else {
                page(context, problem.get());
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Optional<Problem> problem(Throwable failure) {
        return find(failure, EJBAccessException.class)
                ? Optional.of(new Problem(PlatformProblem.FORBIDDEN_ROLE))
                : ProblemTranslator.translate(failure);
    }

    private static boolean stays(Problem problem) {
        return problem.code().kind() != ProblemCode.Kind.UNAVAILABLE;
    }

    private static void page(FacesContext context, Problem problem) throws IOException {
        var external = context.getExternalContext();
        if (context.getPartialViewContext().isAjaxRequest()) {
            external.redirect(external.getRequestContextPath() + "/");
            return;
        }
        end(context, Outage.PROBLEM, problem);
    }

    private static void defect(FacesContext context, Throwable failure) throws IOException {
        var number = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(Level.SEVERE, failure, () -> "Error No. " + number);
        var external = context.getExternalContext();
        if (context.getPartialViewContext().isAjaxRequest()) {
            external.redirect(external.getRequestContextPath() + "/error.xhtml?number=" + number);
            return;
        }
        end(context, Outage.DEFECT, number);
    }

    /** The outermost filter shows the error page, once this page's own context is gone. */
    private static void end(FacesContext context, String attribute, Object value) throws IOException {
        var external = context.getExternalContext();
        if (!external.isResponseCommitted()) {
            external.responseReset();
            var request = (HttpServletRequest) external.getRequest();
            if (request.getDispatcherType() == DispatcherType.ERROR) { // the error page itself failed
                external.setResponseStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
                external.setResponseContentType("text/plain;charset=UTF-8");
                external.getResponseOutputWriter().write(Texts.with(Language.of(request), "error.number", value));
            }
            request.setAttribute(attribute, value);
        }
        context.responseComplete();
    }

    /**
     * A form whose state the server no longer has: the page is opened again, and says why. The state goes with the
     * session, so it is also gone when somebody else has logged in with the same browser.
     */
    private static void openAnew(FacesContext context) throws IOException {
        var external = context.getExternalContext();
        var request = (HttpServletRequest) external.getRequest();
        var query = request.getQueryString();
        var shownTo = request.getParameter("shownTo");
        if (shownTo == null || shownTo.equals(request.getRemoteUser())) {
            Messages.warn("shell.expired");
        } else {
            var people = CDI.current().select(People.class).get();
            Messages.warn("shell.shownToAnother", people.name(shownTo), people.name(request.getRemoteUser()));
        }
        external.redirect(request.getContextPath() + request.getServletPath() + (query == null ? "" : "?" + query));
        context.responseComplete();
    }

    private static boolean find(@Nullable Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable at = failure; at != null; at = at.getCause() == at ? null : at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }
}
