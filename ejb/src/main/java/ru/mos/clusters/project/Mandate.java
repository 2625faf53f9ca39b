package ru.mos.clusters.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Sql;

/** For whom the caller may speak of a project: staff for all, others for their own organisation. */
@ApplicationScoped
class Mandate {

    private static final List<String> STAFF = List.of(Role.DEPARTMENT, Role.GCKR, Role.CHIEF, Role.AUDITOR);

    @Inject
    private Caller caller;

    @Inject
    private Sql sql;

    /** @param organisation whose projects are seen; null with {@code all}: those of everybody */
    record Sight(boolean all, @Nullable Inn organisation) {}

    /** Whose projects the caller sees; who belongs to no organisation sees none. */
    Sight sight() {
        return STAFF.stream().anyMatch(caller::hasRole) ? new Sight(true, null) : new Sight(false, own());
    }

    boolean writesAll() {
        return caller.hasRole(Role.DEPARTMENT) || caller.hasRole(Role.GCKR);
    }

    /** Whether the caller may change a project that the organisation leads. */
    boolean mayEdit(Inn lead) {
        return writesAll() || (speaks() && lead.equals(own()));
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

    /** The organisation that the caller belongs to. */
    @Nullable
    Inn own() {
        return sql.with(handle -> handle.createQuery("""
                                select o.inn
                                  from platform.app_user u
                                  join platform.organisation o on o.id = u.organisation_id
                                 where u.login = :login and o.inn is not null""")
                        .bind("login", caller.login())
                        .mapTo(Inn.class)
                        .findOne())
                .orElse(null);
    }
}
