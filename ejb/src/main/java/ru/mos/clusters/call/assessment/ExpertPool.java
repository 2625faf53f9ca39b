package ru.mos.clusters.call.assessment;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.Update;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.project.ProjectDirection;

/** Who may be asked to assess, in which fields, from when until when, and how much work each has. */
@Stateless
@DenyAll
public class ExpertPool {

    static final String SUBJECT = "EXPERT";

    @Inject
    private Sql sql;

    @Inject
    private ExpertRows rows;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    /** Experts by login. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR})
    public Slice<ExpertView> list(ExpertFilter filter, PageRequest page) {
        var after = page.after().isEmpty() ? "" : page.after().get(0);
        return Slice.of(rows.list(filter, after, page.fetch()), page, expert -> List.of(expert.login()));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR})
    public long count(ExpertFilter filter) {
        return rows.count(filter);
    }

    /** @throws Problem {@code expert-unknown}; of others than the caller for those who organise and watch only */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, EXPERT})
    public ExpertView expert(String login) {
        boolean may = login.equals(caller.login())
                || List.of(DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR).stream()
                        .anyMatch(caller::hasRole);
        return rows.find(login)
                .filter(found -> may)
                .orElseThrow(() -> new Problem(AssessmentProblem.EXPERT_UNKNOWN, login));
    }

    /** Somebody with the role who may be taken into the pool. */
    public record Candidate(String login, String name) {}

    /** Who has the role of an expert and is not in the pool, by name. */
    @RolesAllowed({DEPARTMENT, GCKR})
    public List<Candidate> candidates() {
        return sql.with(handle -> handle.createQuery("""
                        select u.login, u.name
                          from platform.app_user u
                          join platform.user_role r on r.login = u.login and r.role = :expert
                         where u.active and not exists (select from call.expert x where x.login = u.login)
                         order by u.name, u.login
                         limit 1000""")
                .bind("expert", Role.EXPERT)
                .mapTo(Candidate.class)
                .list());
    }

    /** Codes of fields: of sectors, then of directions of joint projects. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, EXPERT})
    public List<String> fields() {
        var fields = new java.util.ArrayList<>(sectors());
        Arrays.stream(ProjectDirection.values()).map(Enum::name).forEach(fields::add);
        return List.copyOf(fields);
    }

    private List<String> sectors() {
        return sql.with(handle -> handle.createQuery("select code from cluster.sector order by code limit 1000")
                .mapTo(String.class)
                .list());
    }

    /**
     * Takes somebody into the pool.
     *
     * @throws Problem {@code expert-exists}, {@code expert-role-missing}, {@code expert-field-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ExpertView enter(String login, EnterExpert command) {
        requireFields(command);
        boolean may = sql.with(handle -> handle.createQuery(
                        "select exists (select from platform.user_role where login = :login and role = 'expert')")
                .bind("login", login)
                .mapTo(Boolean.class)
                .one());
        if (!may) {
            throw new Problem(AssessmentProblem.EXPERT_ROLE_MISSING, login).at("/login");
        }
        if (rows.find(login).isPresent()) {
            throw new Problem(AssessmentProblem.EXPERT_EXISTS, login).at("/login");
        }
        long change = changes.record("EXPERT_ENTERED", SUBJECT, login, null, command);
        sql.with(handle ->
                bound(handle.createUpdate("""
                        insert into call.expert (login, inn, employer, employer_name, fields, valid_from, valid_until, recorded_by,
                                                 changed_by)
                        values (:login, :inn, :employer, :employerName, cast(:fields as text[]), :from, cast(:until as date), :change,
                                :change)"""), login, command, change).execute());
        return expert(login);
    }

    /**
     * Says anew what the pool keeps of an expert.
     *
     * @param version that the caller saw
     * @throws Problem {@code expert-unknown}, {@code changed-meanwhile}, {@code expert-field-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ExpertView change(String login, long version, EnterExpert command) {
        requireFields(command);
        var before = expert(login);
        long change = changes.record("EXPERT_CHANGED", SUBJECT, login, before, command);
        int changed = sql.with(handle -> bound(handle.createUpdate("""
                        update call.expert
                           set inn = :inn, employer = :employer, employer_name = :employerName, fields = cast(:fields as text[]),
                               valid_from = :from, valid_until = cast(:until as date), version = version + 1, changed_by = :change
                         where login = :login and version = :version"""), login, command, change)
                .bind("version", version)
                .execute());
        if (changed == 0) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return expert(login);
    }

    private static Update bound(Update update, String login, EnterExpert command, long change) {
        return update.bind("login", login)
                .bind("inn", command.inn())
                .bind("employer", command.employer())
                .bind("employerName", command.employerName())
                .bind("fields", "{" + String.join(",", command.fields()) + "}")
                .bind("from", command.from())
                .bind("until", command.to() == null ? null : command.to().plusDays(1))
                .bind("change", change);
    }

    private void requireFields(EnterExpert command) {
        var known = new HashSet<>(fields());
        for (var field : command.fields()) {
            if (!known.contains(field)) {
                throw new Problem(AssessmentProblem.EXPERT_FIELD_UNKNOWN, field).at("/fields");
            }
        }
    }

    /** What the record of changes keeps of a declaration. */
    record Ties(List<Inn> enterprises, List<Inn> relatives) {}

    /**
     * An expert says, once for all calls, which enterprises are their own and who their relatives are. What was found on
     * the strength of earlier declarations stays.
     *
     * @throws Problem {@code expert-unknown} where the caller is not in the pool
     */
    @RolesAllowed(EXPERT)
    public ExpertView declareTies(Set<Inn> enterprises, Set<Inn> relatives) {
        var login = caller.login();
        var before = expert(login);
        var after = new Ties(
                enterprises.stream().sorted().toList(),
                relatives.stream().sorted().toList());
        long change = changes.record(
                "EXPERT_TIES_DECLARED", SUBJECT, login, new Ties(before.enterprises(), before.relatives()), after);
        sql.with(handle -> {
            handle.createUpdate(
                            "update call.expert_tie set superseded_by = :change where expert = :login and superseded_by is null")
                    .bind("change", change)
                    .bind("login", login)
                    .execute();
            after.enterprises().forEach(inn -> tie(handle, login, "ENTERPRISE", inn, change));
            after.relatives().forEach(inn -> tie(handle, login, "RELATIVE", inn, change));
            return true;
        });
        return expert(login);
    }

    private static void tie(org.jdbi.v3.core.Handle handle, String login, String kind, Inn inn, long change) {
        handle.createUpdate(
                        "insert into call.expert_tie (expert, kind, inn, recorded_by) values (:login, :kind, :inn, :change)")
                .bind("login", login)
                .bind("kind", kind)
                .bind("inn", inn)
                .bind("change", change)
                .execute();
    }
}
