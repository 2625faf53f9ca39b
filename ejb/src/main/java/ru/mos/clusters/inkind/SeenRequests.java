package ru.mos.clusters.inkind;

import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Sql;

/** Whose requests the caller sees: staff all, officers those of their organisation, recipients and programs their own. */
@ApplicationScoped
class SeenRequests {

    /** Organisations at which the caller works today. */
    static final String SERVED = """
            (select f.organisation_id from infrastructure.officer f
              where :officer and f.login = :me and f.superseded_by is null
                and daterange(f.valid_from, f.valid_until) @> platform.today())""";

    /** Of what the caller may see, {@code r} being the request. */
    static final String SEEN =
            "(:staff or r.organisation_id in " + SERVED + " or r.inn in (select platform.represented(:me, :person)))";

    private static final List<String> STAFF = List.of(DEPARTMENT, CHIEF, GCKR, AUDITOR);

    @Inject
    private Caller caller;

    @Inject
    private Sql sql;

    /** Binds what {@link #SEEN} asks for. */
    <S extends SqlStatement<S>> S bind(S statement) {
        return bindOffice(statement).bind("person", caller.hasRole(APPLICANT));
    }

    /** Binds what {@link #SERVED} asks for, and whether the caller is staff. */
    <S extends SqlStatement<S>> S bindOffice(S statement) {
        return statement
                .bind("staff", STAFF.stream().anyMatch(caller::hasRole))
                .bind("officer", caller.hasRole(INFRASTRUCTURE))
                .bind("me", caller.login());
    }

    /** Whether the caller acts for the organisation today. */
    boolean represents(Inn inn) {
        return sql.with(handle -> handle.createQuery("select :inn in (select platform.represented(:me, :person))")
                .bind("inn", inn)
                .bind("me", caller.login())
                .bind("person", caller.hasRole(APPLICANT))
                .mapTo(Boolean.class)
                .one());
    }

    /** Whether the caller takes in what is asked of the organisation. */
    boolean serves(UUID organisation) {
        return caller.hasRole(GCKR) || caller.hasRole(DEPARTMENT) || works(organisation);
    }

    private boolean works(UUID organisation) {
        return sql.with(handle -> handle.createQuery("select cast(:organisation as uuid) in " + SERVED)
                .bind("organisation", organisation)
                .bind("officer", caller.hasRole(INFRASTRUCTURE))
                .bind("me", caller.login())
                .mapTo(Boolean.class)
                .one());
    }

    /** The caller as the request concerns him or her. */
    InKindLifecycle.Party party(InKindRequestView request) {
        var delivery = request.delivery();
        return party(
                works(request.provider().id()),
                represents(request.inn()),
                request.approvedBy(),
                delivery == null ? null : delivery.enteredBy());
    }

    /** The same, of what is known of it. */
    InKindLifecycle.Party party(
            boolean serves, boolean represents, @Nullable String approvedBy, @Nullable String deliveredBy) {
        var me = caller.login();
        return new InKindLifecycle.Party(
                caller::hasRole, serves, represents, me.equals(approvedBy) || me.equals(deliveredBy));
    }
}
