package ru.mos.clusters.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementAction;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** An agreement: how it stands, what its terms are and were, and what may be done to it now. */
@Named
@RequestScoped
public class AgreementPage {

    @EJB
    private Agreements agreements;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    @Inject
    private AgreementWords words;

    private AgreementView agreement;
    private @Nullable Long version;
    private @Nullable String reason;
    private @Nullable String number;
    private @Nullable LocalDate registeredOn;

    @PostConstruct
    void open() {
        agreement = agreements.view(Ids.of(query.value("id"), AgreementProblem.SUBSIDY_AGREEMENT_UNKNOWN));
        version = agreement.version();
        registeredOn = time.today();
    }

    public AgreementView getAgreement() {
        return agreement;
    }

    /** Whether the person may do it now, by the name of the action. */
    public boolean may(String action) {
        return agreement.actions().contains(AgreementAction.valueOf(action));
    }

    /** Whether the person wrote what is to be signed and so has to leave signing to somebody else. */
    public boolean isOwn() {
        var pending = agreement.pending();
        return pending != null
                && pending.signedOn() == null
                && caller.hasRole(Role.CHIEF)
                && caller.login().equals(pending.drawnBy());
    }

    /** What an amendment that is not in force yet changes. */
    public List<TermsDifference> getDifferences() {
        var now = agreement.inForce();
        var then = agreement.pending();
        return now == null || then == null ? List.of() : TermsDifference.between(now.terms(), then.terms(), words);
    }

    public String sign() {
        agreements.sign(agreement.id(), version);
        return after("grant.signed");
    }

    public String register() {
        agreements.register(agreement.id(), version, String.valueOf(number), Objects.requireNonNull(registeredOn));
        return after("grant.registered");
    }

    public String refuse() {
        agreements.refuse(agreement.id(), version, String.valueOf(reason));
        return after("grant.refused");
    }

    /** Begins an amendment and opens its terms. */
    public String amend() {
        agreements.amend(agreement.id(), version, String.valueOf(reason));
        Messages.info("grant.amending");
        return Redirect.to("/agreement/edit.xhtml", "id", agreement.id());
    }

    public String drop() {
        agreements.drop(agreement.id(), version);
        return after("grant.dropped");
    }

    public String complete() {
        agreements.complete(agreement.id(), version);
        return after("grant.completed");
    }

    public String terminate() {
        agreements.terminate(agreement.id(), version, String.valueOf(reason));
        return after("grant.terminated");
    }

    public String cancel() {
        agreements.cancel(agreement.id(), version, String.valueOf(reason));
        return after("grant.cancelled");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/agreement/card.xhtml", "id", agreement.id());
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

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable LocalDate getRegisteredOn() {
        return registeredOn;
    }

    public void setRegisteredOn(@Nullable LocalDate registeredOn) {
        this.registeredOn = registeredOn;
    }
}
