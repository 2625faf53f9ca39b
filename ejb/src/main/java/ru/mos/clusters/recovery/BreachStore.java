package ru.mos.clusters.recovery;

import static ru.mos.clusters.agreement.SeenAgreements.SEEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.SeenAgreements;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Sql;

/** Breaches as the database keeps them. Applicants see what was confirmed. */
@ApplicationScoped
class BreachStore {

    private static final int MOST = 200;

    private static final String BREACHES = """
            select b.*, g.number as agreement_number
              from recovery.breach b
              join agreement.agreement g on g.id = b.agreement_id
             where (:staff or b.state = 'CONFIRMED') and
            """ + SEEN;

    @Inject
    private SeenAgreements seen;

    @Inject
    private Caller caller;

    @Inject
    private Sql sql;

    void insert(UUID id, EnterBreach breach, List<MissedResult> results, LocalDate on, long change) {
        sql.with(handle -> {
            handle.createUpdate("""
                            insert into recovery.breach (id, agreement_id, kind, position, description, document_title, document_number,
                                   document_date, state, found_on, found_by, recorded_by, changed_by)
                            values (:id, :agreement, :kind, :position, :description, :title, :number, :date, 'FOUND', :on, :by, :change, :change)""")
                    .bind("id", id)
                    .bind("agreement", breach.agreement())
                    .bind("kind", breach.kind().name())
                    .bind("position", breach.position())
                    .bind("description", breach.description())
                    .bind("title", breach.document().title())
                    .bind("number", breach.document().number())
                    .bind("date", breach.document().date())
                    .bind("on", on)
                    .bind("by", caller.login())
                    .bind("change", change)
                    .execute();
            for (var result : results) {
                handle.createUpdate("""
                                insert into recovery.missed_result (breach_id, code, plan, fact, less)
                                values (:id, :code, :plan, :fact, :less)""")
                        .bind("id", id)
                        .bind("code", result.code())
                        .bind("plan", result.plan())
                        .bind("fact", result.fact())
                        .bind("less", result.less())
                        .execute();
            }
            return id;
        });
    }

    /** The latest first, without results. */
    List<BreachView> of(UUID agreement) {
        return sql.with(
                handle -> seen.bind(handle.createQuery(BREACHES + " and g.id = :id order by b.number desc limit :most"))
                        .bind("id", agreement)
                        .bind("most", MOST)
                        .map((row, context) -> view(row))
                        .list());
    }

    Optional<BreachView> find(UUID id) {
        return sql.with(handle -> seen.bind(handle.createQuery(BREACHES + " and b.id = :id"))
                .bind("id", id)
                .map((row, context) -> view(row))
                .findOne()
                .map(breach -> breach.with(handle.createQuery("""
                                        select code, plan, fact, less from recovery.missed_result where breach_id = :id order by code""")
                        .bind("id", id)
                        .mapTo(MissedResult.class)
                        .list())));
    }

    Optional<BreachView> lock(UUID id) {
        sql.with(handle -> handle.createQuery("select 1 from recovery.breach where id = :id for no key update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        return find(id);
    }

    void decide(UUID id, BreachState state, LocalDate on, @Nullable String reason, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update recovery.breach
                           set state = :state, decided_on = :on, decided_by = :by, reason = :reason, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("state", state.name())
                .bind("on", on)
                .bind("by", caller.login())
                .bind("reason", reason)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    private BreachView view(ResultSet row) throws SQLException {
        var state = BreachState.valueOf(row.getString("state"));
        var by = row.getString("found_by");
        return new BreachView(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("agreement_id", UUID.class),
                row.getLong("agreement_number"),
                BreachKind.valueOf(row.getString("kind")),
                row.getObject("position", Integer.class),
                row.getString("description"),
                new Paper(
                        row.getString("document_title"),
                        row.getString("document_number"),
                        row.getObject("document_date", LocalDate.class)),
                List.of(),
                state,
                row.getObject("found_on", LocalDate.class),
                by,
                row.getObject("decided_on", LocalDate.class),
                row.getString("decided_by"),
                row.getString("reason"),
                row.getLong("version"),
                state == BreachState.FOUND && caller.hasRole(Role.CHIEF) && !by.equals(caller.login()),
                state == BreachState.CONFIRMED && caller.hasRole(Role.DEPARTMENT));
    }
}
