package ru.mos.clusters.call.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import ru.mos.clusters.call.assessment.ConflictFacts.Advice;
import ru.mos.clusters.call.assessment.ConflictFacts.Belongs;
import ru.mos.clusters.ownership.Closeness;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/** Looks for what speaks against an expert, and keeps what it finds. */
@ApplicationScoped
class ConflictSearch {

    private static final String SUBJECT = "CALL_APPLICATION";

    @Inject
    private Sql sql;

    @Inject
    private Closeness closeness;

    @Inject
    private Changes changes;

    @Inject
    private Time time;

    /** What a look has shown. */
    record Found(List<ConflictFinding> findings, List<ConflictView.Gap> missing, LocalDate on) {
        boolean isConflicted() {
            return !findings.isEmpty();
        }
    }

    /** Looks today. */
    Found look(Subject subject, ExpertView expert) {
        var day = time.today();
        var participants = sql.with(handle -> participants(handle, subject));
        var relatives = new LinkedHashSet<>(expert.relatives());
        var declared = new LinkedHashSet<>(expert.enterprises());
        var own = ConflictRules.ownSide(expert.inn(), expert.employer(), declared, relatives);
        var near = closeness.between(own, participants, day);
        var enterprises = new LinkedHashSet<>(declared);
        near.direct().stream()
                .filter(tie -> tie.subject() != null
                        && !tie.own().equals(expert.employer())
                        && !relatives.contains(tie.own())
                        && tie.proof().size() == 1)
                .forEach(tie -> enterprises.add(java.util.Objects.requireNonNull(tie.subject())));
        if (expert.inn() != null) {
            enterprises.add(expert.inn());
        }
        return sql.with(handle -> {
            var competitors = new HashSet<>(enterprises);
            if (expert.employer() != null) {
                competitors.add(expert.employer());
            }
            var facts = new ConflictFacts(
                    expert.inn(),
                    expert.employer(),
                    declared,
                    relatives,
                    participants,
                    memberships(handle, subject, enterprises, day),
                    competing(handle, subject, competitors),
                    near,
                    advice(handle, subject, expert.login(), day),
                    expert.login().equals(subject.checkedBy()));
            return new Found(ConflictRules.of(facts), gaps(expert, near), day);
        });
    }

    private static List<ConflictView.Gap> gaps(ExpertView expert, Closeness.Answer near) {
        var gaps = new java.util.ArrayList<ConflictView.Gap>();
        if (expert.inn() == null) {
            gaps.add(new ConflictView.Gap(expert.login(), expert.name(), "NO_NUMBER"));
        }
        near.namesakes().stream()
                .map(pair -> new ConflictView.Gap("inn:" + pair.subject(), "", "SAME_NAME"))
                .forEach(gaps::add);
        near.gaps().stream()
                .map(gap ->
                        new ConflictView.Gap(gap.party(), gap.name(), gap.what().name()))
                .forEach(gaps::add);
        return gaps.stream().distinct().limit(100).toList();
    }

    private static Set<Inn> participants(Handle handle, Subject subject) {
        var participants = new LinkedHashSet<Inn>();
        participants.add(subject.applicant());
        participants.addAll(handle.createQuery("""
                        select inn from project.participant where project_id = :project and edition = :edition
                         union
                        select content #>> '{initiator,inn}' from project.edition
                         where project_id = :project and number = :edition and content #>> '{initiator,inn}' is not null
                         order by inn""")
                .bind("project", subject.project())
                .bind("edition", subject.projectEdition())
                .mapTo(Inn.class)
                .list());
        return participants;
    }

    private static List<String> digits(Set<Inn> inns) {
        return inns.stream().map(Inn::digits).sorted().toList();
    }

    private static List<Belongs> memberships(Handle handle, Subject subject, Set<Inn> own, LocalDate day) {
        return handle.createQuery("""
                        select m.inn, c.code
                          from project.cluster p
                          join cluster.cluster c on c.id = p.cluster_id
                          join cluster.memberships_on(:day, null) m on m.cluster_id = c.id
                         where p.project_id = :project and p.edition = :edition and m.inn = any(:own)
                         order by c.code, m.inn""")
                .bind("day", day)
                .bind("project", subject.project())
                .bind("edition", subject.projectEdition())
                .bindArray("own", String.class, digits(own))
                .mapTo(Belongs.class)
                .list();
    }

    private static List<Belongs> competing(Handle handle, Subject subject, Set<Inn> own) {
        return handle.createQuery("""
                        select r.inn, min('З-' || a.number) as code
                          from call.application a
                          join call.submission s on (s.application_id, s.round) = (a.id, a.round)
                          join project.participant r on (r.project_id, r.edition) = (s.project_id, s.project_edition)
                         where a.call_id = :call and a.id <> :id and a.state not in ('WITHDRAWN', 'CANCELLED', 'INADMISSIBLE')
                           and r.inn = any(:own)
                         group by r.inn
                         order by r.inn""")
                .bind("call", subject.call())
                .bind("id", subject.id())
                .bindArray("own", String.class, digits(own))
                .mapTo(Belongs.class)
                .list();
    }

    private static List<Advice> advice(Handle handle, Subject subject, String login, LocalDate day) {
        return handle.createQuery("""
                        select k.inn, c.code as cluster, max(k.held_on) as "on"
                          from cluster.consultation k
                          left join cluster.cluster c on c.id = k.cluster_id
                         where k.superseded_by is null and k.adviser = :login and k.held_on <= :day
                           and (k.inn = :applicant
                                or k.inn in (select r.inn from project.participant r
                                              where r.project_id = :project and r.edition = :edition)
                                or k.cluster_id in (select p.cluster_id from project.cluster p
                                                     where p.project_id = :project and p.edition = :edition))
                         group by k.inn, c.code
                         order by c.code nulls last, k.inn""")
                .bind("login", login)
                .bind("day", day)
                .bind("applicant", subject.applicant())
                .bind("project", subject.project())
                .bind("edition", subject.projectEdition())
                .mapTo(Advice.class)
                .list();
    }

    /** What the record of changes keeps of a look. */
    record Kept(String expert, String origin, List<ConflictFinding> findings) {}

    /** Supersedes what was known before. */
    void keep(UUID application, String expert, String origin, Found found) {
        long change = changes.record(
                "CONFLICTS_" + (origin.equals("FOUND") ? "CHECKED" : "DECLARED"),
                SUBJECT,
                application.toString(),
                null,
                new Kept(expert, origin, found.findings()));
        sql.with(handle -> {
            handle.createUpdate("""
                            update call.conflict_check set superseded_by = :change
                             where application_id = :application and expert = :expert and origin = :origin and superseded_by is null""")
                    .bind("change", change)
                    .bind("application", application)
                    .bind("expert", expert)
                    .bind("origin", origin)
                    .execute();
            return handle.createUpdate("""
                            insert into call.conflict_check (application_id, expert, origin, conflicted, findings, missing, checked_on,
                                                             recorded_by)
                            values (:application, :expert, :origin, :conflicted, cast(:findings as jsonb), cast(:missing as jsonb), :on,
                                    :change)""")
                    .bind("application", application)
                    .bind("expert", expert)
                    .bind("origin", origin)
                    .bind("conflicted", found.isConflicted())
                    .bind("findings", Json.write(found.findings()))
                    .bind("missing", Json.write(found.missing()))
                    .bind("on", found.on())
                    .bind("change", change)
                    .execute();
        });
    }
}
