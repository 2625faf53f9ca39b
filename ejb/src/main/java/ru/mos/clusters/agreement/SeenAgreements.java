package ru.mos.clusters.agreement;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/**
 * Which agreements the caller sees: staff all, applicants and programs those of the organisations they act for. Who was succeeded
 * still reads what once was its own; from the day on only who acts for the successor writes.
 */
@ApplicationScoped
public class SeenAgreements {

    /** Of what the caller may see, {@code g} being the agreement. */
    public static final String SEEN = """
            (:staff or g.party in (select platform.represented(:me, :person))
             or exists (select from agreement.succession seen
                         where (seen.agreement_id, seen.capacity) = (g.id, 'PARTY') and seen.state in ('CONFIRMED', 'REVERSING')
                           and seen.valid_from <= platform.today() and seen.successor in (select platform.represented(:me, :person))))
            """;

    /** Of what the caller may write, {@code g} being the agreement: staff, and who acts for its party of today. */
    static final String ACTING =
            "(:staff or agreement.party_on(g.id, platform.today()) in (select platform.represented(:me, :person)))";

    private static final List<String> STAFF = List.of(DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR);

    @Inject
    private Caller caller;

    @Inject
    private Sql sql;

    /** Binds what {@link #SEEN} asks for. */
    public <S extends SqlStatement<S>> S bind(S statement) {
        return statement
                .bind("staff", STAFF.stream().anyMatch(caller::hasRole))
                .bind("person", caller.hasRole(APPLICANT))
                .bind("me", caller.login());
    }

    /** Whether somebody writes for the party of today, or is staff. */
    boolean isActing(UUID agreement, String login) {
        return sql.with(handle -> handle.createQuery("""
                        select exists (select from platform.role_in_force r where r.login = :login and r.role = any (:staff))
                            or agreement.party_on(:id, platform.today()) in (select platform.represented(:login, true))""")
                .bindArray("staff", String.class, STAFF)
                .bind("id", agreement)
                .bind("login", login)
                .mapTo(Boolean.class)
                .one());
    }

    /** Whether the caller writes for the party of today, or is staff. */
    boolean isActing(UUID agreement) {
        return sql.with(handle -> bind(handle.createQuery(
                        "select exists (select from agreement.agreement g where g.id = :id and " + ACTING + ")"))
                .bind("id", agreement)
                .mapTo(Boolean.class)
                .one());
    }

    /** @throws Problem {@code agreement-of-successor} where the caller may read, but writes no more */
    public void requireActing(UUID agreement) {
        if (!isActing(agreement)) {
            throw new Problem(AgreementProblem.AGREEMENT_OF_SUCCESSOR);
        }
    }
}
