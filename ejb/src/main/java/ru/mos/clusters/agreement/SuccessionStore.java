package ru.mos.clusters.agreement;

import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.ProblemTranslator;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.project.FrozenProjects;

/** Successions as the database keeps them. Applicants see what was confirmed once. */
@ApplicationScoped
class SuccessionStore {

    private static final String SUCCESSIONS = """
            select s.*, g.number as agreement_number
              from agreement.succession s
              join agreement.agreement g on g.id = s.agreement_id
             where (:staff or s.state not in ('ENTERED', 'REJECTED')) and
            """ + SeenAgreements.SEEN;

    @Inject
    private SeenAgreements seen;

    @Inject
    private FrozenProjects projects;

    @Inject
    private Caller caller;

    @Inject
    private Sql sql;

    void insert(UUID id, EnterSuccession given, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into agreement.succession (id, agreement_id, capacity, predecessor, successor, valid_from, ground,
                               document_title, document_number, document_date, state, entered_by, recorded_by, changed_by)
                        values (:id, :agreement, :capacity, :predecessor, :successor, :from, :ground,
                                :title, :number, :date, 'ENTERED', :by, :change, :change)""")
                .bind("id", id)
                .bind("agreement", given.agreement())
                .bind("capacity", given.capacity().name())
                .bind("predecessor", given.predecessor())
                .bind("successor", given.successor())
                .bind("from", given.from())
                .bind("ground", given.ground().name())
                .bind("title", given.document().title())
                .bind("number", given.document().number())
                .bind("date", given.document().date())
                .bind("by", caller.login())
                .bind("change", change)
                .execute());
    }

    /** In the order of days. */
    List<SuccessionView> of(UUID agreement) {
        return named(sql.with(handle -> seen.bind(
                        handle.createQuery(SUCCESSIONS + " and g.id = :id order by s.valid_from, s.number limit 500"))
                .bind("id", agreement)
                .map((row, context) -> view(row))
                .list()));
    }

    /** Those known and in force on a day, as a paper of that day names them: of the party up to one of its holders, and of participants. */
    List<SuccessionView> upTo(UUID agreement, Inn party, LocalDate day) {
        var all = of(agreement).stream()
                .filter(one -> one.isKnownOn(day) && !one.from().isAfter(day))
                .toList();
        var steps = new ArrayList<>(leadingTo(party, ofCapacity(all, SuccessionCapacity.PARTY)));
        steps.addAll(ofCapacity(all, SuccessionCapacity.PARTICIPANT));
        return steps;
    }

    /** Steps in force on a day by which somebody came to its place under an agreement. */
    List<SuccessionView> leadingTo(UUID agreement, SuccessionCapacity capacity, Inn holder, LocalDate day) {
        return leadingTo(
                holder,
                ofCapacity(
                        of(agreement).stream()
                                .filter(one -> one.isInForce() && !one.from().isAfter(day))
                                .toList(),
                        capacity));
    }

    private static List<SuccessionView> ofCapacity(List<SuccessionView> all, SuccessionCapacity capacity) {
        return all.stream().filter(one -> one.capacity() == capacity).toList();
    }

    /** Each step has its day after those that lead to it, so that the last leads to the holder, and the way back meets all. */
    private static List<SuccessionView> leadingTo(Inn holder, List<SuccessionView> inOrderOfDays) {
        var holders = new HashSet<>(List.of(holder));
        var steps = new ArrayList<SuccessionView>();
        for (int at = inOrderOfDays.size() - 1; at >= 0; at--) {
            var step = inOrderOfDays.get(at);
            if (holders.contains(step.successor())) {
                holders.add(step.predecessor());
                steps.add(0, step);
            }
        }
        return steps;
    }

    Optional<SuccessionView> find(UUID id) {
        return named(sql.with(handle -> seen.bind(handle.createQuery(SUCCESSIONS + " and s.id = :id"))
                        .bind("id", id)
                        .map((row, context) -> view(row))
                        .list()))
                .stream()
                .findFirst();
    }

    /** Agreement first, then succession: always in this order. */
    Optional<SuccessionView> lock(UUID id) {
        sql.with(handle ->
                handle.createQuery("""
                        select g.id from agreement.agreement g
                         where g.id = (select s.agreement_id from agreement.succession s where s.id = :id) for no key update""").bind("id", id).mapTo(UUID.class).findOne());
        sql.with(handle -> handle.createQuery("select 1 from agreement.succession where id = :id for no key update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        return find(id);
    }

    void decide(UUID id, SuccessionState to, @Nullable String reason, LocalDate on, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update agreement.succession
                           set state = :state, decided_by = :by, decided_on = :on, reason = :reason, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("state", to.name())
                .bind("by", caller.login())
                .bind("on", on)
                .bind("reason", reason)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    /** Somebody says that it is wrong, or after all it is right. */
    void doubt(UUID id, @Nullable String reason, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update agreement.succession
                           set state = case when cast(:reason as text) is null then 'CONFIRMED' else 'REVERSING' end, reason = :reason,
                               reversing_by = case when cast(:reason as text) is null then null else :by end,
                               version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("reason", reason)
                .bind("by", caller.login())
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    void reverse(UUID id, LocalDate on, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update agreement.succession
                           set state = 'REVERSED', reversed_by = :by, reversed_on = :on, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("by", caller.login())
                .bind("on", on)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    /**
     * What somebody is paid in proportion to, and who is paid it on a day.
     *
     * @param share INN of who had it when the agreement was awarded
     */
    record Share(Inn share, Inn payee, BigDecimal weight) {}

    /** Everybody who is paid under an agreement, in the order of INN: its party, or each participant that receives money. */
    List<Share> shares(UUID agreement, LocalDate day) {
        return sql.with(handle -> handle.createQuery("""
                        select g.party as share, agreement.payee_on(g.id, g.party, :day) as payee, 1.00 as weight
                          from agreement.agreement g
                         where g.id = :id and g.route <> 'TO_EACH_PARTICIPANT'
                        union all
                        select r.inn, agreement.payee_on(g.id, r.inn, :day), r.receives
                          from agreement.agreement g
                          join project.participant r on (r.project_id, r.edition) = (g.project_id, g.project_edition) and r.receives > 0
                         where g.id = :id and g.route = 'TO_EACH_PARTICIPANT'
                         order by share""")
                .bind("id", agreement)
                .bind("day", day)
                .mapTo(Share.class)
                .list());
    }

    /** Shares of an instalment that are being paid or were. */
    List<Inn> taken(UUID agreement, int position) {
        return sql.with(handle -> handle.createQuery("""
                        select coalesce(on_behalf, payee) from agreement.payment
                         where agreement_id = :id and position = :position and state <> 'CANCELLED'""")
                .bind("id", agreement)
                .bind("position", position)
                .mapTo(Inn.class)
                .list());
    }

    /** Who stands on a day in the place of each participant that is succeeded by then. */
    Map<Inn, Inn> participants(UUID agreement, LocalDate day) {
        record Succeeded(Inn predecessor, Inn successor) {}
        return sql
                .with(handle -> handle.createQuery("""
                                select s.predecessor, agreement.holder(s.agreement_id, s.capacity, s.predecessor, :day) as successor
                                  from agreement.succession s
                                 where s.agreement_id = :id and s.capacity = 'PARTICIPANT' and s.state in ('CONFIRMED', 'REVERSING')
                                   and s.valid_from <= :day""")
                        .bind("id", agreement)
                        .bind("day", day)
                        .mapTo(Succeeded.class)
                        .list())
                .stream()
                .collect(Collectors.toMap(Succeeded::predecessor, Succeeded::successor));
    }

    /** Who answers on a day for what was paid to somebody. */
    Inn present(UUID agreement, Inn paid, LocalDate day) {
        return sql.with(handle -> handle.createQuery("select agreement.payee_on(:id, :paid, :day)")
                .bind("id", agreement)
                .bind("paid", paid)
                .bind("day", day)
                .mapTo(Inn.class)
                .one());
    }

    /** What stands against paying a share to somebody on a day; empty: nothing. */
    List<Problem> obstacles(UUID agreement, Inn share, Inn payee, LocalDate day) {
        record Obstacle(String code, @Nullable String detail) {}
        return sql
                .with(handle -> handle.createQuery(
                                "select code, detail from agreement.payee_obstacles(:id, :share, :payee, :day)")
                        .bind("id", agreement)
                        .bind("share", share)
                        .bind("payee", payee)
                        .bind("day", day)
                        .mapTo(Obstacle.class)
                        .list())
                .stream()
                .flatMap(one -> Stream.ofNullable(
                                ProblemTranslator.codes().get(one.code().replace('_', '-')))
                        .map(code -> new Problem(code, ProblemTexts.arguments(one.detail()))))
                .toList();
    }

    /** Into which clusters those of the project have gone up to a day, by step. */
    List<ClusterSuccession> clusters(UUID agreement, LocalDate day) {
        return sql.with(handle -> handle.createQuery("""
                        select distinct on (c.merged_on, before.code) before.code as predecessor, after.code as successor, p.name as successor_name,
                               c.merged_on, c.merger_id, m.document_title, m.document_number, m.document_date
                          from agreement.agreement g
                          join project.cluster k on (k.project_id, k.edition) = (g.project_id, g.project_edition)
                         cross join lateral cluster.successors_on(k.cluster_id, :day) c
                          join cluster.cluster before on before.id = c.predecessor
                          join cluster.cluster after on after.id = c.successor
                          join cluster.merger m on m.id = c.merger_id and m.superseded_by is null
                          left join cluster.particulars_known(null) p on p.cluster_id = after.id
                           and daterange(p.valid_from, p.valid_until) @> cast(:day as date)
                         where g.id = :id
                         order by c.merged_on, before.code""")
                .bind("id", agreement)
                .bind("day", day)
                .map((row, context) -> new ClusterSuccession(
                        row.getString("predecessor"),
                        row.getString("successor"),
                        row.getString("successor_name"),
                        row.getObject("merged_on", LocalDate.class),
                        row.getObject("merger_id", UUID.class),
                        new Paper(
                                row.getString("document_title"),
                                row.getString("document_number"),
                                row.getObject("document_date", LocalDate.class))))
                .list());
    }

    private List<SuccessionView> named(List<SuccessionView> all) {
        var names = projects.names(all.stream()
                .flatMap(one -> Stream.of(one.predecessor(), one.successor()))
                .toList());
        return all.stream()
                .map(one -> one.called(names.get(one.predecessor()), names.get(one.successor())))
                .toList();
    }

    private SuccessionView view(ResultSet row) throws SQLException {
        var state = SuccessionState.valueOf(row.getString("state"));
        var entered = row.getString("entered_by");
        var reversing = row.getString("reversing_by");
        return new SuccessionView(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("agreement_id", UUID.class),
                row.getLong("agreement_number"),
                SuccessionCapacity.valueOf(row.getString("capacity")),
                new Inn(row.getString("predecessor")),
                null,
                new Inn(row.getString("successor")),
                null,
                row.getObject("valid_from", LocalDate.class),
                SuccessionGround.valueOf(row.getString("ground")),
                new Paper(
                        row.getString("document_title"),
                        row.getString("document_number"),
                        row.getObject("document_date", LocalDate.class)),
                state,
                entered,
                row.getString("decided_by"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("reason"),
                reversing,
                row.getString("reversed_by"),
                row.getObject("reversed_on", LocalDate.class),
                row.getLong("version"),
                actions(state, caller.login().equals(reversing == null ? entered : reversing)));
    }

    /** @param own whether the caller has said what is to be decided on */
    private List<SuccessionAction> actions(SuccessionState state, boolean own) {
        boolean chief = caller.hasRole(CHIEF);
        return switch (state) {
            case ENTERED -> chief && !own ? List.of(SuccessionAction.CONFIRM, SuccessionAction.REJECT) : List.of();
            case CONFIRMED -> chief || caller.hasRole(DEPARTMENT) ? List.of(SuccessionAction.REVERSE) : List.of();
            case REVERSING ->
                chief && !own ? List.of(SuccessionAction.CONFIRM_REVERSAL, SuccessionAction.KEEP) : List.of();
            case REJECTED, REVERSED -> List.of();
        };
    }
}
