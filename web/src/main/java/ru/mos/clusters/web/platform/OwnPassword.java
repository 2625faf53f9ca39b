package ru.mos.clusters.web.platform;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.LogIns;
import ru.mos.clusters.platform.Users;
import ru.mos.clusters.web.security.LogInProvider;
import ru.mos.clusters.web.security.PageGate;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;

/** Everybody's own account: who I am here, and my password. */
@Named
@RequestScoped
public class OwnPassword {

    @EJB
    private Users users;

    @EJB
    private LogIns logIns;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    private @Nullable String before;
    private @Nullable String password;
    private @Nullable String again;

    /** Changes it; this session goes on, others of the person end. */
    public @Nullable String change() {
        if (password == null || !password.equals(again)) {
            Messages.error("own:again", texts.get("account.different"));
            return null;
        }
        users.changeOwnPassword(before == null ? "" : before, password);
        logIns.version(request.getRemoteUser())
                .ifPresent(rights -> request.getSession().setAttribute(PageGate.RIGHTS, rights));
        request.changeSessionId();
        Messages.info("account.changed");
        return Redirect.to("/account/password.xhtml");
    }

    public @Nullable String getBefore() {
        return before;
    }

    public void setBefore(@Nullable String before) {
        this.before = before;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getAgain() {
        return again;
    }

    public void setAgain(@Nullable String again) {
        this.again = again;
    }

    /** Whether the log-in provider keeps it. */
    public boolean isProvided() {
        return request.getSession().getAttribute(LogInProvider.PROOF) != null;
    }
}
