package ru.mos.clusters.web.call;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallProblem;
import ru.mos.clusters.call.openness.CallOpenness;
import ru.mos.clusters.call.openness.CallOpenness.StateTime;
import ru.mos.clusters.call.openness.OpennessReports;
import ru.mos.clusters.ownership.OwnershipWords;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Texts;

/** The report on the openness of a call. */
@Named
@RequestScoped
public class OpennessPage {

    private static final int DAY = 24;

    @EJB
    private OpennessReports reports;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    private CallOpenness report;

    @PostConstruct
    void open() {
        report = reports.of(id(query.value("id")));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new Problem(CallProblem.CALL_UNKNOWN, text);
        }
    }

    public CallOpenness getReport() {
        return report;
    }

    /** How long, in days and hours. */
    public String time(long hours) {
        return hours < DAY
                ? texts.with("openness.hours", hours)
                : texts.with("openness.days", hours / DAY, hours % DAY);
    }

    /** The longest median, against which the others are drawn; at least one hour. */
    public long getLongest() {
        return report.states().stream().mapToLong(StateTime::medianHours).max().orElse(1) + 1;
    }

    public String percent(@Nullable Fraction share) {
        return share == null ? "—" : OwnershipWords.percent(share, Language.current());
    }
}
