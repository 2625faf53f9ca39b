package ru.mos.clusters.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * The record of changes, which is the audit trail: each is written in the transaction of what it records, and gets its
 * instant from the database at commit. Nobody can alter one.
 */
@ApplicationScoped
public class Changes {

    @Inject
    private Sql sql;

    @Inject
    private Caller caller;

    /**
     * Records a change by the current caller.
     *
     * @param action what was done, UPPER_SNAKE, a participle: {@code MEMBER_ADMITTED}
     * @param subjectKind what it was done to: {@code CLUSTER}, {@code RELEASE}, {@code ENTITY}, {@code USER}
     * @param before what held before, null for something new
     * @param after what holds now, null for something ended
     * @return the id to which the facts of this change point
     */
    public long record(
            String action, String subjectKind, String subject, @Nullable Object before, @Nullable Object after) {
        return recordBy(caller.login(), action, subjectKind, subject, before, after);
    }

    /** The same in the name of a login that is only claimed, for refused log-ins. */
    public long recordBy(
            String login,
            String action,
            String subjectKind,
            String subject,
            @Nullable Object before,
            @Nullable Object after) {
        return sql.with(handle -> handle.createQuery("""
                        insert into platform.change (actor, address, action, subject_kind, subject, before, after, deputising)
                        values (:actor, :address, :action, :kind, :subject, cast(:before as jsonb), cast(:after as jsonb),
                                (select string_agg(d.deputised, ',' order by d.deputised)
                                   from platform.deputising d where d.deputy = :actor))
                        returning id""")
                .bind("actor", login)
                .bind("address", caller.address())
                .bind("action", action)
                .bind("kind", subjectKind)
                .bind("subject", subject)
                .bind("before", Json.write(before))
                .bind("after", Json.write(after))
                .mapTo(Long.class)
                .one());
    }
}
