package ru.mos.clusters.inkind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Sql;

/** Premises and equipment as the database keeps them. */
@ApplicationScoped
class ObjectRows {

    private static final String OBJECTS = """
            select t.id, t.number, t.organisation_id as organisation, o.code as organisation_code,
                   (select p.name from infrastructure.particulars p
                     where p.organisation_id = o.id and p.superseded_by is null order by p.valid_from desc limit 1) as organisation_name,
                   t.kind, t.name, t.place, t.area,
                   (select min(b.ends_on) from inkind.booking b
                     where b.object_id = t.id and b.freed_by is null
                       and daterange(b.starts_on, b.ends_on, '[]') @> platform.today()) as taken_through
              from inkind.object t
              join infrastructure.organisation o on o.id = t.organisation_id
             where (:staff or t.organisation_id in
            """ + SeenRequests.SERVED + ")";

    @Inject
    private SeenRequests seen;

    @Inject
    private Sql sql;

    boolean belongs(UUID object, UUID organisation) {
        return sql.with(handle -> handle.createQuery(
                        "select exists (select from inkind.object where id = :id and organisation_id = :organisation)")
                .bind("id", object)
                .bind("organisation", organisation)
                .mapTo(Boolean.class)
                .one());
    }

    void insert(UUID id, InKindObjects.NewObject object, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into inkind.object (id, organisation_id, kind, name, place, area, recorded_by)
                        values (:id, :organisation, :kind, :name, :place, :area, :change)""")
                .bind("id", id)
                .bind("organisation", object.organisation())
                .bind("kind", object.kind().name())
                .bind("name", object.name())
                .bind("place", object.place())
                .bind("area", object.area())
                .bind("change", change)
                .execute());
    }

    Optional<InKindObjects.ObjectView> find(UUID id) {
        return sql.with(handle -> bound(handle.createQuery(OBJECTS + " and t.id = :id"))
                .bind("id", id)
                .mapTo(InKindObjects.ObjectView.class)
                .findOne());
    }

    /** By number, after one, at most so many. */
    List<InKindObjects.ObjectView> list(@Nullable UUID organisation, long after, int most) {
        return sql.with(handle -> bound(handle.createQuery(OBJECTS + """
                         and (cast(:organisation as uuid) is null or t.organisation_id = cast(:organisation as uuid)) and t.number > :after
                         order by t.number limit :most"""))
                .bind("organisation", organisation)
                .bind("after", after)
                .bind("most", most)
                .mapTo(InKindObjects.ObjectView.class)
                .list());
    }

    long count(@Nullable UUID organisation) {
        return sql.with(handle -> bound(
                        handle.createQuery(
                                "select count(*) from (" + OBJECTS
                                        + " and (cast(:organisation as uuid) is null or t.organisation_id = cast(:organisation as uuid))) found"))
                .bind("organisation", organisation)
                .mapTo(Long.class)
                .one());
    }

    /** Of an object, those that end on the day or later, in their order. */
    List<InKindObjects.BookingView> bookings(UUID object, LocalDate from) {
        return sql.with(handle -> handle.createQuery("""
                        select b.id, b.request_id as request, r.number, r.inn, coalesce(r.name, (
                               select e.name from registry.entity e where e.inn = r.inn and e.name is not null limit 1)) as name,
                               b.starts_on, b.ends_on, r.state
                          from inkind.booking b
                          join inkind.request r on r.id = b.request_id
                         where b.object_id = :object and b.freed_by is null and b.ends_on >= :from
                         order by b.starts_on
                         limit 1000""")
                .bind("object", object)
                .bind("from", from)
                .mapTo(InKindObjects.BookingView.Row.class)
                .map(InKindObjects.BookingView.Row::view)
                .list());
    }

    /** At which the caller works; those of the ГЦКР and the department at all. */
    List<InKindObjects.Organisation> organisations() {
        return sql.with(handle -> bound(handle.createQuery("""
                        select o.id, o.code, p.name
                          from infrastructure.organisation o
                          join infrastructure.particulars p on p.organisation_id = o.id and p.superseded_by is null
                           and daterange(p.valid_from, p.valid_until) @> platform.today()
                         where p.closing_reason is null and (:staff or o.id in
                        """ + SeenRequests.SERVED + ") order by o.number"))
                .mapTo(InKindObjects.Organisation.class)
                .list());
    }

    private <S extends org.jdbi.v3.core.statement.SqlStatement<S>> S bound(S statement) {
        return seen.bindOffice(statement);
    }
}
