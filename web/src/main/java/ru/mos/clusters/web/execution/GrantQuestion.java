package ru.mos.clusters.web.execution;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import ru.mos.clusters.execution.ExecutionBy;
import ru.mos.clusters.ledger.Books;
import ru.mos.clusters.ledger.ExecutionFilter;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.ListQuery;

/** Which execution the address asks for; report and entries are asked for alike, so that one leads to the other. */
@RequestScoped
public class GrantQuestion {

    @EJB
    private Books books;

    @Inject
    private ListQuery query;

    @Inject
    private Time time;

    private ExecutionBy by;
    private ExecutionFilter filter;
    private int year;
    private LocalDate day;

    @PostConstruct
    void read() {
        by = query.choice("by", ExecutionBy.class).orElse(ExecutionBy.MEASURE);
        var known = query.date("knownOn").map(Time::endOf);
        var now = known.orElseGet(books::settled);
        day = query.date("on")
                .orElseGet(() -> known.isPresent() ? time.today() : LocalDate.ofInstant(now, Time.MOSCOW));
        year = query.year("year").orElse(day.getYear());
        filter = new ExecutionFilter(
                year,
                day,
                now,
                query.text("kbk").map(kbk -> kbk.replaceAll("\\s", "")).orElse(null));
    }

    ExecutionBy by() {
        return by;
    }

    ExecutionFilter filter() {
        return filter;
    }

    int year() {
        return year;
    }

    LocalDate day() {
        return day;
    }

    /** The same question as part of an address. */
    String address() {
        return "by=" + by + "&year=" + year + "&on=" + day + "&knownOn=" + Functions.encode(query.value("knownOn"))
                + "&kbk=" + Functions.encode(query.value("kbk"));
    }
}
