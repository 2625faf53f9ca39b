package ru.mos.clusters.web.platform;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.auth.server.RealmUnavailableException;
import ru.mos.clusters.platform.LogIns;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.ProblemTranslator;
import ru.mos.clusters.web.security.LogInProvider;
import ru.mos.clusters.web.security.Places;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Texts;

/** The log-in page. A wrong password, an unknown, a closed and a locked login get the same answer. */
@Named
@RequestScoped
public class LogInPage {

    private static final String DOOR = "PAGE";

    /** No address shall make this page say anything else. */
    private static final Set<PlatformProblem> TOLD = EnumSet.of(
            PlatformProblem.TOKEN_REFUSED,
            PlatformProblem.TOKEN_EXPIRED,
            PlatformProblem.TOKEN_FOR_ANOTHER,
            PlatformProblem.TOKEN_WITHOUT_ROLE,
            PlatformProblem.LOGIN_TAKEN,
            PlatformProblem.ACCOUNT_CLOSED,
            PlatformProblem.LOGIN_INTERRUPTED,
            PlatformProblem.PROVIDER_AWAY,
            PlatformProblem.DATABASE_AWAY,
            PlatformProblem.DATABASE_BUSY);

    @EJB
    private LogIns logIns;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    @Inject
    private LogInProvider provider;

    private @Nullable String login;
    private @Nullable String password;
    private @Nullable String to;
    private boolean ended;
    private @Nullable String refused;

    /** Says why the log-in provider's word was not enough. */
    public void tell() {
        if (refused != null
                && ProblemTranslator.codes().get(refused) instanceof PlatformProblem code
                && TOLD.contains(code)) {
            Messages.error(ProblemTexts.text(code, Language.current()));
        }
    }

    /** Logs in and goes on to the page that was wanted. */
    public void enter() throws IOException {
        var name = login == null ? "" : login.strip();
        var rights = let(name);
        if (rights.isEmpty()) {
            logIns.failed(name, DOOR);
            Messages.error(texts.get("login.refused"));
            return;
        }
        var external = FacesContext.getCurrentInstance().getExternalContext();
        SessionStart.begin(
                request, (HttpServletResponse) external.getResponse(), name, rights.get(), logIns.person(name));
        external.redirect(request.getContextPath() + Places.own(to));
    }

    /**
     * The version of the rights that were let in. It is read before the password is looked at, so that a change in
     * between ends the session; where letting in itself changed it, because a lock had run out, all is done again.
     */
    private Optional<Long> let(String name) {
        for (int attempt = 0; attempt < 2; attempt++) {
            var before = logIns.version(name);
            if (!right(name) || before.isEmpty()) {
                return Optional.empty();
            }
            logIns.succeeded(name, DOOR);
            if (logIns.version(name).equals(before)) {
                return before;
            }
            out();
        }
        return Optional.empty();
    }

    private boolean right(String name) {
        try {
            SessionStart.clear(request);
            request.getSession().removeAttribute(LogInProvider.PROOF); // of a stranger at this browser before
            request.login(name, password == null ? "" : password);
            return true;
        } catch (ServletException refused) {
            for (Throwable at = refused; at != null; at = at.getCause()) {
                if (at instanceof RealmUnavailableException) {
                    throw new Problem(PlatformProblem.DATABASE_AWAY);
                }
            }
            return false;
        }
    }

    private void out() {
        try {
            request.logout();
        } catch (ServletException defect) {
            throw new IllegalStateException(defect);
        }
    }

    public @Nullable String getLogin() {
        return login;
    }

    public void setLogin(@Nullable String login) {
        this.login = login;
    }

    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }

    public boolean isEnded() {
        return ended;
    }

    public void setEnded(boolean ended) {
        this.ended = ended;
    }

    /** Whether a local account is asked for; always, where there is no log-in provider. */
    public boolean isLocal() {
        // not a field of the page: those are set after it was decided which fields are there to be read
        return Boolean.parseBoolean(request.getParameter("local")) || !provider.isForPeople();
    }

    public @Nullable String getRefused() {
        return refused;
    }

    public void setRefused(@Nullable String refused) {
        this.refused = refused;
    }

    /** Whether the log-in provider knows somebody whom nothing is open to here. */
    public boolean isStranger() {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(LogInProvider.PROOF) != null
                && request.getUserPrincipal() == null;
    }

    /** Addresses of the two ways in, each leading on to the page that was wanted. */
    public String getProviderDoor() {
        return door("/login/provider", "?");
    }

    public String getLocalDoor() {
        return door("/login.xhtml?local=true", "&");
    }

    private String door(String path, String joint) {
        return to == null ? path : path + joint + "to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }
}
