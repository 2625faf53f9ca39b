package ru.mos.clusters.web.inkind;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.infrastructure.InfrastructureProblem;
import ru.mos.clusters.inkind.DeliveredRow;
import ru.mos.clusters.inkind.DeliveredSupport;
import ru.mos.clusters.inkind.InKindOffers;
import ru.mos.clusters.inkind.Term;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.ListQuery;

/** What came of needs and offers in a year. */
@Named
@RequestScoped
public class InKindCoveragePage {

    @EJB
    private DeliveredSupport delivered;

    @EJB
    private InKindOffers offers;

    @Inject
    private InKindWords words;

    @Inject
    private ListQuery query;

    @Inject
    private Time time;

    private @Nullable Integer year;
    private List<DeliveredRow> sectors = List.of();
    private List<DeliveredRow> clusters = List.of();
    private Map<String, Term> names = Map.of();

    @PostConstruct
    void open() {
        year = query.read("year", InKindCoveragePage::year).orElse(null);
        if (query.isFaulty()) {
            return;
        }
        sectors = delivered.bySector(year);
        clusters = delivered.byCluster(year);
        names = offers.sectors().stream().collect(Collectors.toMap(Term::code, Function.identity()));
    }

    private static Integer year(String text) {
        if (!text.matches("20[1-9]\\d|2100")) {
            throw new Problem(InfrastructureProblem.NEED_YEAR_OUT_OF_RANGE);
        }
        return Integer.valueOf(text);
    }

    public String getYear() {
        return String.valueOf(year == null ? time.today().getYear() : year);
    }

    public List<DeliveredRow> getSectors() {
        return sectors;
    }

    public List<DeliveredRow> getClusters() {
        return clusters;
    }

    /** The name of a sector. */
    public String sector(String code) {
        var name = names.get(code);
        return name == null ? code : words.of(name);
    }
}
