package ru.mos.clusters.web.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.opening.OpeningAction;
import ru.mos.clusters.ledger.opening.OpeningProblem;
import ru.mos.clusters.ledger.opening.OpeningRow;
import ru.mos.clusters.ledger.opening.OpeningState;
import ru.mos.clusters.ledger.opening.OpeningView;
import ru.mos.clusters.ledger.opening.Openings;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** Opening balances: what they come to, their rows, and what may be done. */
@Named
@RequestScoped
public class OpeningPage {

    @EJB
    private Openings openings;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private OpeningView opening;
    private LazyTable<OpeningRow> rows;
    private @Nullable String reason;
    private @Nullable Long version;

    @PostConstruct
    void open() {
        opening = openings.view(Ids.of(query.value("id"), OpeningProblem.OPENING_UNKNOWN));
        version = opening.version();
        rows = query.table(page -> openings.rows(opening.id(), page), () -> opening.rows());
    }

    public OpeningView getOpening() {
        return opening;
    }

    public LazyTable<OpeningRow> getRows() {
        return rows;
    }

    public boolean isReady() {
        return opening.actions().contains(OpeningAction.POST);
    }

    public boolean isCancellable() {
        return opening.actions().contains(OpeningAction.CANCEL);
    }

    /** Whether the person prepared them and so has to leave them to a chief. */
    public boolean isOwn() {
        return opening.state() == OpeningState.PREPARED && caller.login().equals(opening.preparedBy());
    }

    public String post() {
        openings.post(opening.id(), version);
        return after("ledger.openingPosted");
    }

    public String cancel() {
        openings.cancel(opening.id(), version, String.valueOf(reason));
        return after("ledger.openingCancelled");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/ledger/opening.xhtml", "id", opening.id());
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable Long getVersion() {
        return version;
    }

    public void setVersion(@Nullable Long version) {
        this.version = version;
    }
}
