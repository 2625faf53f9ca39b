package ru.mos.clusters.web.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.Books;
import ru.mos.clusters.ledger.ClosedMonth;
import ru.mos.clusters.ledger.LedgerFault;
import ru.mos.clusters.ledger.Months;
import ru.mos.clusters.ledger.NoticeState;
import ru.mos.clusters.ledger.Notices;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** Closed months, and whether the books are still what was written. */
@Named
@RequestScoped
public class MonthList {

    @EJB
    private Months months;

    @EJB
    private Books books;

    @EJB
    private Notices notices;

    @Inject
    private ListQuery query;

    @Inject
    private Time time;

    private List<ClosedMonth> closed;
    private @Nullable LocalDate through;
    private @Nullable List<LedgerFault> faults;

    @PostConstruct
    void open() {
        closed = months.list();
        through = time.today().withDayOfMonth(1).minusDays(1);
    }

    public List<ClosedMonth> getClosed() {
        return closed;
    }

    /** Whether the whole ledger is to be added up. */
    public boolean isChecking() {
        return query.value("check").equals("true");
    }

    /** Where the books are not what was written. */
    public List<LedgerFault> getFaults() {
        if (faults == null) {
            faults = isChecking() ? books.faults() : List.of();
        }
        return faults;
    }

    /** How many notices wait for a second person; in a closed month they can never be posted. */
    public long getWaiting() {
        return notices.count(NoticeState.DRAFT);
    }

    /** Closes up to the day. */
    public String close() {
        var month = months.close(Objects.requireNonNull(through));
        Messages.info("ledger.monthClosed", month.through());
        return Redirect.to("/ledger/months.xhtml");
    }

    public @Nullable LocalDate getThrough() {
        return through;
    }

    public void setThrough(@Nullable LocalDate through) {
        this.through = through;
    }
}
