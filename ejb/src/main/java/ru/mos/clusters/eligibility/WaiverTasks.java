package ru.mos.clusters.eligibility;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.Terms.TermKind;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;

/** What people have to do about waivers: decide on those asked for, and look after those that are about to end. */
@ApplicationScoped
class WaiverTasks {

    private static final String DECIDE = "WAIVER_TO_DECIDE";
    private static final String EXPIRES = "WAIVER_EXPIRES";
    private static final String SUBJECT = "WAIVER";

    @Inject
    private Sql sql;

    @EJB
    private Tasks tasks;

    /** A waiver near its end. */
    record Ending(UUID id, UUID cluster, String code, RuleCode rule, LocalDate lastDay) {}

    void decide(RequestWaiver asked, UUID id, String code, String requester) {
        tasks.open(
                DECIDE,
                Doer.second(Role.CHIEF, requester),
                SUBJECT,
                subject(asked.cluster(), id),
                Map.of("code", code, "condition", asked.rule().number()),
                null);
    }

    void decided(UUID cluster, UUID id) {
        tasks.done(DECIDE, SUBJECT, subject(cluster, id));
    }

    void withdrawn(UUID cluster, UUID id) {
        tasks.done(EXPIRES, SUBJECT, subject(cluster, id));
    }

    /** Tells of waivers whose end has come near, each end once; null: of all clusters. */
    void warn(@Nullable Collection<UUID> clusters, LocalDate today) {
        int days = Terms.days(sql, TermKind.WAIVER_EXPIRES, today);
        var ending = sql.with(handle -> handle.createQuery(sql.file(WaiverTasks.class, "WaiversEnding"))
                .bind("today", today)
                .bind("days", days)
                .bind("all", clusters == null)
                .bindArray("clusters", UUID.class, clusters == null ? List.of() : clusters)
                .mapTo(Ending.class)
                .list());
        ending.forEach(this::open);
    }

    private void open(Ending ending) {
        var curator = Terms.curator(sql, ending.cluster());
        tasks.open(
                EXPIRES,
                curator == null ? Doer.role(Role.DEPARTMENT) : Doer.person(curator),
                SUBJECT,
                subject(ending.cluster(), ending.id()),
                Map.of(
                        "code",
                        ending.code(),
                        "condition",
                        ending.rule().number(),
                        "lastDay",
                        ending.lastDay().toString()),
                ending.lastDay());
    }

    /** Of which waiver of which cluster a task speaks. */
    private static String subject(UUID cluster, UUID id) {
        return cluster + "/" + id;
    }
}
