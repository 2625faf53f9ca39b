package ru.mos.clusters.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.PayeeAccountState;
import ru.mos.clusters.agreement.PayeeAccountView;
import ru.mos.clusters.agreement.PayeeAccounts;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** An account to pay to, for who confirms it, with the one that is paid to now beside it. */
@Named
@RequestScoped
public class PayeeAccountPage {

    @EJB
    private PayeeAccounts accounts;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private PayeeAccountView account;
    private @Nullable PayeeAccountView paidTo;
    private @Nullable Long version;
    private @Nullable String reason;

    @PostConstruct
    void open() {
        account = accounts.view(Ids.of(query.value("id"), AgreementProblem.PAYEE_ACCOUNT_UNKNOWN));
        paidTo = accounts.confirmed(account.inn())
                .filter(one -> !one.id().equals(account.id()))
                .orElse(null);
        version = account.version();
    }

    public PayeeAccountView getAccount() {
        return account;
    }

    /** The one that is paid to now, where it is another. */
    public @Nullable PayeeAccountView getPaidTo() {
        return paidTo;
    }

    /** Whether the person entered it and so has to leave confirming to somebody else. */
    public boolean isOwn() {
        return account.state() == PayeeAccountState.ENTERED
                && (caller.hasRole(Role.ACCOUNTANT) || caller.hasRole(Role.CHIEF))
                && caller.login().equals(account.enteredBy());
    }

    public String confirm() {
        accounts.confirm(account.id(), version);
        return after("grant.accountConfirmed");
    }

    public String reject() {
        accounts.reject(account.id(), version, String.valueOf(reason));
        return after("grant.accountRejected");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/agreement/account.xhtml", "id", account.id());
    }

    public @Nullable Long getVersion() {
        return version;
    }

    public void setVersion(@Nullable Long version) {
        this.version = version;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
