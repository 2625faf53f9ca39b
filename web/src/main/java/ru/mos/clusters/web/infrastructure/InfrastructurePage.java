package ru.mos.clusters.web.infrastructure;

import static java.util.Objects.requireNonNull;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.infrastructure.AccreditationState;
import ru.mos.clusters.infrastructure.AccreditationView;
import ru.mos.clusters.infrastructure.Accreditations;
import ru.mos.clusters.infrastructure.InfrastructureCard;
import ru.mos.clusters.infrastructure.InfrastructureOrganisations;
import ru.mos.clusters.infrastructure.InfrastructureView;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The card of one organisation on one date; where an accreditation waits, a second person decides here. */
@Named
@RequestScoped
public class InfrastructurePage {

    @EJB
    private InfrastructureOrganisations organisations;

    @EJB
    private Accreditations accreditations;

    @Inject
    private Caller caller;

    @Inject
    private ListQuery query;

    private @Nullable InfrastructureCard card;
    private @Nullable List<AccreditationView> all;
    private @Nullable String reason;

    public InfrastructureCard getCard() {
        if (card == null) {
            card = organisations.card(
                    organisations.resolve(query.value("id")), query.date("asOf").orElse(null));
        }
        return card;
    }

    public InfrastructureView getOrganisation() {
        return getCard().organisation();
    }

    public List<AccreditationView> getAccreditations() {
        if (all == null) {
            all = accreditations.of(getOrganisation().id());
        }
        return all;
    }

    /** The accreditation that waits for a decision; null where none does. */
    public @Nullable AccreditationView getWaiting() {
        return getAccreditations().stream()
                .filter(one -> one.state() == AccreditationState.PROPOSED)
                .findFirst()
                .orElse(null);
    }

    /** Whether the person may give the one that waits. */
    public boolean isDeciding() {
        var waiting = getWaiting();
        return waiting != null
                && caller.hasRole(Role.DEPARTMENT)
                && !waiting.proposedBy().equals(caller.login());
    }

    public String give() {
        accreditations.give(requireNonNull(getWaiting()).id());
        return saved("accreditation.given");
    }

    public String refuse() {
        accreditations.refuse(requireNonNull(getWaiting()).id(), requireNonNull(reason));
        return saved("accreditation.refused");
    }

    private String saved(String message) {
        Messages.info(message);
        return Redirect.to("/infrastructure/card.xhtml", "id", query.value("id"));
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
