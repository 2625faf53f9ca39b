package ru.mos.clusters.web.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import ru.mos.clusters.ledger.year.YearEnd;
import ru.mos.clusters.ledger.year.YearEndView;
import ru.mos.clusters.ledger.year.YearRemainder;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;

/** What is left of a budget year, and the ends of years that were prepared or carried out. */
@Named
@RequestScoped
public class YearEndList {

    private static final int YEARS = 50;

    @EJB
    private YearEnd yearEnd;

    @Inject
    private ListQuery query;

    @Inject
    private Time time;

    private int year;
    private List<YearEndView> made;
    private LazyTable<YearRemainder> table;

    @PostConstruct
    void open() {
        year = asked(query, time);
        made = yearEnd.list(PageRequest.first(YEARS)).items();
        table = query.table(page -> yearEnd.remainders(year, page), () -> yearEnd.countRemainders(year));
    }

    /** The year asked for, else the one before this. */
    static int asked(ListQuery query, Time time) {
        return query.year("year").orElseGet(() -> time.today().getYear() - 1);
    }

    public int getYear() {
        return year;
    }

    /** The latest first. */
    public List<YearEndView> getMade() {
        return made;
    }

    public LazyTable<YearRemainder> getTable() {
        return table;
    }
}
