package ru.mos.clusters.web.infrastructure;

import static java.util.Objects.requireNonNull;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import ru.mos.clusters.infrastructure.Coverage;
import ru.mos.clusters.infrastructure.CoverageRow;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** Needed and offered in a year; the department enters needs here. */
@Named
@RequestScoped
public class CoveragePage {

    private static final int BACK = 3;
    private static final int AHEAD = 3;

    @EJB
    private Coverage coverage;

    @Inject
    private Time time;

    @Inject
    private ListQuery query;

    private @Nullable List<CoverageRow> rows;
    private @Nullable String sector;
    private @Nullable String service;
    private @Nullable BigDecimal amount;
    private @Nullable String basis;

    /** Answers with a workbook where the address asks for one. */
    public void export() throws IOException {
        if (query.value("export").equals("xlsx")) {
            Faces.sendFile("coverage.xlsx", true, out -> coverage.export(year(), Language.current(), out));
        }
    }

    private int year() {
        var asked = query.value("year");
        return asked.matches("\\d{4}") ? Integer.parseInt(asked) : time.today().getYear();
    }

    /** The year as it is written, without a space. */
    public String getYear() {
        return Integer.toString(year());
    }

    /** Years to choose from. */
    public List<Map.Entry<String, String>> getYears() {
        int now = time.today().getYear();
        return IntStream.rangeClosed(now - BACK, now + AHEAD)
                .mapToObj(Integer::toString)
                .map(year -> Map.entry(year, year))
                .toList();
    }

    public List<CoverageRow> getRows() {
        if (rows == null) {
            rows = coverage.of(year());
        }
        return rows;
    }

    /** How many rows come out so. */
    public long count(String outcome) {
        return getRows().stream()
                .filter(row -> row.outcome().name().equals(outcome))
                .count();
    }

    public String enter() {
        coverage.need(
                requireNonNull(sector), requireNonNull(service), year(), requireNonNull(amount), requireNonNull(basis));
        Messages.info("coverage.entered");
        return Redirect.to("/infrastructure/coverage.xhtml", "year", getYear());
    }

    public @Nullable String getSector() {
        return sector;
    }

    public void setSector(@Nullable String sector) {
        this.sector = sector;
    }

    public @Nullable String getService() {
        return service;
    }

    public void setService(@Nullable String service) {
        this.service = service;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }

    public @Nullable String getBasis() {
        return basis;
    }

    public void setBasis(@Nullable String basis) {
        this.basis = basis;
    }
}
