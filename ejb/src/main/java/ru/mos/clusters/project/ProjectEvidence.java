package ru.mos.clusters.project;

import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Text;

/**
 * What shows whether the applicant of a project meets the conditions for money of the budget: by a document, or by the answer
 * of another body. Of several on one condition the one recorded last is heard.
 */
@Stateless
@DenyAll
public class ProjectEvidence {

    @EJB
    private Projects projects;

    @Inject
    private Changes changes;

    @Inject
    private Sql sql;

    /**
     * Records what was learnt.
     *
     * @throws Problem {@code project-unknown}, {@code period-empty}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public EvidenceView record(RecordEvidence command) {
        var project = projects.view(command.project());
        var period = command.to() == null
                ? DatePeriod.since(command.from())
                : DatePeriod.through(command.from(), command.to());
        var id = UUID.randomUUID();
        long change = changes.record(
                "PROJECT_EVIDENCE_RECORDED", Projects.SUBJECT, project.id().toString(), null, command);
        sql.with(handle -> handle.createUpdate("""
                        insert into project.evidence (id, project_id, condition, met, statement, source, document_title,
                                                      document_number, document_on, valid_from, valid_until, recorded_by)
                        values (:id, :project, :condition, :met, :statement, :source, :title, :number, :on, :from,
                                cast(:until as date), :change)""")
                .bind("id", id)
                .bind("project", project.id())
                .bind("condition", command.condition())
                .bind("met", command.met())
                .bind("statement", command.statement())
                .bind("source", command.source())
                .bind("title", command.document().title())
                .bind("number", command.document().number())
                .bind("on", command.document().date())
                .bind("from", period.from())
                .bind("until", period.untilOrNull())
                .bind("change", change)
                .execute());
        return list(project.id()).stream()
                .filter(evidence -> evidence.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    /**
     * Takes back what was recorded wrongly.
     *
     * @throws Problem {@code project-unknown}, {@code evidence-unknown}, {@code field-required}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public void withdraw(UUID project, UUID id, String reason) {
        var because = Text.required(reason, "/reason");
        var withdrawn = list(project).stream()
                .filter(evidence -> evidence.id().equals(id))
                .findAny()
                .orElseThrow(() -> new Problem(ProjectProblem.EVIDENCE_UNKNOWN));
        long change = changes.record(
                "PROJECT_EVIDENCE_WITHDRAWN",
                Projects.SUBJECT,
                project.toString(),
                withdrawn,
                Map.of("reason", because));
        sql.with(handle -> handle.createUpdate("update project.evidence set withdrawn_by = :change where id = :id")
                .bind("id", id)
                .bind("change", change)
                .execute());
    }

    /**
     * What is on record, the latest last.
     *
     * @throws Problem {@code project-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, APPLICANT, SERVICE})
    public List<EvidenceView> list(UUID project) {
        return sql.with(handle -> handle.createQuery("""
                        select e.id, e.condition, e.met, e.statement, e.source, e.document_title, e.document_number,
                               e.document_on, e.valid_from, e.valid_until, c.actor, c.at
                          from project.evidence e
                          join platform.change c on c.id = e.recorded_by
                         where e.project_id = :project and e.withdrawn_by is null
                         order by e.recorded_by""")
                .bind("project", projects.view(project).id())
                .mapTo(Row.class)
                .map(Row::view)
                .list());
    }

    private record Row(
            UUID id,
            ApplicantCondition condition,
            boolean met,
            String statement,
            EvidenceSource source,
            String documentTitle,
            @Nullable String documentNumber,
            LocalDate documentOn,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            String actor,
            @Nullable Instant at) {

        EvidenceView view() {
            return new EvidenceView(
                    id,
                    condition,
                    met,
                    statement,
                    source,
                    new Paper(documentTitle, documentNumber, documentOn),
                    validFrom,
                    validUntil == null ? null : validUntil.minusDays(1),
                    actor,
                    at);
        }
    }
}
