package ru.mos.clusters.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Sql;

/** For whom the caller may speak of a project: staff for all, others for their own organisation. */
@ApplicationScoped
class Mandate {

    private static final List<String> STAFF =
            List.of(Role.DEPARTMENT, Role.GCKR, Role.CHIEF, Role.AUDITOR, Role.INFRASTRUCTURE);

    @Inject
    private Caller caller;

    @Inject
    private Sql sql;

    /** @param organisations whose projects are seen; with {@code all} those of everybody */
    record Sight(boolean all, List<Inn> organisations) {
        /** Digits, as the database compares them. */
        String[] own() {
            return organisations.stream().map(Inn::digits).toArray(String[]::new);
        }
    }

    /** Whose projects the caller sees; who belongs to no organisation sees none. */
    Sight sight() {
        return STAFF.stream().anyMatch(caller::hasRole) ? new Sight(true, List.of()) : new Sight(false, own());
    }

    boolean writesAll() {
        return Stream.of(Role.DEPARTMENT, Role.GCKR, Role.INFRASTRUCTURE).anyMatch(caller::hasRole);
    }

    /** Whether the caller may change a project that the organisation leads. */
    boolean mayEdit(Inn lead) {
        return writesAll() || (speaks() && own().contains(lead));
    }

    private boolean speaks() {
        return caller.hasRole(Role.APPLICANT) || caller.hasRole(Role.SERVICE);
    }

    /** @throws Problem {@code project-of-another} for who does not speak for the organisation */
    void require(Inn organisation) {
        if (!mayEdit(organisation)) {
            throw new Problem(ProjectProblem.PROJECT_OF_ANOTHER, organisation.digits());
        }
    }

    /** Organisations that the caller, if a person, belongs to, and those of mandates that hold today. */
    List<Inn> own() {
        return sql.with(handle -> handle.createQuery("""
            select o.inn
              from platform.app_user u
              join platform.organisation o on o.id = u.organisation_id
             where u.login = :login and o.inn is not null and :person
             union
            select m.inn
              from platform.mandate m
             where m.login = :login and m.ended_by is null
               and m.valid_from <= platform.today() and platform.today() < m.valid_until\
            """)
                .bind("login", caller.login())
                .bind("person", !caller.hasRole(Role.SERVICE))
                .mapTo(Inn.class)
                .list());
    }
}
