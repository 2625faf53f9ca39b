package ru.mos.clusters.registry;

import static ru.mos.clusters.platform.Role.ADMIN;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/**
 * How long the names of private persons are kept after their last appearance, and their forgetting. A forgotten name is cut
 * to surname and initials in every record; numbers, periods and verdicts stay what they were.
 *
 * <p>Source: 152-ФЗ art. 5 part 7.
 */
@Stateless
@DenyAll
public class PersonNames {

    private static final String FORGOTTEN = "NAMES_FORGOTTEN";

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    /** Years for which names are kept. */
    @RolesAllowed(ADMIN)
    public int years() {
        return sql.with(handle -> handle.createQuery("""
                        select r.years
                          from registry.name_retention r
                         where r.valid_from <= platform.today()
                         order by r.valid_from desc
                         limit 1""").mapTo(Integer.class).one());
    }

    /**
     * Keeps names for so many years from today on.
     *
     * @throws Problem {@code name-retention-years-positive}
     */
    @RolesAllowed(ADMIN)
    public int keepFor(int years) {
        int before = years();
        sql.with(handle -> handle.createUpdate("""
                        insert into registry.name_retention (valid_from, years) values (platform.today(), :years)
                        on conflict (valid_from) do update set years = excluded.years""").bind("years", years).execute());
        changes.record("NAME_RETENTION_CHANGED", "REGISTRY", "names", Map.of("years", before), Map.of("years", years));
        return years;
    }

    /** Forgets the names whose time is over. */
    @RolesAllowed(ADMIN)
    public int forget() {
        int persons = forgetDue();
        changes.record(FORGOTTEN, "REGISTRY", "names", null, told(persons));
        return persons;
    }

    /** The term of 152-ФЗ ends by itself, whether or not anybody thinks of it. */
    @Schedule(hour = "1", minute = "10", timezone = "Europe/Moscow", persistent = false)
    void forgetNightly() {
        int persons = forgetDue();
        if (persons > 0) {
            changes.recordBy("system", FORGOTTEN, "REGISTRY", "names", null, told(persons));
        }
    }

    private int forgetDue() {
        return sql.with(handle -> handle.createQuery(sql.file(PersonNames.class, "ForgetNames"))
                .mapTo(Integer.class)
                .one());
    }

    private Map<String, Integer> told(int persons) {
        return Map.of("persons", persons, "years", years());
    }
}
