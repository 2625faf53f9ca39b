package ru.mos.clusters.call.council;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ru.mos.clusters.call.council.EnterOrder.Appointment;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Sql;

/** Bodies as the database keeps them: who sat in them when, and by which regulations. */
@ApplicationScoped
class BodyStore {

    @Inject
    private Sql sql;

    /** A body without what changes. */
    record Kept(String code, BodyKind kind, String nameRu, String genitive, String nameEn) {}

    List<Kept> all() {
        return sql.with(handle -> handle.createQuery(
                        "select code, kind, name_ru, genitive, name_en from call.body order by kind desc, code limit 500")
                .mapTo(Kept.class)
                .list());
    }

    Optional<Kept> find(String code) {
        return sql.with(handle -> handle.createQuery(
                        "select code, kind, name_ru, genitive, name_en from call.body where code = :code")
                .bind("code", code)
                .mapTo(Kept.class)
                .findOne());
    }

    boolean insert(NewBody body, long change) {
        return sql.with(handle -> handle.createUpdate("""
                        insert into call.body (code, kind, name_ru, genitive, name_en, recorded_by)
                        values (:code, :kind, :nameRu, :genitive, :nameEn, :change) on conflict (code) do nothing""")
                        .bind("code", body.code())
                        .bind("kind", body.kind())
                        .bind("nameRu", body.nameRu())
                        .bind("genitive", body.genitive())
                        .bind("nameEn", body.nameEn())
                        .bind("change", change)
                        .execute())
                == 1;
    }

    /** Who is in office on a day: the chair first, then deputies, members by name, the secretary last. */
    List<SeatView> seats(String body, LocalDate on) {
        return sql.with(handle -> handle.createQuery("""
                        select * from call.seat s
                         where s.body = :body and s.valid_from <= :on and :on < coalesce(s.valid_until, 'infinity')
                         order by array_position(array['CHAIR', 'DEPUTY_CHAIR', 'MEMBER', 'SECRETARY'], s.post), s.name, s.id""")
                .bind("body", body)
                .bind("on", on)
                .map((row, context) -> seat(row))
                .list());
    }

    /** Who is in office on a day, by body, each in the order of {@link #seats}. */
    Map<String, List<SeatView>> allSeats(LocalDate on) {
        record Of(String body, SeatView seat) {}
        return sql.with(handle ->
                handle
                        .createQuery("""
                        select * from call.seat s
                         where s.valid_from <= :on and :on < coalesce(s.valid_until, 'infinity')
                         order by array_position(array['CHAIR', 'DEPUTY_CHAIR', 'MEMBER', 'SECRETARY'], s.post), s.name, s.id""")
                        .bind("on", on)
                        .map((row, context) -> new Of(row.getString("body"), seat(row)))
                        .stream()
                        .collect(Collectors.groupingBy(Of::body, Collectors.mapping(Of::seat, Collectors.toList()))));
    }

    /** By which they vote on a day, by body. */
    Map<String, Regulations> allRegulations(LocalDate on) {
        record Of(String body, Regulations rules) {}
        return sql.with(handle ->
                handle
                        .createQuery("""
                        select distinct on (r.body) * from call.regulations r
                         where r.superseded_by is null and r.valid_from <= :on
                         order by r.body, r.valid_from desc""")
                        .bind("on", on)
                        .map((row, context) -> new Of(row.getString("body"), regulations(row)))
                        .stream()
                        .collect(Collectors.toMap(Of::body, Of::rules)));
    }

    static SeatView seat(ResultSet row) throws SQLException {
        var inn = row.getString("inn");
        return new SeatView(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("name"),
                row.getString("organisation"),
                inn == null ? null : new Inn(inn),
                Post.valueOf(row.getString("post")),
                row.getBoolean("votes"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }

    Optional<Regulations> regulations(String body, LocalDate on) {
        return sql.with(handle -> handle.createQuery("""
                        select * from call.regulations r
                         where r.body = :body and r.superseded_by is null and r.valid_from <= :on
                         order by r.valid_from desc limit 1""")
                .bind("body", body)
                .bind("on", on)
                .map((row, context) -> regulations(row))
                .findOne());
    }

    List<Regulations> regulations(String body) {
        return sql.with(handle -> handle.createQuery("""
                        select * from call.regulations r
                         where r.body = :body and r.superseded_by is null order by r.valid_from desc limit 500""")
                .bind("body", body)
                .map((row, context) -> regulations(row))
                .list());
    }

    private static Regulations regulations(ResultSet row) throws SQLException {
        return new Regulations(
                row.getObject("valid_from", LocalDate.class),
                Fraction.of(row.getLong("quorum_numerator"), row.getLong("quorum_denominator")),
                row.getBoolean("more_than"),
                RecusedInQuorum.valueOf(row.getString("recused")),
                MajorityBase.valueOf(row.getString("majority")),
                row.getBoolean("casting_vote"),
                row.getBoolean("in_absentia"),
                row.getInt("appeal_days"),
                paper(row));
    }

    static Paper paper(ResultSet row) throws SQLException {
        return new Paper(
                row.getString("document_title"),
                row.getString("document_number"),
                row.getObject("document_date", LocalDate.class));
    }

    /** Said of the same day again, it replaces what was said before. */
    void regulate(String body, Regulations rules, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update call.regulations set superseded_by = :change
                         where body = :body and valid_from = :from and superseded_by is null""")
                .bind("change", change)
                .bind("body", body)
                .bind("from", rules.from())
                .execute());
        sql.with(handle -> handle.createUpdate("""
                        insert into call.regulations (id, body, valid_from, quorum_numerator, quorum_denominator, more_than, recused,
                               majority, casting_vote, in_absentia, appeal_days, document_title, document_number, document_date,
                               recorded_by)
                        values (:id, :body, :from, :numerator, :denominator, :moreThan, :recused, :majority, :castingVote,
                                :inAbsentia, :appealDays, :title, :number, :date, :change)""")
                .bind("id", UUID.randomUUID())
                .bind("body", body)
                .bind("from", rules.from())
                .bind("numerator", rules.quorum().numerator().intValueExact())
                .bind("denominator", rules.quorum().denominator().intValueExact())
                .bind("moreThan", rules.moreThan())
                .bind("recused", rules.recused())
                .bind("majority", rules.majority())
                .bind("castingVote", rules.castingVote())
                .bind("inAbsentia", rules.inAbsentia())
                .bind("appealDays", rules.appealDays())
                .bind("title", rules.document().title())
                .bind("number", rules.document().number())
                .bind("date", rules.document().date())
                .bind("change", change)
                .execute());
    }

    /** The day from which the latest order holds. */
    Optional<LocalDate> latestOrder(String body) {
        return sql.with(handle -> handle.createQuery(
                        "select max(valid_from) from call.composition_order where body = :body having max(valid_from) is not null")
                .bind("body", body)
                .mapTo(LocalDate.class)
                .findOne());
    }

    void order(UUID id, String body, EnterOrder order, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into call.composition_order (id, body, valid_from, document_title, document_number, document_date,
                               recorded_by)
                        values (:id, :body, :from, :title, :number, :date, :change)""")
                .bind("id", id)
                .bind("body", body)
                .bind("from", order.from())
                .bind("title", order.document().title())
                .bind("number", order.document().number())
                .bind("date", order.document().date())
                .bind("change", change)
                .execute());
    }

    boolean release(UUID seat, String body, LocalDate from, UUID order) {
        return sql.with(handle -> handle.createUpdate("""
                        update call.seat set valid_until = :from, released_by = :order
                         where id = :seat and body = :body and valid_until is null""")
                        .bind("from", from)
                        .bind("order", order)
                        .bind("seat", seat)
                        .bind("body", body)
                        .execute())
                == 1;
    }

    void appoint(String body, Appointment who, LocalDate from, UUID order) {
        sql.with(handle -> handle.createUpdate("""
                        insert into call.seat (id, body, login, name, organisation, inn, post, votes, valid_from, appointed_by)
                        values (:id, :body, :login, :name, :organisation, :inn, :post, :votes, :from, :order)""")
                .bind("id", UUID.randomUUID())
                .bind("body", body)
                .bind("login", who.login())
                .bind("name", who.name())
                .bind("organisation", who.organisation())
                .bind("inn", who.inn() == null ? null : who.inn().digits())
                .bind("post", who.post())
                .bind("votes", who.votes())
                .bind("from", from)
                .bind("order", order)
                .execute());
    }

    /** The latest first. */
    List<OrderView> orders(String body) {
        return sql.with(handle -> handle.createQuery("""
                        select o.*,
                               array(select s.name from call.seat s where s.appointed_by = o.id order by s.name) as appointed,
                               array(select s.name from call.seat s where s.released_by = o.id order by s.name) as released
                          from call.composition_order o
                         where o.body = :body
                         order by o.valid_from desc, o.number desc
                         limit 1000""")
                .bind("body", body)
                .map((row, context) -> new OrderView(
                        row.getObject("id", UUID.class),
                        row.getObject("valid_from", LocalDate.class),
                        paper(row),
                        names(row, "appointed"),
                        names(row, "released")))
                .list());
    }

    static List<String> names(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
