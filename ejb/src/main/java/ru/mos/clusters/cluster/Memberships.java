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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/** Who takes part in a cluster, when and as what. */
@Stateless
@DenyAll
public class Memberships {

    @Inject
    private Facts facts;

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

    /** What the record of changes keeps of a membership. */
    record Recorded(
            Participation participation,
            LocalDate from,
            @Nullable LocalDate to) {
        static Recorded of(Membership membership) {
            var period = membership.period();
            return new Recorded(membership.participation(), period.from(), period.untilOrNull());
        }
    }

    /**
     * Takes an enterprise into a cluster for a period. It may begin on the very day on which an earlier one ended.
     *
     * @return the version of the cluster
     * @throws Problem {@code cluster-unknown}, {@code organisation-is-not-a-member}, {@code membership-overlaps},
     *     {@code membership-outside-cluster}, {@code period-empty}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public long admit(AdmitMember command) {
        var period = DatePeriod.of(command.from(), command.to());
        var cluster = facts.take(command.cluster(), null);
        requireWithin(cluster, period);
        long change = changes.record(
                "MEMBER_ADMITTED",
                Clusters.SUBJECT,
                cluster.id().toString(),
                null,
                new Recorded(command.participation(), command.from(), command.to()));
        facts.add(new Membership(cluster, command.participation(), period, change));
        return done(cluster);
    }

    /**
     * Says anew what a participant is and does from a day on, up to the end of what was said of that day.
     *
     * @return the version of the cluster
     * @throws Problem {@code cluster-unknown}, {@code changed-meanwhile}, {@code membership-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public long change(ChangeMember command) {
        var cluster = facts.take(command.cluster(), command.expected());
        var inn = command.participation().inn();
        var from = command.from();
        var old = of(cluster, inn).stream()
                .filter(membership -> membership.period().contains(from))
                .findAny()
                .orElseThrow(() -> new Problem(ClusterProblem.MEMBERSHIP_UNKNOWN, inn, from));
        var what = command.participation().named(old.participation().name());
        var period = new DatePeriod(from, old.period().until());
        long change = changes.record(
                "MEMBER_CHANGED",
                Clusters.SUBJECT,
                cluster.id().toString(),
                Recorded.of(old),
                new Recorded(what, from, period.untilOrNull()));
        var now = new ArrayList<Membership>();
        if (old.from().isBefore(from)) {
            now.add(old.during(new DatePeriod(old.from(), from), change));
        }
        now.add(new Membership(cluster, what, period, change));
        facts.replace(List.of(old), now, change);
        return done(cluster);
    }

    /**
     * Ends a membership: from that day on the enterprise takes part no more. On its first day: it never did. A later
     * membership after an interruption stays.
     *
     * @param from null: today
     * @param reason for the record
     * @return the version of the cluster
     * @throws Problem {@code cluster-unknown}, {@code membership-unknown} where it does not take part on the day
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public long end(UUID id, Inn inn, @Nullable LocalDate from, @Nullable String reason) {
        var day = from == null ? time.today() : from;
        var cluster = facts.take(id, null);
        var stretch = stretch(of(cluster, inn), day);
        if (stretch.isEmpty()) {
            throw new Problem(ClusterProblem.MEMBERSHIP_UNKNOWN, inn, day);
        }
        long change = changes.record(
                "MEMBER_LEFT",
                Clusters.SUBJECT,
                cluster.id().toString(),
                stretch.stream().map(Recorded::of).toList(),
                new Ended(inn, day, reason));
        facts.end(stretch, day, change);
        return done(cluster);
    }

    /** What the record of changes keeps of an end. */
    record Ended(Inn inn, LocalDate from, @Nullable String reason) {}

    /**
     * Lets everybody who takes part in clusters on a day take part in another from that day on, once and with all roles
     * together. That they leave their clusters is for the caller to say.
     *
     * @return how many take part in the other cluster anew or otherwise than before
     * @throws Problem {@code cluster-unknown}, {@code organisation-is-not-a-member}
     */
    @RolesAllowed(DEPARTMENT)
    public int takeOver(UUID successor, Collection<UUID> sources, LocalDate day) {
        var cluster = facts.take(successor, null);
        long change = changes.record(
                "MEMBERS_TAKEN_OVER",
                Clusters.SUBJECT,
                successor.toString(),
                null,
                new TakenOver(sources.stream().sorted().toList(), day));
        facts.flush();
        int rows = sql.with(handle -> handle.createUpdate(sql.file(Memberships.class, "TakeOver"))
                .bindArray("sources", UUID.class, sources)
                .bind("successor", successor)
                .bind("day", day)
                .bind("change", change)
                .execute());
        done(cluster);
        return rows;
    }

    /** What the record of changes keeps of a take-over. */
    record TakenOver(List<UUID> clusters, LocalDate from) {}

    /**
     * Participants on a date, by INN.
     *
     * @param asOf null: today
     * @param knownOn null: as known now
     * @throws Problem {@code cluster-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public Slice<MemberView> on(UUID cluster, @Nullable LocalDate asOf, @Nullable Instant knownOn, PageRequest page) {
        requireKnown(cluster);
        var after = page.after().isEmpty() ? "" : page.after().get(0);
        return Slice.of(
                queries.members(cluster, asOf == null ? time.today() : asOf, knownOn, after, page.fetch()),
                page,
                member -> List.of(member.inn().digits()));
    }

    /**
     * One participant on a date.
     *
     * @throws Problem {@code cluster-unknown}, {@code membership-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public MemberView member(UUID cluster, Inn inn, @Nullable LocalDate asOf) {
        requireKnown(cluster);
        var day = asOf == null ? time.today() : asOf;
        return sql.with(handle -> handle.createQuery("""
                                select m.inn, coalesce(m.name, e.name) as name, m.roles, m.member_of_organisation,
                                       m.valid_from as "from", m.valid_until as "to"
                                  from cluster.memberships_on(:asOf, null) m
                                  left join registry.entity e on e.inn = m.inn
                                 where m.cluster_id = :cluster and m.inn = :inn""")
                        .bind("asOf", day)
                        .bind("cluster", cluster)
                        .bind("inn", inn)
                        .mapTo(MemberView.class)
                        .findOne())
                .orElseThrow(() -> new Problem(ClusterProblem.MEMBERSHIP_UNKNOWN, inn, day));
    }

    /**
     * All periods of all participants ever, as known now, by INN and time.
     *
     * @throws Problem {@code cluster-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public Slice<MemberView> timeline(UUID cluster, PageRequest page) {
        requireKnown(cluster);
        var after = page.after().size() == 2 ? page.after() : List.of("", "0001-01-01");
        var rows = sql.with(handle -> handle.createQuery("""
                        select m.inn, coalesce(m.name, e.name) as name, m.roles, m.member_of_organisation,
                               m.valid_from as "from", m.valid_until as "to"
                          from cluster.membership m
                          left join registry.entity e on e.inn = m.inn
                         where m.cluster_id = :cluster and m.superseded_by is null
                           and (m.inn, m.valid_from) > (:inn, cast(:from as date))
                         order by m.inn, m.valid_from
                         limit :fetch""")
                .bind("cluster", cluster)
                .bind("inn", after.get(0))
                .bind("from", after.get(1))
                .bind("fetch", page.fetch())
                .mapTo(MemberView.class)
                .list());
        return Slice.of(
                rows,
                page,
                member -> List.of(member.inn().digits(), member.from().toString()));
    }

    private List<Membership> of(Cluster cluster, Inn inn) {
        return facts.live(Membership.class, cluster).stream()
                .filter(membership -> membership.participation().inn().equals(inn))
                .toList();
    }

    /** The memberships that follow each other without a gap around the day: roles change, taking part goes on. */
    private static List<Membership> stretch(List<Membership> inOrder, LocalDate day) {
        var stretch = new ArrayList<Membership>();
        for (var membership : inOrder) {
            boolean abuts = !stretch.isEmpty()
                    && stretch.get(stretch.size() - 1).period().until().equals(membership.from());
            if (!abuts) {
                if (stretch.stream().anyMatch(part -> part.period().contains(day))) {
                    return stretch;
                }
                stretch.clear();
            }
            stretch.add(membership);
        }
        return stretch.stream().anyMatch(part -> part.period().contains(day)) ? stretch : List.of();
    }

    private void requireWithin(Cluster cluster, DatePeriod period) {
        var exists = facts.particulars(cluster).period();
        boolean within =
                !period.from().isBefore(exists.from()) && !exists.until().isBefore(period.until());
        if (!within) {
            throw new Problem(ClusterProblem.MEMBERSHIP_OUTSIDE_CLUSTER, exists.from()).at("/from");
        }
    }

    private void requireKnown(UUID cluster) {
        Clusters.requireKnown(sql, cluster);
    }

    private long done(Cluster cluster) {
        facts.flush();
        changed.fire(new MembershipChanged(cluster.id()));
        return cluster.version();
    }
}
