package ru.mos.clusters.web.eligibility;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ru.mos.clusters.eligibility.ActView;
import ru.mos.clusters.eligibility.ActView.ActStanding;
import ru.mos.clusters.eligibility.Acts;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Texts;

/** Acts as they stand on a day. */
@Named
@RequestScoped
public class ActList {

    @Inject
    private Acts acts;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Time time;

    private LazyTable<ActView> table;
    private LocalDate day;

    @PostConstruct
    void open() {
        day = query.asOf(time.today());
        var words = query.value("words");
        var standing = query.choice("standing", ActStanding.class).orElse(null);
        table = query.table(page -> acts.list(words, standing, day, page), () -> acts.count(words, standing, day));
    }

    public LazyTable<ActView> getTable() {
        return table;
    }

    /** The day on which the acts stand as shown. */
    public LocalDate getDay() {
        return day;
    }

    /** Standings to choose from. */
    public List<Map.Entry<String, String>> getStandings() {
        return Arrays.stream(ActStanding.values())
                .map(standing -> Map.entry(standing.name(), Functions.show(standing)))
                .toList();
    }

    /** With which colour and sign a standing is shown. */
    public String look(ActStanding standing) {
        return switch (standing) {
            case IN_FORCE -> "met";
            case REPEALED -> "notmet";
            case DRAFT -> "unknown";
            case NOT_YET, UNDATED -> "";
        };
    }

    /** The date of an act as exactly as it is known. */
    public String dated(ActView act) {
        var on = act.adoptedOn();
        if (on == null) {
            return texts.get("acts.undated");
        }
        return switch (act.datedTo()) {
            case DAY -> Functions.show(on);
            case MONTH ->
                texts.with(
                        "acts.month",
                        String.format(Locale.ROOT, "%02d", on.getMonthValue()),
                        Integer.toString(on.getYear()));
            case YEAR, UNKNOWN -> texts.with("acts.year", Integer.toString(on.getYear()));
        };
    }
}
