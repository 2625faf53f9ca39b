package ru.mos.clusters.web.cluster;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.MemberView;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.platform.PageRequest;

/** Who took part in the cluster and when, drawn and as a table. */
@Named("members")
@RequestScoped
public class MembersTab {

    private static final int MOST = 500;

    @EJB
    private Memberships memberships;

    @Inject
    private AskedCluster asked;

    @Inject
    private ClusterPage card;

    private @Nullable List<MemberView> periods;
    private @Nullable MembersPicture picture;

    /** Every period of every participant, by participant and time. */
    public List<MemberView> getPeriods() {
        if (periods == null) {
            periods = memberships.timeline(asked.id(), PageRequest.first(MOST)).items();
        }
        return periods;
    }

    /** The same as bars on a line of years. */
    public MembersPicture getPicture() {
        if (picture == null) {
            picture = MembersPicture.of(
                    getPeriods(), card.getCluster().from(), card.getCard().asOf());
        }
        return picture;
    }

    /** The last day of a period that names the first day outside. */
    public @Nullable LocalDate through(@Nullable LocalDate until) {
        return until == null ? null : until.minusDays(1);
    }
}
