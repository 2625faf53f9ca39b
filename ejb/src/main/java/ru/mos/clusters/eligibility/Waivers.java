package ru.mos.clusters.eligibility;

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
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/**
 * Waivers of conditions. One person asks for a waiver of a condition, or of parts of it, for one cluster and some days,
 * naming the paragraph that allows it; the chief, another person, gives or refuses it. Given, it turns what the condition
 * counts as from its first day to its last, in every verdict on such a day; it can be withdrawn before.
 */
@Stateless
@DenyAll
public class Waivers {

    private static final int LONGEST_REASON = 1000;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    @Inject
    private WaiverTasks tasks;

    @Inject
    private Event<ConclusionChanged> changed;

    /**
     * Asks for a waiver, which then waits for the chief.
     *
     * @throws Problem {@code cluster-unknown}, {@code date-before-cluster}, {@code conclusion-document-in-future}, {@code
     *     waiver-act-unknown}, {@code edition-unknown}, {@code waiver-act-not-in-force} where the edition is no law on its first day,
     *     {@code waiver-overlaps}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public WaiverView request(RequestWaiver command) {
        var id = UUID.randomUUID();
        sql.with(handle -> {
            var cluster = Beginning.required(handle, command.cluster(), command.validFrom());
            requireDated(command.document().date());
            requireLaw(handle, command);
            requireFree(handle, command);
            long change = changes.record(
                    "WAIVER_REQUESTED", "CLUSTER", command.cluster().toString(), null, command);
            handle.createUpdate("""
                            insert into eligibility.waiver_request
                                   (id, cluster_id, rule, parts, statement, act, edition, paragraph, document_title,
                                    document_number, document_on, valid_from, valid_until, requested_by, requested_in)
                            values (:id, :cluster, :rule, :parts, :statement, :act, :edition, :paragraph, :title, :number,
                                    :date, :from, :until, :by, :change)""")
                    .bind("id", id)
                    .bind("cluster", command.cluster())
                    .bind("rule", command.rule())
                    .bindArray("parts", String.class, command.parts())
                    .bind("statement", command.statement())
                    .bind("act", command.act())
                    .bind("edition", command.edition())
                    .bind("paragraph", command.paragraph())
                    .bind("title", command.document().title())
                    .bind("number", command.document().number())
                    .bind("date", command.document().date())
                    .bind("from", command.validFrom())
                    .bind("until", command.validUntil())
                    .bind("by", caller.login())
                    .bind("change", change)
                    .execute();
            tasks.decide(command, id, cluster.code(), caller.login());
            return id;
        });
        return view(command.cluster(), id);
    }

    /**
     * Gives a waiver. Whoever asked for it cannot.
     *
     * @throws Problem {@code waiver-unknown}, {@code waiver-decided}, {@code second-person-required}, {@code
     *     waiver-overlaps}
     */
    @RolesAllowed(CHIEF)
    public WaiverView give(UUID cluster, UUID id) {
        var asked = undecided(cluster, id);
        requireSecond(asked);
        long change = changes.record("WAIVER_GIVEN", "CLUSTER", cluster.toString(), null, asked.basis(id));
        sql.with(handle -> {
            decide(handle, id, "GIVEN", null, change);
            return handle.createUpdate("""
                            insert into eligibility.waiver
                                   (id, cluster_id, rule, valid_from, valid_until, given_by, recorded_by)
                            select id, cluster_id, rule, valid_from, valid_until, :change, :change
                              from eligibility.waiver_request
                             where id = :id""")
                    .bind("change", change)
                    .bind("id", id)
                    .execute();
        });
        tasks.decided(cluster, id);
        changed.fire(new ConclusionChanged(cluster));
        return view(cluster, id);
    }

    /**
     * Refuses a waiver. Whoever asked for it takes it back instead.
     *
     * @throws Problem {@code waiver-unknown}, {@code waiver-decided}, {@code second-person-required}, {@code field-required}
     */
    @RolesAllowed(CHIEF)
    public WaiverView refuse(UUID cluster, UUID id, String reason) {
        var why = Texts.line(reason, "/reason", LONGEST_REASON);
        var asked = undecided(cluster, id);
        requireSecond(asked);
        long change =
                changes.record("WAIVER_REFUSED", "CLUSTER", cluster.toString(), asked.basis(id), Map.of("reason", why));
        sql.with(handle -> decide(handle, id, "REFUSED", why, change));
        tasks.decided(cluster, id);
        return view(cluster, id);
    }

    /**
     * Withdraws a waiver: from today on it holds no more, and what was judged by it before stands. One that waits for the
     * chief is taken back.
     *
     * @throws Problem {@code waiver-unknown}, {@code waiver-not-in-force} where it was refused, withdrawn or has ended, {@code
     *     forbidden-role} where ГЦКР would withdraw one that another person asked for or that was given, {@code field-required}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, GCKR})
    public WaiverView withdraw(UUID cluster, UUID id, String reason) {
        var why = Texts.line(reason, "/reason", LONGEST_REASON);
        var asked = locked(cluster, id);
        boolean own = asked.requestedBy().equals(caller.login());
        boolean waits = asked.state() == WaiverView.State.REQUESTED;
        if (!(waits && own) && !caller.hasRole(DEPARTMENT) && !(caller.hasRole(CHIEF) && !waits)) {
            throw new Problem(PlatformProblem.FORBIDDEN_ROLE);
        }
        if (!waits && asked.state() != WaiverView.State.GIVEN) {
            throw new Problem(EligibilityProblem.WAIVER_NOT_IN_FORCE);
        }
        long change = changes.record(
                "WAIVER_WITHDRAWN", "CLUSTER", cluster.toString(), asked.basis(id), Map.of("reason", why));
        sql.with(handle -> waits ? decide(handle, id, "TAKEN_BACK", why, change) : end(handle, id, why, change));
        tasks.decided(cluster, id);
        tasks.withdrawn(cluster, id);
        changed.fire(new ConclusionChanged(cluster));
        return view(cluster, id);
    }

    private static int end(Handle handle, UUID id, String reason, long change) {
        int ended = handle.createQuery("""
                        with ended as (
                            update eligibility.waiver
                               set superseded_by = :change
                             where id = :id and superseded_by is null and valid_until > platform.today()
                            returning *
                        ),
                        shortened as (
                            insert into eligibility.waiver
                                   (id, cluster_id, rule, valid_from, valid_until, given_by, recorded_by)
                            select id, cluster_id, rule, valid_from, platform.today(), given_by, :change
                              from ended
                             where valid_from < platform.today()
                        )
                        select count(*) from ended""")
                .bind("change", change)
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
        if (ended == 0) {
            throw new Problem(EligibilityProblem.WAIVER_NOT_IN_FORCE);
        }
        return handle.createUpdate("""
                        update eligibility.waiver_request
                           set withdrawn_in = :change, withdrawal_reason = :reason
                         where id = :id""")
                .bind("change", change)
                .bind("reason", reason)
                .bind("id", id)
                .execute();
    }

    private int decide(Handle handle, UUID id, String decision, @Nullable String reason, long change) {
        return handle.createUpdate("""
                        update eligibility.waiver_request
                           set decision = :decision, decided_by = :by, decided_in = :change, decision_reason = :reason
                         where id = :id""")
                .bind("decision", decision)
                .bind("by", caller.login())
                .bind("change", change)
                .bind("reason", reason)
                .bind("id", id)
                .execute();
    }

    /**
     * A waiver, whatever became of it.
     *
     * @throws Problem {@code waiver-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public WaiverView view(UUID cluster, UUID id) {
        return rows(cluster, id, PageRequest.first(1)).stream()
                .findAny()
                .orElseThrow(() -> new Problem(EligibilityProblem.WAIVER_UNKNOWN, id))
                .view();
    }

    /**
     * All waivers of a cluster, also those refused and withdrawn, the latest first.
     *
     * @throws Problem {@code cluster-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public Slice<WaiverView> list(UUID cluster, PageRequest page) {
        var slice = Slice.of(rows(cluster, null, page), page, row -> List.of(Long.toString(row.number())));
        if (slice.items().isEmpty()) {
            sql.with(handle -> Beginning.required(handle, cluster, LocalDate.MAX));
        }
        return new Slice<>(slice.items().stream().map(WaiverView.Row::view).toList(), slice.next());
    }

    private List<WaiverView.Row> rows(UUID cluster, @Nullable UUID id, PageRequest page) {
        return sql.with(handle -> handle.createQuery(sql.file(Waivers.class, "Waivers"))
                .bind("cluster", cluster)
                .bind("id", id)
                .bind(
                        "after",
                        page.after().isEmpty()
                                ? Long.MAX_VALUE
                                : Long.parseLong(page.after().get(0)))
                .bind("fetch", page.fetch())
                .mapTo(WaiverView.Row.class)
                .list());
    }

    /** What a decision is about. */
    private record Asked(WaiverView.State state, String requestedBy, String rule, LocalDate from, LocalDate until) {
        Decided basis(UUID id) {
            return new Decided(id, rule, requestedBy, from, until.minusDays(1));
        }
    }

    /** What the record of changes keeps of a decision. */
    record Decided(UUID waiver, String rule, String requestedBy, LocalDate validFrom, LocalDate validTo) {}

    private Asked undecided(UUID cluster, UUID id) {
        var asked = locked(cluster, id);
        if (asked.state() != WaiverView.State.REQUESTED) {
            throw new Problem(EligibilityProblem.WAIVER_DECIDED);
        }
        return asked;
    }

    /** As it stands, locked, so that two persons who decide at once do so one after the other. */
    private Asked locked(UUID cluster, UUID id) {
        return sql.with(handle -> handle.createQuery("""
                                select state, requested_by, rule, valid_from as "from", valid_until as until
                                  from eligibility.waiver_request
                                 where id = :id and cluster_id = :cluster
                                   for update""")
                        .bind("id", id)
                        .bind("cluster", cluster)
                        .mapTo(Asked.class)
                        .findOne())
                .orElseThrow(() -> new Problem(EligibilityProblem.WAIVER_UNKNOWN, id));
    }

    private void requireSecond(Asked asked) {
        if (asked.requestedBy().equals(caller.login())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
    }

    private void requireDated(LocalDate date) {
        if (date.isAfter(time.today())) {
            throw new Problem(EligibilityProblem.CONCLUSION_DOCUMENT_IN_FUTURE, date).at("/document/date");
        }
    }

    private static void requireLaw(Handle handle, RequestWaiver command) {
        record Law(boolean known, boolean inForce) {}
        boolean act = handle.createQuery("select exists (select from eligibility.act where code = :act)")
                .bind("act", command.act())
                .mapTo(Boolean.class)
                .one();
        if (!act) {
            throw new Problem(EligibilityProblem.WAIVER_ACT_UNKNOWN, command.act()).at("/act");
        }
        var law = handle.createQuery("""
                        select count(*) > 0 as known,
                               coalesce(bool_or(status = 'IN_FORCE' and coalesce(valid_from, '-infinity') <= :day
                                                and :day < coalesce(valid_until, 'infinity')), false) as in_force
                          from eligibility.act_edition
                         where act = :act and edition is not distinct from cast(:edition as date)
                           and superseded_by is null""")
                .bind("act", command.act())
                .bind("edition", command.edition())
                .bind("day", command.validFrom())
                .mapTo(Law.class)
                .one();
        if (!law.known()) {
            throw new Problem(EligibilityProblem.EDITION_UNKNOWN, command.act(), shown(command.edition()))
                    .at("/edition");
        }
        if (!law.inForce()) {
            throw new Problem(
                            EligibilityProblem.WAIVER_ACT_NOT_IN_FORCE,
                            command.act(),
                            shown(command.edition()),
                            command.validFrom())
                    .at("/edition");
        }
    }

    private static Object shown(@Nullable LocalDate edition) {
        return edition == null ? "—" : edition;
    }

    /** Said at once to who asks; that two given ones never overlap is kept by the database. */
    private static void requireFree(Handle handle, RequestWaiver command) {
        boolean taken = handle.createQuery("""
                        select exists (select from eligibility.waiver w
                                        where w.cluster_id = :cluster and w.rule = :rule and w.superseded_by is null
                                          and daterange(w.valid_from, w.valid_until) && daterange(:from, :until))""")
                .bind("cluster", command.cluster())
                .bind("rule", command.rule())
                .bind("from", command.validFrom())
                .bind("until", command.validUntil())
                .mapTo(Boolean.class)
                .one();
        if (taken) {
            throw new Problem(EligibilityProblem.WAIVER_OVERLAPS).at("/validFrom");
        }
    }
}
