package ru.mos.clusters.cluster.profile;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.MemberView;
import ru.mos.clusters.cluster.Sectors;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.registry.Standing;
import ru.mos.clusters.registry.Standings;

/** Which sector main activities suggest. It suggests and warns only: a cluster's sector is declared. */
@Stateless
@DenyAll
public class SectorHints {

    private static final int ALL = 500;

    @Inject
    private Clusters clusters;

    @Inject
    private Sectors sectors;

    @Inject
    private Standings standings;

    @Inject
    private Time time;

    /**
     * What the members of a cluster's organisation suggest on a date (null: today).
     *
     * @throws Problem {@code cluster-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public SectorProfile of(UUID cluster, @Nullable LocalDate asOf) {
        var day = asOf == null ? time.today() : asOf;
        var card = clusters.card(cluster, day, null);
        var members =
                card.members().stream().filter(MemberView::memberOfOrganisation).toList();
        var known = standings.of(members.stream().map(MemberView::inn).toList(), day, null);
        var table = table(day);
        var hints = members.stream()
                .map(member -> hint(
                        known.of(member.inn()),
                        member.name(),
                        table,
                        card.cluster().sector()))
                .toList();
        var counts = SectorTable.counts(hints);
        return new SectorProfile(
                card.cluster().sector(), counts.isEmpty() ? null : counts.get(0).sector(), day, counts, hints);
    }

    /** What the main activity of an enterprise suggests on a date (null: today). */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public MemberHint suggest(Inn inn, @Nullable LocalDate asOf) {
        var day = asOf == null ? time.today() : asOf;
        var standing = standings.of(List.of(inn), day, null).of(inn);
        return hint(standing, standing.name(), table(day), null);
    }

    private SectorTable table(LocalDate day) {
        return new SectorTable(sectors.list(PageRequest.first(ALL)).items(), day);
    }

    private static MemberHint hint(
            Standing standing, @Nullable String name, SectorTable table, @Nullable String sector) {
        var activity = standing.mainActivity();
        var code = activity == null ? null : activity.code();
        var hints = table.of(code, activity == null ? null : activity.version());
        return new MemberHint(standing.inn(), name, activity, hints, SectorTable.fit(code, hints, sector));
    }
}
