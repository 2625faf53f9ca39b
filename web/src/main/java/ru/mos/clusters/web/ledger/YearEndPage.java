package ru.mos.clusters.web.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.year.YearEnd;
import ru.mos.clusters.ledger.year.YearEndAction;
import ru.mos.clusters.ledger.year.YearEndProblem;
import ru.mos.clusters.ledger.year.YearEndState;
import ru.mos.clusters.ledger.year.YearEndView;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The end of a year: what is registered again, and what may be done. */
@Named
@RequestScoped
public class YearEndPage {

    @EJB
    private YearEnd yearEnds;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private YearEndView yearEnd;
    private @Nullable String reason;
    private @Nullable Long version;

    @PostConstruct
    void open() {
        yearEnd = yearEnds.view(Ids.of(query.value("id"), YearEndProblem.YEAR_END_UNKNOWN));
        version = yearEnd.version();
    }

    public YearEndView getYearEnd() {
        return yearEnd;
    }

    public boolean isReady() {
        return yearEnd.actions().contains(YearEndAction.CARRY_OUT);
    }

    public boolean isDiscardable() {
        return yearEnd.actions().contains(YearEndAction.DISCARD);
    }

    /** Whether the person prepared it and so has to leave it to a chief. */
    public boolean isOwn() {
        return yearEnd.state() == YearEndState.DRAFT && caller.login().equals(yearEnd.preparedBy());
    }

    public String carryOut() {
        yearEnds.carryOut(yearEnd.id(), version);
        return after("ledger.yearEndCarriedOut");
    }

    public String discard() {
        yearEnds.discard(yearEnd.id(), version, String.valueOf(reason));
        return after("ledger.yearEndDiscarded");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/ledger/year-end.xhtml", "id", yearEnd.id());
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
