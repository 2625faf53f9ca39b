package ru.mos.clusters.platform;

import static ru.mos.clusters.platform.Role.ADMIN;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** For which organisations people sign by a power of attorney, and programs act by an agreement. */
@Stateless
@DenyAll
public class Mandates {

    private static final String SUBJECT = "USER";

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    /** Gives a mandate, through the day before {@code until}. */
    public record GiveMandate(String login, Inn organisation, LocalDate from, LocalDate until, Paper document) {}

    /** All, the latest first. */
    @RolesAllowed({ADMIN, AUDITOR})
    public Slice<Mandate> list(PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        record Row(Mandate mandate, long change) {}
        var rows = sql.with(handle -> handle.createQuery("""
            select * from platform.mandate
             where cast(:before as bigint) is null or recorded_by < :before
             order by recorded_by desc limit :most\
            """)
                .bind("before", before)
                .bind("most", page.fetch())
                .map((row, context) -> new Row(mandate(row), row.getLong("recorded_by")))
                .list());
        var slice = Slice.of(rows, page, row -> List.of(Long.toString(row.change())));
        return new Slice<>(slice.items().stream().map(Row::mandate).toList(), slice.next());
    }

    /** How many there are. */
    @RolesAllowed({ADMIN, AUDITOR})
    public long count() {
        return sql.with(handle -> handle.createQuery("select count(*) from platform.mandate")
                .mapTo(Long.class)
                .one());
    }

    /**
     * Gives one.
     *
     * @throws Problem {@code user-unknown}, {@code mandate-not-for-role}, {@code period-empty}
     */
    @RolesAllowed(ADMIN)
    public Mandate give(GiveMandate command) {
        requireOutside(command.login());
        if (!command.from().isBefore(command.until())) {
            throw new Problem(PlatformProblem.PERIOD_EMPTY).at("/to");
        }
        var mandate = new Mandate(
                UUID.randomUUID(),
                command.login(),
                command.organisation(),
                command.from(),
                command.until(),
                command.document());
        long change = changes.record("MANDATE_GIVEN", SUBJECT, command.login(), null, mandate);
        sql.with(handle -> handle.createUpdate("""
            insert into platform.mandate (id, login, inn, valid_from, valid_until, document_title, document_number,
                                          document_date, recorded_by)
            values (:id, :login, :inn, :from, :until, :title, :number, :date, :change)\
            """)
                .bind("id", mandate.id())
                .bind("login", mandate.login())
                .bind("inn", mandate.organisation())
                .bind("from", mandate.from())
                .bind("until", mandate.until())
                .bind("title", mandate.document().title())
                .bind("number", mandate.document().number())
                .bind("date", mandate.document().date())
                .bind("change", change)
                .execute());
        return mandate;
    }

    private void requireOutside(String login) {
        var roles = sql.with(handle -> handle.createQuery("select role from platform.user_role where login = :login")
                .bind("login", login)
                .mapTo(String.class)
                .list());
        if (roles.isEmpty()) {
            throw new Problem(PlatformProblem.USER_UNKNOWN, login).at("/login");
        }
        if (!roles.contains(APPLICANT) && !roles.contains(SERVICE)) {
            throw new Problem(PlatformProblem.MANDATE_NOT_FOR_ROLE, login).at("/login");
        }
    }

    /**
     * One that holds or will hold.
     *
     * @throws Problem {@code mandate-unknown} also for one that is over
     */
    @RolesAllowed({ADMIN, AUDITOR})
    public Mandate view(UUID id) {
        return notOver(id);
    }

    private Mandate notOver(UUID id) {
        return sql.with(handle -> handle.createQuery(
                                "select * from platform.mandate where id = :id and ended_by is null and valid_until >"
                                        + " platform.today()")
                        .bind("id", id)
                        .map((row, context) -> mandate(row))
                        .findOne())
                .orElseThrow(() -> new Problem(PlatformProblem.MANDATE_UNKNOWN));
    }

    /**
     * Ends one today; one that has not begun yet never held.
     *
     * @throws Problem {@code mandate-unknown} also for one that is over
     */
    @RolesAllowed(ADMIN)
    public void end(UUID id) {
        var mandate = notOver(id);
        long change = changes.record("MANDATE_ENDED", SUBJECT, mandate.login(), mandate, null);
        sql.with(handle ->
                handle.createUpdate("""
                    update platform.mandate
                       set valid_until = greatest(platform.today(), valid_from + 1), ended_by = :change
                     where id = :id\
                    """).bind("id", id).bind("change", change).execute());
    }

    /** The caller's own that holds today for the organisation, the latest begun first. */
    @RolesAllowed({APPLICANT, SERVICE, DEPARTMENT, GCKR, INFRASTRUCTURE})
    public Optional<Mandate> ownToday(Inn organisation) {
        return sql.with(handle -> handle.createQuery("""
            select * from platform.mandate
             where login = :login and inn = :inn and ended_by is null
               and valid_from <= platform.today() and platform.today() < valid_until
             order by valid_from desc, id limit 1\
            """)
                .bind("login", caller.login())
                .bind("inn", organisation)
                .map((row, context) -> mandate(row))
                .findOne());
    }

    private static Mandate mandate(ResultSet row) throws SQLException {
        return new Mandate(
                row.getObject("id", UUID.class),
                row.getString("login"),
                new Inn(row.getString("inn")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                new Paper(
                        row.getString("document_title"),
                        row.getString("document_number"),
                        row.getObject("document_date", LocalDate.class)));
    }
}
