package ru.mos.clusters.agreement.fulfilment;

import static ru.mos.clusters.agreement.SeenAgreements.SEEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.SeenAgreements;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Sql;

/** Facts as the database keeps them. Applicants see those of the agreements they see. */
@ApplicationScoped
class FulfilmentStore {

    private static final String FULFILMENTS = """
            select f.* from agreement.fulfilment f join agreement.agreement g on g.id = f.agreement_id where
            """ + SEEN;

    @Inject
    private Sql sql;

    @Inject
    private SeenAgreements seen;

    @Inject
    private Caller caller;

    /** A fact to be kept; of a result {@code code} is there, else the two sides are. */
    record Entered(
            UUID agreement,
            FulfilmentKind kind,
            @Nullable String code,
            BigDecimal value,
            LocalDate on,
            @Nullable Inn initiator,
            @Nullable Inn otherSide,
            Paper document) {}

    void insert(UUID id, Entered fact, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into agreement.fulfilment (id, agreement_id, kind, code, value, reached_on, initiator, other_side,
                               document_title, document_number, document_date, state, entered_by, recorded_by, changed_by)
                        values (:id, :agreement, :kind, :code, :value, :on, :initiator, :otherSide,
                                :title, :number, :date, 'ENTERED', :by, :change, :change)""")
                .bind("id", id)
                .bind("agreement", fact.agreement())
                .bind("kind", fact.kind().name())
                .bind("code", fact.code())
                .bind("value", fact.value())
                .bind("on", fact.on())
                .bind("initiator", digits(fact.initiator()))
                .bind("otherSide", digits(fact.otherSide()))
                .bind("title", fact.document().title())
                .bind("number", fact.document().number())
                .bind("date", fact.document().date())
                .bind("by", caller.login())
                .bind("change", change)
                .execute());
    }

    private static @Nullable String digits(@Nullable Inn inn) {
        return inn == null ? null : inn.digits();
    }

    /** In the order they were entered. */
    List<FulfilmentView> of(UUID agreement) {
        return sql.with(handle -> seen.bind(handle.createQuery(FULFILMENTS + " and g.id = :id order by f.number"))
                .bind("id", agreement)
                .map((row, context) -> view(row))
                .list());
    }

    Optional<FulfilmentView> find(UUID id) {
        return sql.with(handle -> seen.bind(handle.createQuery(FULFILMENTS + " and f.id = :id"))
                .bind("id", id)
                .map((row, context) -> view(row))
                .findOne());
    }

    Optional<FulfilmentView> lock(UUID id) {
        sql.with(handle -> handle.createQuery("select 1 from agreement.fulfilment where id = :id for no key update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        return find(id);
    }

    void decide(UUID id, FulfilmentState state, @Nullable String reason, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update agreement.fulfilment
                           set state = :state, decided_by = :by, reason = :reason, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("state", state.name())
                .bind("by", caller.login())
                .bind("reason", reason)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    private FulfilmentView view(ResultSet row) throws SQLException {
        var state = FulfilmentState.valueOf(row.getString("state"));
        var by = row.getString("entered_by");
        return new FulfilmentView(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("agreement_id", UUID.class),
                FulfilmentKind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getBigDecimal("value"),
                row.getObject("reached_on", LocalDate.class),
                Stream.ofNullable(row.getString("other_side"))
                        .map(Inn::new)
                        .findFirst()
                        .orElse(null),
                new Paper(
                        row.getString("document_title"),
                        row.getString("document_number"),
                        row.getObject("document_date", LocalDate.class)),
                state,
                by,
                row.getString("decided_by"),
                row.getString("reason"),
                row.getLong("version"),
                state == FulfilmentState.ENTERED
                        && !by.equals(caller.login())
                        && (caller.hasRole(Role.DEPARTMENT) || caller.hasRole(Role.CHIEF)));
    }
}
