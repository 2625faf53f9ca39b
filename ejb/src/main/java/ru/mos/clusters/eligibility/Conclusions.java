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
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ClusterProblem;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/** What people have concluded on parts of the conditions that only a person can answer. */
@Stateless
@DenyAll
public class Conclusions {

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Time time;

    @Inject
    private Event<ConclusionChanged> changed;

    /**
     * Records a conclusion. It holds from its first day on; of several to one part, the one recorded last counts.
     *
     * @throws Problem {@code cluster-unknown}; {@code date-before-cluster} where it would hold before the cluster exists;
     *     {@code declaration-of-no-member} where the participant was no member of the
     *     cluster on any day of the period; {@code conclusion-document-in-future}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ConclusionView conclude(RecordConclusion command) {
        var id = UUID.randomUUID();
        sql.with(handle -> {
            Beginning.required(handle, command.cluster(), command.validFrom());
            requireMember(handle, command);
            requireDated(command.document().date());
            long change = changes.record(
                    "CONCLUSION_RECORDED", "CLUSTER", command.cluster().toString(), null, command);
            return handle.createUpdate("""
                            insert into eligibility.conclusion
                                   (id, cluster_id, rule, part, outcome, statement, document_title, document_number,
                                    document_on, valid_from, valid_until, given_by, recorded_by)
                            values (:id, :cluster, :rule, :part, :outcome, :statement, :title, :number, :date, :from,
                                    :until, :change, :change)""")
                    .bind("id", id)
                    .bind("cluster", command.cluster())
                    .bind("rule", command.rule())
                    .bind("part", command.ref().toString())
                    .bind("outcome", command.met() ? "MET" : "NOT_MET")
                    .bind("statement", command.statement())
                    .bind("title", command.document().title())
                    .bind("number", command.document().number())
                    .bind("date", command.document().date())
                    .bind("from", command.validFrom())
                    .bind("until", command.validUntil())
                    .bind("change", change)
                    .execute();
        });
        changed.fire(new ConclusionChanged(command.cluster()));
        return view(command.cluster(), id);
    }

    /**
     * Records several conclusions at once, or none: one paper may answer a whole check-list, or speak of many members.
     *
     * @throws Problem as {@link #conclude}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public List<ConclusionView> concludeAll(List<RecordConclusion> commands) {
        return commands.stream().map(this::conclude).toList();
    }

    /**
     * Withdraws a conclusion: from today on it holds no more. What was judged on it before stands.
     *
     * @param reason for the record
     * @throws Problem {@code conclusion-unknown}, {@code conclusion-withdrawn} where it holds no more already
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public void withdraw(UUID cluster, UUID id, @Nullable String reason) {
        var before = view(cluster, id);
        long change = changes.record(
                "CONCLUSION_WITHDRAWN",
                "CLUSTER",
                cluster.toString(),
                before,
                reason == null ? null : new Reason(reason));
        int ended = sql.with(handle -> handle.createQuery("""
                        with ended as (
                            update eligibility.conclusion
                               set superseded_by = :change
                             where id = :id and superseded_by is null
                               and (valid_until is null or valid_until > platform.today())
                            returning *
                        ),
                        shortened as (
                            insert into eligibility.conclusion
                                   (id, cluster_id, rule, part, outcome, statement, document_title, document_number,
                                    document_on, valid_from, valid_until, given_by, recorded_by)
                            select id, cluster_id, rule, part, outcome, statement, document_title, document_number,
                                   document_on, valid_from, platform.today(), given_by, :change
                              from ended
                             where valid_from < platform.today()
                        )
                        select count(*) from ended""")
                .bind("change", change)
                .bind("id", id)
                .mapTo(Integer.class)
                .one());
        if (ended == 0) {
            throw new Problem(EligibilityProblem.CONCLUSION_WITHDRAWN, id);
        }
        changed.fire(new ConclusionChanged(cluster));
    }

    /** What the record of changes keeps of a withdrawal. */
    record Reason(String reason) {}

    /**
     * A conclusion, also a withdrawn one.
     *
     * @throws Problem {@code conclusion-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public ConclusionView view(UUID cluster, UUID id) {
        return rows(cluster, id, PageRequest.first(1)).stream()
                .findAny()
                .orElseThrow(() -> new Problem(EligibilityProblem.CONCLUSION_UNKNOWN, id))
                .view();
    }

    /**
     * All conclusions about a cluster, withdrawn ones too, the latest first.
     *
     * @throws Problem {@code cluster-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public Slice<ConclusionView> list(UUID cluster, PageRequest page) {
        var slice = Slice.of(rows(cluster, null, page), page, row -> List.of(Long.toString(row.number())));
        if (slice.items().isEmpty()) {
            sql.with(handle -> {
                requireKnown(handle, cluster);
                return cluster;
            });
        }
        return new Slice<>(slice.items().stream().map(ConclusionView.Row::view).toList(), slice.next());
    }

    private List<ConclusionView.Row> rows(UUID cluster, @Nullable UUID id, PageRequest page) {
        return sql.with(handle -> handle.createQuery(sql.file(Conclusions.class, "Conclusions"))
                .bind("cluster", cluster)
                .bind("id", id)
                .bind(
                        "after",
                        page.after().isEmpty()
                                ? Long.MAX_VALUE
                                : Long.parseLong(page.after().get(0)))
                .bind("fetch", page.fetch())
                .mapTo(ConclusionView.Row.class)
                .list());
    }

    private static void requireKnown(Handle handle, UUID cluster) {
        boolean known = handle.createQuery("select exists (select from cluster.cluster where id = :id)")
                .bind("id", cluster)
                .mapTo(Boolean.class)
                .one();
        if (!known) {
            throw new Problem(ClusterProblem.CLUSTER_UNKNOWN, cluster);
        }
    }

    private void requireDated(LocalDate date) {
        if (date.isAfter(time.today())) {
            throw new Problem(EligibilityProblem.CONCLUSION_DOCUMENT_IN_FUTURE, date).at("/document/date");
        }
    }

    private static void requireMember(Handle handle, RecordConclusion command) {
        var member = command.ref().member();
        if (member == null) {
            return;
        }
        boolean known = handle.createQuery("""
                        select exists (
                            select from cluster.membership m
                             where m.cluster_id = :cluster and m.inn = :inn and m.superseded_by is null
                               and m.member_of_organisation
                               and daterange(m.valid_from, m.valid_until)
                                   && daterange(:from, cast(:until as date)))""")
                .bind("cluster", command.cluster())
                .bind("inn", member)
                .bind("from", command.validFrom())
                .bind("until", command.validUntil())
                .mapTo(Boolean.class)
                .one();
        if (!known) {
            throw new Problem(EligibilityProblem.DECLARATION_OF_NO_MEMBER, member).at("/part");
        }
    }
}
