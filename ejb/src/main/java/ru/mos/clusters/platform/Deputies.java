package ru.mos.clusters.platform;

import static ru.mos.clusters.platform.Role.ADMIN;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Who stands in for whom, from a day to a day, by an order. While it holds, the deputy has the roles of the other besides
 * the own ones, in every door at once, and sees the other's tasks; the record of changes says for whom the deputy stood in.
 *
 * <p>Four eyes stay with persons: what the deputy does is done by the deputy's login, so nobody confirms by deputising what
 * they entered themselves, while the deputy may confirm what the other entered, for these are two persons.
 *
 * <p>What is kept safe: nobody enters an order that makes themselves a deputy, so an administrator gets another's roles only
 * through a second administrator; who is an administrator by deputising enters no orders; roles got by deputising are not
 * passed on; programs take no part; with a login that is closed its deputising ends. The role {@code applicant} comes
 * without the organisation of the other: one applies for the own organisation only.
 */
@Stateless
@DenyAll
public class Deputies {

    private static final String ORDERS = """
            select d.id, d.deputy, d.deputised, d.valid_from, d.valid_until, d.document_title, d.document_number,
                   d.document_date, exists (select from platform.deputising x where x.id = d.id) as in_force,
                   c.actor as entered_by, coalesce(c.at, platform.now()) as entered_at, d.row_id
              from platform.deputy_order d
              join platform.change c on c.id = d.entered_by
             where d.superseded_by is null
            """;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /** What the record of changes keeps of an order. */
    record Ordered(String deputy, String deputised, LocalDate from, LocalDate to, Paper document) {}

    /**
     * Enters an order.
     *
     * @throws Problem {@code deputy-of-oneself}, {@code deputy-enters-own-order}, {@code deputy-enters-order},
     *     {@code user-unknown} also for who cannot log in, {@code deputy-of-program}, {@code period-empty},
     *     {@code deputy-period-over}, {@code deputy-overlaps}
     */
    @RolesAllowed(ADMIN)
    public DeputyOrder appoint(AppointDeputy command) {
        var period = new DatePeriod(command.from(), command.to());
        requireAdministrator();
        if (command.deputy().equals(command.deputised())) {
            throw new Problem(PlatformProblem.DEPUTY_OF_ONESELF).at("/deputy");
        }
        if (command.deputy().equals(caller.login())) {
            throw new Problem(PlatformProblem.DEPUTY_ENTERS_OWN_ORDER).at("/deputy");
        }
        requirePerson(command.deputy(), "/deputy");
        requirePerson(command.deputised(), "/deputised");
        if (!time.today().isBefore(period.until())) {
            throw new Problem(PlatformProblem.DEPUTY_PERIOD_OVER, period.until().minusDays(1)).at("/to");
        }
        var id = UUID.randomUUID();
        var paper = command.document();
        long change = changes.record(
                "DEPUTY_APPOINTED",
                "USER",
                command.deputy(),
                null,
                new Ordered(command.deputy(), command.deputised(), period.from(), period.until(), paper));
        sql.with(handle -> handle.createUpdate("""
                        insert into platform.deputy_order (id, deputy, deputised, valid_from, valid_until, document_title,
                               document_number, document_date, entered_by, recorded_by)
                        values (:id, :deputy, :deputised, :from, :until, :title, :number, :date, :change, :change)""")
                .bind("id", id)
                .bind("deputy", command.deputy())
                .bind("deputised", command.deputised())
                .bind("from", period.from())
                .bind("until", period.until())
                .bind("title", paper.title())
                .bind("number", paper.number())
                .bind("date", paper.date())
                .bind("change", change)
                .execute());
        return order(id);
    }

    /** What the record of changes keeps of an end. */
    record Ended(LocalDate from, String reason) {}

    /**
     * Ends a deputising early: from that day on it gives no roles. On its first day or before: it never did.
     *
     * @param from not before today
     * @throws Problem {@code deputy-order-unknown}, {@code deputy-period-over}, {@code deputy-enters-order},
     *     {@code field-required}
     */
    @RolesAllowed(ADMIN)
    public void end(UUID id, LocalDate from, String reason) {
        requireAdministrator();
        var before = order(id);
        if (reason.isBlank()) {
            throw new Problem(PlatformProblem.FIELD_REQUIRED, "reason").at("/reason");
        }
        var day = from.isBefore(time.today()) ? time.today() : from;
        if (!day.isBefore(before.to())) {
            throw new Problem(PlatformProblem.DEPUTY_PERIOD_OVER, before.to().minusDays(1)).at("/from");
        }
        long change = changes.record("DEPUTY_ENDED", "USER", before.deputy(), before, new Ended(day, reason.strip()));
        sql.with(handle -> handle.createUpdate("""
                        with ended as (
                            update platform.deputy_order set superseded_by = :change
                             where id = :id and superseded_by is null
                            returning *
                        )
                        insert into platform.deputy_order (id, deputy, deputised, valid_from, valid_until, document_title,
                               document_number, document_date, entered_by, recorded_by)
                        select id, deputy, deputised, valid_from, :day, document_title, document_number, document_date,
                               entered_by, :change
                          from ended
                         where valid_from < :day""")
                .bind("change", change)
                .bind("id", id)
                .bind("day", day)
                .execute());
    }

    /** @throws Problem {@code deputy-order-unknown}, also for one that was ended before it began */
    @RolesAllowed({ADMIN, AUDITOR})
    public DeputyOrder order(UUID id) {
        return sql.with(handle -> handle.createQuery(ORDERS + " and d.id = :id")
                        .bind("id", id)
                        .mapTo(DeputyOrder.Row.class)
                        .map(DeputyOrder.Row::order)
                        .findOne())
                .orElseThrow(() -> new Problem(PlatformProblem.DEPUTY_ORDER_UNKNOWN));
    }

    /**
     * Orders, the latest to begin first.
     *
     * @param inForce only those that give roles today
     */
    @RolesAllowed({ADMIN, AUDITOR})
    public Slice<DeputyOrder> list(boolean inForce, PageRequest page) {
        boolean first = page.after().size() != 2;
        var rows = sql.with(handle -> handle.createQuery(ORDERS + """
                               and (not :inForce or exists (select from platform.deputising x where x.id = d.id))
                               and (:first or (d.valid_from, d.id) < (cast(:afterDay as date), cast(:afterId as uuid)))
                             order by d.valid_from desc, d.id desc
                             limit :most""")
                .bind("inForce", inForce)
                .bind("first", first)
                .bind("afterDay", first ? null : page.after().get(0))
                .bind("afterId", first ? null : page.after().get(1))
                .bind("most", page.fetch())
                .mapTo(DeputyOrder.Row.class)
                .map(DeputyOrder.Row::order)
                .list());
        return Slice.of(
                rows, page, order -> List.of(order.from().toString(), order.id().toString()));
    }

    /** How many there are. */
    @RolesAllowed({ADMIN, AUDITOR})
    public long count(boolean inForce) {
        return sql.with(handle -> handle.createQuery("""
                        select count(*) from platform.deputy_order d
                         where d.superseded_by is null
                           and (not :inForce or exists (select from platform.deputising x where x.id = d.id))""")
                .bind("inForce", inForce)
                .mapTo(Long.class)
                .one());
    }

    private void requireAdministrator() {
        if (!hasOwn(caller.login(), ADMIN)) {
            throw new Problem(PlatformProblem.DEPUTY_ENTERS_ORDER);
        }
    }

    private void requirePerson(String login, String pointer) {
        boolean active = sql.with(handle -> handle.createQuery(
                        "select exists (select from platform.app_user where login = :login and active)")
                .bind("login", login)
                .mapTo(Boolean.class)
                .one());
        if (!active) {
            throw new Problem(PlatformProblem.USER_UNKNOWN, login).at(pointer);
        }
        if (hasOwn(login, SERVICE)) {
            throw new Problem(PlatformProblem.DEPUTY_OF_PROGRAM).at(pointer);
        }
    }

    private boolean hasOwn(String login, String role) {
        return sql.with(handle -> handle.createQuery(
                        "select exists (select from platform.user_role where login = :login and role = :role)")
                .bind("login", login)
                .bind("role", role)
                .mapTo(Boolean.class)
                .one());
    }
}
