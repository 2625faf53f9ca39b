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
import org.jdbi.v3.core.statement.SqlStatement;
import ru.mos.clusters.platform.Caller;

/** Which agreements the caller sees: staff all, applicants and programs those of the organisations they act for. */
@ApplicationScoped
public class SeenAgreements {

    /** Of what the caller may see, {@code g} being the agreement. */
    public static final String SEEN = "(:staff or g.party in (select platform.represented(:me, :person)))";

    private static final List<String> STAFF = List.of(DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR);

    @Inject
    private Caller caller;

    /** Binds what {@link #SEEN} asks for. */
    public <S extends SqlStatement<S>> S bind(S statement) {
        return statement
                .bind("staff", STAFF.stream().anyMatch(caller::hasRole))
                .bind("person", caller.hasRole(APPLICANT))
                .bind("me", caller.login());
    }
}
