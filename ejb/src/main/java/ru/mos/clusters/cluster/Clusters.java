package ru.mos.clusters.cluster;

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
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/** Clusters as wholes: opened, named, united by an organisation, looked after, closed; found and shown. */
@Stateless
@DenyAll
public class Clusters {

    /** What the record of changes calls a cluster. */
    static final String SUBJECT = "CLUSTER";

    @Inject
    private Facts facts;

    @Inject
    private Numbering numbering;

    @Inject
    private Curators curators;

    @Inject
    private ClusterQueries queries;

    @Inject
    private Changes changes;

    @Inject
    private Sql sql;

    @Inject
    private Time time;

    @Inject
    private Event<MembershipChanged> changed;

    /**
     * Opens a cluster under the next number of its sector.
     *
     * @return the cluster on its first day
     * @throws Problem {@code sector-unknown}, {@code sector-not-in-force}, {@code organisation-not-legal-entity},
     *     {@code curator-unknown}, {@code curator-not-of-gckr}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ClusterView create(CreateCluster command) {
        if (command.curator() != null) {
            curators.require(command.curator());
        }
        var number = numbering.next(command.sector(), command.from());
        var id = UUID.randomUUID();
        long change = changes.record("CLUSTER_CREATED", SUBJECT, id.toString(), null, command);
        var cluster = new Cluster(id, number, change);
        var period = DatePeriod.since(command.from());
        facts.add(cluster);
        facts.add(new Particulars(cluster, command.name(), period, null, change));
        facts.add(new Organisation(cluster, command.organisation(), period, change));
        if (command.curator() != null) {
            facts.add(new Curatorship(cluster, command.curator(), period, change));
        }
        facts.flush();
        changed.fire(new MembershipChanged(id));
        return queries.cluster(id, command.from(), null);
    }

    /**
     * Gives a cluster another name. Names are not dated: the old one is kept only as what was known before.
     *
     * @throws Problem {@code cluster-unknown}, {@code changed-meanwhile}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ClusterView rename(RenameCluster command) {
        var cluster = facts.take(command.cluster(), command.expected());
        var old = facts.particulars(cluster);
        long change = changes.record(
                "CLUSTER_RENAMED", SUBJECT, cluster.id().toString(), new Named(old.name()), new Named(command.name()));
        facts.replace(List.of(old), List.of(old.renamed(command.name(), change)), change);
        return queries.cluster(cluster.id(), time.today(), null);
    }

    /** What the record of changes keeps of a name. */
    record Named(String name) {}

    /**
     * Says who unites the cluster from a day on. On the first day of the present organisation this corrects it.
     *
     * @throws Problem {@code cluster-unknown}, {@code changed-meanwhile}, {@code organisation-is-not-a-member},
     *     {@code date-before-cluster}, {@code cluster-closed}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ClusterView unite(ReplaceOrganisation command) {
        var cluster = facts.take(command.cluster(), command.expected());
        requireOpen(cluster, command.from());
        var live = facts.live(Organisation.class, cluster);
        var present = live.get(live.size() - 1);
        long change = changes.record(
                "ORGANISATION_CHANGED",
                SUBJECT,
                cluster.id().toString(),
                new United(present.entity(), present.from()),
                new United(command.organisation(), command.from()));
        facts.end(live, command.from(), change);
        facts.add(new Organisation(cluster, command.organisation(), DatePeriod.since(command.from()), change));
        return changed(cluster);
    }

    /** What the record of changes keeps of an organisation. */
    record United(UnitingEntity organisation, LocalDate from) {}

    /**
     * Gives the cluster into another's care from a day on.
     *
     * @throws Problem {@code cluster-unknown}, {@code changed-meanwhile}, {@code curator-unknown},
     *     {@code curator-not-of-gckr}, {@code date-before-cluster}, {@code cluster-closed}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ClusterView handOver(HandOver command) {
        curators.require(command.curator());
        var cluster = facts.take(command.cluster(), command.expected());
        requireOpen(cluster, command.from());
        var live = facts.live(Curatorship.class, cluster);
        var present = live.isEmpty() ? null : live.get(live.size() - 1);
        long change = changes.record(
                "CURATOR_CHANGED",
                SUBJECT,
                cluster.id().toString(),
                present == null ? null : new Cared(present.login(), present.from()),
                new Cared(command.curator(), command.from()));
        facts.end(live, command.from(), change);
        facts.add(new Curatorship(cluster, command.curator(), DatePeriod.since(command.from()), change));
        facts.flush();
        return queries.cluster(cluster.id(), time.today(), null);
    }

    /** What the record of changes keeps of a curator. */
    record Cared(String curator, LocalDate from) {}

    /**
     * Ends the cluster: from that day on it exists no more, and nobody takes part in it, unites it or looks after it.
     *
     * @throws Problem {@code cluster-unknown}, {@code cluster-closed}, {@code date-before-cluster}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ClusterView close(CloseCluster command) {
        var cluster = facts.take(command.cluster(), null);
        var old = facts.particulars(cluster);
        requireOpen(cluster, command.to().minusDays(1));
        long change =
                changes.record("CLUSTER_CLOSED", SUBJECT, cluster.id().toString(), new Named(old.name()), command);
        facts.replace(List.of(old), List.of(old.closed(command.to(), command.reason(), change)), change);
        var rest = new ArrayList<Fact>(facts.live(Membership.class, cluster));
        rest.addAll(facts.live(Organisation.class, cluster));
        rest.addAll(facts.live(Curatorship.class, cluster));
        facts.end(rest, command.to(), change);
        return changed(cluster);
    }

    /**
     * The cluster on a date.
     *
     * @param asOf null: today
     * @param knownOn null: as known now
     * @throws Problem {@code cluster-unknown}, also where it was not yet known at the instant
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public ClusterCard card(UUID id, @Nullable LocalDate asOf, @Nullable Instant knownOn) {
        return queries.card(id, asOf == null ? time.today() : asOf, knownOn);
    }

    /** Clusters of the filter, as known now. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public Slice<ClusterView> list(ClusterFilter filter, ClusterOrder order, PageRequest page) {
        return queries.counted(filter, order, page).slice();
    }

    /**
     * A stretch of a list.
     *
     * @param count of the whole list; 0 where the stretch lies behind its end
     */
    public record Counted(Slice<ClusterView> slice, long count) {}

    /** The same with the number of all that the filter lets through, in one statement. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public Counted counted(ClusterFilter filter, ClusterOrder order, PageRequest page) {
        return queries.counted(filter, order, page);
    }

    /** All clusters of the filter as an XLSX workbook, written as they are read. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public void export(ClusterFilter filter, ClusterOrder order, Locale locale, OutputStream to) {
        queries.export(filter, order, locale, to);
    }

    /**
     * What a list of clusters can be narrowed by.
     *
     * @param sectors in the order in which people read them
     * @param curators who can look after clusters, by name
     */
    public record Choices(List<SectorName> sectors, List<Candidate> curators) {}

    /** A sector's code and names. */
    public record SectorName(String code, String ru, String en) {}

    /** Sectors and curators, in one statement. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public Choices choices() {
        return queries.choices();
    }

    /** Who can look after clusters, by name. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public List<Candidate> candidates() {
        return curators.all();
    }

    /** Somebody who can look after a cluster. */
    public record Candidate(String login, String name) {}

    /**
     * What was changed about the cluster, the latest first.
     *
     * @throws Problem {@code cluster-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public Slice<ChangeView> history(UUID id, PageRequest page) {
        requireKnown(sql, id);
        return queries.history(id, page);
    }

    /**
     * The cluster that is meant by an id or by a code such as {@code IT-1}.
     *
     * @throws Problem {@code cluster-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public UUID resolve(String idOrCode) {
        return sql.with(handle -> handle.createQuery(
                                "select id from cluster.cluster where cast(id as text) = lower(:it) or code = upper(:it)")
                        .bind("it", idOrCode)
                        .mapTo(UUID.class)
                        .findOne())
                .orElseThrow(() -> new Problem(ClusterProblem.CLUSTER_UNKNOWN, idOrCode));
    }

    static void requireKnown(Sql sql, UUID id) {
        boolean known =
                sql.with(handle -> handle.createQuery("select exists (select from cluster.cluster where id = :id)")
                        .bind("id", id)
                        .mapTo(Boolean.class)
                        .one());
        if (!known) {
            throw new Problem(ClusterProblem.CLUSTER_UNKNOWN, id);
        }
    }

    private void requireOpen(Cluster cluster, LocalDate day) {
        var particulars = facts.particulars(cluster);
        if (particulars.isClosed()) {
            throw new Problem(ClusterProblem.CLUSTER_CLOSED, cluster.code());
        }
        if (day.isBefore(particulars.from())) {
            throw new Problem(ClusterProblem.DATE_BEFORE_CLUSTER, cluster.code(), particulars.from());
        }
    }

    private ClusterView changed(Cluster cluster) {
        facts.flush();
        changed.fire(new MembershipChanged(cluster.id()));
        return queries.cluster(cluster.id(), time.today(), null);
    }
}
