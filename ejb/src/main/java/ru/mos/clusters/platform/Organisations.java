package ru.mos.clusters.platform;

import static ru.mos.clusters.platform.Role.ADMIN;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Organisations whose people use the system: departments, the development centre, cluster organisations. */
@Stateless
@DenyAll
public class Organisations {

    private static final int LONGEST_NAME = 300;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    /** All by name; there are tens, not thousands. */
    @RolesAllowed(ADMIN)
    public List<OrganisationView> all() {
        return sql.with(
                handle -> handle.createQuery("""
                        select o.id, o.name, o.inn, o.version,
                               (select count(*) from platform.app_user u where u.organisation_id = o.id and u.active) as users
                          from platform.organisation o
                         order by replace(lower(o.name), 'ё', 'е'), o.id
                         limit 1000""").mapTo(OrganisationView.class).list());
    }

    /** @throws Problem {@code organisation-unknown} */
    @RolesAllowed(ADMIN)
    public OrganisationView card(UUID id) {
        return all().stream()
                .filter(organisation -> organisation.id().equals(id))
                .findAny()
                .orElseThrow(() -> new Problem(PlatformProblem.ORGANISATION_UNKNOWN));
    }

    /** @throws Problem {@code organisation-exists}, {@code field-required}, {@code text-too-long} */
    @RolesAllowed(ADMIN)
    public OrganisationView create(String name, @Nullable Inn inn) {
        var id = UUID.randomUUID();
        sql.with(handle -> handle.createUpdate(
                        "insert into platform.organisation (id, name, inn) values (:id, :name, :inn)")
                .bind("id", id)
                .bind("name", clean(name))
                .bind("inn", inn)
                .execute());
        var made = card(id);
        changes.record("ORGANISATION_CREATED", "ORGANISATION", id.toString(), null, facts(made));
        return made;
    }

    /** @throws Problem {@code changed-meanwhile} and those of {@link #create} */
    @RolesAllowed(ADMIN)
    public OrganisationView change(UUID id, long version, String name, @Nullable Inn inn) {
        var before = card(id);
        int changed = sql.with(handle -> handle.createUpdate("""
                        update platform.organisation set name = :name, inn = :inn, version = version + 1
                         where id = :id and version = :version""")
                .bind("id", id)
                .bind("version", version)
                .bind("name", clean(name))
                .bind("inn", inn)
                .execute());
        if (changed == 0) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        var after = card(id);
        changes.record("ORGANISATION_CHANGED", "ORGANISATION", id.toString(), facts(before), facts(after));
        return after;
    }

    private static String clean(String name) {
        if (name.isBlank()) {
            throw new Problem(PlatformProblem.FIELD_REQUIRED, "name").at("/name");
        }
        if (name.strip().length() > LONGEST_NAME) {
            throw new Problem(PlatformProblem.TEXT_TOO_LONG, "name", LONGEST_NAME).at("/name");
        }
        return name.strip();
    }

    private static Map<String, @Nullable Object> facts(OrganisationView organisation) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("name", organisation.name());
        facts.put("inn", organisation.inn());
        return facts;
    }
}
