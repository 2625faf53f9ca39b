package ru.mos.clusters.cluster.merger;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.CloseCluster;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.CreateCluster;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.cluster.merger.MergerView.ClusterRef;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;

/** Mergers of clusters: proposed by one person, in effect once another has confirmed. */
@Stateless
@DenyAll
public class Mergers {

    private static final String SUBJECT = "MERGER";
    private static final String TO_CONFIRM = "MERGER_TO_CONFIRM";

    @Inject
    private Sql sql;

    @Inject
    private MergerChecks checks;

    @Inject
    private MergerRows rows;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    @EJB
    private Clusters clusters;

    @EJB
    private Memberships memberships;

    @EJB
    private Tasks tasks;

    /**
     * Proposes a merger; nothing changes before a second person has confirmed.
     *
     * @throws Problem {@code merger-document-in-future}, {@code cluster-unknown}, {@code merger-across-sectors},
     *     {@code merger-cluster-not-open}, {@code merger-day-too-early}, {@code merger-organisation-is-member},
     *     {@code merger-applications-open}, {@code merger-pending-already}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public MergerView propose(ProposeMerger command) {
        if (command.document().date().isAfter(time.today())) {
            throw new Problem(
                            MergerProblem.MERGER_DOCUMENT_IN_FUTURE,
                            command.document().date())
                    .at("/document/date");
        }
        var id = UUID.randomUUID();
        checks.lock(all(command.clusters(), command.successor()));
        var organisation = command.organisation();
        checks.require(
                id,
                command.clusters(),
                command.successor(),
                organisation == null ? null : organisation.inn(),
                command.day());
        long change = changes.record("MERGER_PROPOSED", SUBJECT, id.toString(), null, command);
        rows.insert(id, command, change);
        var proposed = merger(id);
        tasks.open(
                TO_CONFIRM,
                Doer.second(DEPARTMENT, caller.login()),
                SUBJECT,
                id.toString(),
                Map.of("codes", codes(proposed), "day", command.day().toString()),
                null);
        return proposed;
    }

    /** What the record of changes keeps of a merger in effect. */
    record Merged(List<String> clusters, LocalDate day, Paper document, UUID merger) {}

    /**
     * Lets a merger take effect: the successor takes over all participants on the day, and the clusters before exist no
     * more from then on.
     *
     * @throws Problem {@code merger-unknown}, {@code merger-decided}, {@code second-person-required}, and those of
     *     {@link #propose}, for much may have changed since
     */
    @RolesAllowed(DEPARTMENT)
    public MergerView confirm(UUID id) {
        var merger = undecided(id);
        if (merger.proposedBy().equals(caller.login())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        var ending = merger.clusters().stream().map(ClusterRef::id).toList();
        var joined = merger.successor() == null ? null : merger.successor().id();
        checks.lock(all(ending, joined));
        var opened = merger.newCluster();
        var sector = checks.require(id, ending, joined, opened == null ? null : opened.organisation(), merger.day());
        var successor = joined == null ? open(merger, sector) : joined;
        long change = changes.record(
                "CLUSTER_MERGED",
                "CLUSTER",
                successor.toString(),
                null,
                new Merged(
                        merger.clusters().stream().map(ClusterRef::code).toList(),
                        merger.day(),
                        merger.document(),
                        id));
        memberships.takeOver(successor, ending, merger.day());
        rows.next(merger, MergerState.CONFIRMED, successor, null, change);
        var confirmed = merger(id);
        var reason = ProblemTexts.text(
                Mergers.class,
                "merger.closing",
                ProblemTexts.RUSSIAN,
                confirmed.successor() == null ? "" : confirmed.successor().code(),
                merger.document().title(),
                merger.document().date());
        ending.forEach(one -> clusters.close(new CloseCluster(one, merger.day(), reason)));
        tasks.done(TO_CONFIRM, SUBJECT, id.toString());
        return confirmed;
    }

    private UUID open(MergerView merger, String sector) {
        var opened = merger.newCluster();
        if (opened == null) {
            throw new IllegalStateException("neither a successor nor a new cluster: " + merger.id());
        }
        return clusters.create(new CreateCluster(
                        sector,
                        opened.name(),
                        new UnitingEntity(opened.organisation(), opened.organisationName(), opened.legalForm()),
                        merger.day(),
                        opened.curator()))
                .id();
    }

    /** What the record of changes keeps of a refusal. */
    record Refused(String reason) {}

    /**
     * Refuses a merger, or takes back one's own proposal.
     *
     * @throws Problem {@code merger-unknown}, {@code merger-decided}, {@code field-required}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public MergerView refuse(UUID id, String reason) {
        var merger = undecided(id);
        if (!caller.hasRole(DEPARTMENT) && !merger.proposedBy().equals(caller.login())) {
            throw new Problem(PlatformProblem.FORBIDDEN_ROLE);
        }
        var why = Text.required(reason, "/reason");
        long change = changes.record("MERGER_REFUSED", SUBJECT, id.toString(), null, new Refused(why));
        rows.next(
                merger,
                MergerState.REFUSED,
                merger.successor() == null ? null : merger.successor().id(),
                why,
                change);
        tasks.done(TO_CONFIRM, SUBJECT, id.toString());
        return merger(id);
    }

    private MergerView undecided(UUID id) {
        rows.lock(id);
        var merger = merger(id);
        if (merger.state() != MergerState.PROPOSED) {
            throw new Problem(MergerProblem.MERGER_DECIDED);
        }
        return merger;
    }

    /** @throws Problem {@code merger-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public MergerView merger(UUID id) {
        return rows.find(id).orElseThrow(() -> new Problem(MergerProblem.MERGER_UNKNOWN));
    }

    /**
     * The same for who may ask what the clusters would come to as one.
     *
     * @throws Problem {@code merger-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, SERVICE})
    public MergerView weighed(UUID id) {
        return merger(id);
    }

    /**
     * The cluster that is meant by an id or by a code, for who may propose that it is merged.
     *
     * @throws Problem {@code cluster-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public UUID cluster(String idOrCode) {
        return clusters.resolve(idOrCode);
    }

    /**
     * Mergers, the latest day first.
     *
     * @param state null: all
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public Slice<MergerView> list(@Nullable MergerState state, PageRequest page) {
        return rows.list(state, page);
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public long count(@Nullable MergerState state) {
        return sql.with(handle -> handle.createQuery("""
                        select count(*) from cluster.merger
                         where superseded_by is null and (cast(:state as text) is null or state = :state)""")
                .bind("state", state == null ? null : state.name())
                .mapTo(Long.class)
                .one());
    }

    /** What a cluster came from and what it became; both empty for a cluster that was never merged. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public LineageView lineage(UUID cluster) {
        return rows.lineage(cluster);
    }

    private static List<UUID> all(Iterable<UUID> clusters, @Nullable UUID successor) {
        var all = new ArrayList<UUID>();
        clusters.forEach(all::add);
        if (successor != null) {
            all.add(successor);
        }
        return all;
    }

    private static String codes(MergerView merger) {
        return merger.clusters().stream().map(ClusterRef::code).collect(Collectors.joining(", "));
    }
}
