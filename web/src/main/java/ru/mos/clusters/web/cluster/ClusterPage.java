package ru.mos.clusters.web.cluster;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import ru.mos.clusters.cluster.ClusterCard;
import ru.mos.clusters.cluster.ClusterProblem;
import ru.mos.clusters.cluster.ClusterStatus;
import ru.mos.clusters.cluster.ClusterView;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.eligibility.VerdictQuery;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.ownership.OwnershipLook;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;

/** The card of one cluster on one date, tab by tab; experts see all but the verdict. */
@Named("clusterCard")
@RequestScoped
public class ClusterPage {

    private static final List<String> TABS =
            List.of("verdict", "pairs", "members", "partners", "documents", "waivers", "history");

    /** Tabs that speak of the conditions. */
    private static final List<String> JUDGES = List.of("verdict", "waivers");

    @EJB
    private Clusters clusters;

    @EJB
    private Verdicts verdicts;

    @Inject
    private AskedCluster asked;

    @Inject
    private ClusterRights rights;

    @Inject
    private OwnershipLook look;

    @Inject
    private ListQuery query;

    private @Nullable ClusterCard card;

    /** Reads what the address asks for; answers with the conclusion on paper where it asks for that. */
    public void open() throws IOException {
        asked.id();
        asked.asOf();
        asked.knownOn();
        if (query.value("print").equals("pdf") && !query.isFaulty()) {
            if (getCluster().status() == ClusterStatus.FUTURE) {
                throw new Problem(
                        ClusterProblem.DATE_BEFORE_CLUSTER,
                        getCluster().code(),
                        getCluster().from());
            }
            var ask = new VerdictQuery(asked.id(), asked.asOf(), asked.knownOn(), asked.ruleSet());
            var pdf = verdicts.print(ask, Language.current());
            Faces.sendFile(new ByteArrayInputStream(pdf), getCluster().code() + ".pdf", false);
        }
    }

    public ClusterCard getCard() {
        if (card == null) {
            card = clusters.card(asked.id(), asked.asOf(), asked.knownOn());
        }
        return card;
    }

    public ClusterView getCluster() {
        return getCard().cluster();
    }

    /** The tab asked for, or the first one the person may see. */
    public String getTab() {
        var tab = query.value("tab");
        var first = rights.isJudging() ? "verdict" : "members";
        boolean closed = (JUDGES.contains(tab) && !rights.isJudging()) || (tab.equals("pairs") && !look.isSeeing());
        return TABS.contains(tab) && !closed ? tab : first;
    }

    /** Whether the tab speaks of a day on which there was no such cluster yet; its history speaks of all days. */
    public boolean isNotYet() {
        return getCluster().status() == ClusterStatus.FUTURE
                && !getTab().equals("history")
                && !getTab().equals("waivers");
    }

    /** Judges the cluster and keeps the verdict. */
    public String keep() {
        verdicts.give(new VerdictQuery(asked.id(), asked.asOf(), asked.knownOn(), asked.ruleSet()));
        Messages.info("verdict.kept");
        return asked.outcome("history");
    }
}
