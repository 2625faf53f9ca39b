package ru.mos.clusters.project;

import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.project.ProjectContent.Participant;
import ru.mos.clusters.project.ProjectStore.Kept;

/**
 * Who consents to what is said of it in a project. A consent is to a part as it reads, and no longer answers it once it reads
 * otherwise; a representative gives it here, staff enter one given on paper.
 */
@Stateless
@DenyAll
public class ProjectConsents {

    @Inject
    private ProjectStore store;

    @Inject
    private GateContexts contexts;

    @Inject
    private Mandate mandate;

    @Inject
    private Names names;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Sql sql;

    /**
     * All that are asked for, in the order of the project.
     *
     * @throws Problem {@code project-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, APPLICANT, SERVICE})
    public List<ConsentView> list(UUID id) {
        var project = find(id);
        var context = context(project);
        var parts = ProjectPart.asked(project.draft(), context);
        var called = names.of(parts.stream().map(ProjectPart::inn).toList());
        var latest = latest(id);
        return parts.stream()
                .map(part -> view(part, context, called, latest.get(new Whose(part.inn(), part.cluster()))))
                .toList();
    }

    /**
     * Consents to a part.
     *
     * @param cluster as whose organisation; null: as participant
     * @param part digest of the part that was read
     * @param document by which somebody else consented; null for a representative
     * @throws Problem {@code project-unknown}, {@code project-of-another}, {@code consent-not-asked}, {@code
     *     consent-part-changed}, {@code consent-document-required}, {@code consent-twice}
     */
    @RolesAllowed({DEPARTMENT, GCKR, APPLICANT, SERVICE})
    public ConsentView consent(UUID id, Inn inn, @Nullable UUID cluster, String part, @Nullable Paper document) {
        var project = lock(id);
        mandate.require(inn);
        if (document == null && mandate.writesAll()) {
            throw new Problem(ProjectProblem.CONSENT_DOCUMENT_REQUIRED).at("/document/title");
        }
        var asked = asked(project, inn, cluster);
        if (!asked.digest().equals(part)) {
            throw new Problem(ProjectProblem.CONSENT_PART_CHANGED);
        }
        long change = changes.record("PROJECT_CONSENT_GIVEN", Projects.SUBJECT, id.toString(), null, asked);
        sql.with(handle -> handle.createUpdate("""
                        insert into project.consent (id, project_id, inn, cluster_id, part, digest, document_title,
                                                     document_number, document_on, given_by, recorded_by)
                        values (gen_random_uuid(), :project, :inn, cast(:cluster as uuid), cast(:part as jsonb), :digest,
                                :title, :number, cast(:on as date), :by, :change)""")
                .bind("project", id)
                .bind("inn", inn)
                .bind("cluster", cluster)
                .bind("part", Json.write(asked))
                .bind("digest", part)
                .bind("title", document == null ? null : document.title())
                .bind("number", document == null ? null : document.number())
                .bind("on", document == null ? null : document.date())
                .bind("by", caller.login())
                .bind("change", change)
                .execute());
        return one(id, inn, cluster);
    }

    /**
     * Takes a consent back.
     *
     * @throws Problem {@code project-unknown}, {@code project-of-another}, {@code consent-unknown}, {@code field-required}
     */
    @RolesAllowed({DEPARTMENT, GCKR, APPLICANT, SERVICE})
    public ConsentView withdraw(UUID id, Inn inn, @Nullable UUID cluster, String reason) {
        var project = lock(id);
        mandate.require(inn);
        var because = Text.required(reason, "/reason");
        var asked = asked(project, inn, cluster);
        if (!asked.isConsented(context(project))) {
            throw new Problem(ProjectProblem.CONSENT_UNKNOWN, inn.digits());
        }
        long change = changes.record(
                "PROJECT_CONSENT_WITHDRAWN",
                Projects.SUBJECT,
                id.toString(),
                asked,
                Map.of("inn", inn.digits(), "reason", because));
        sql.with(handle -> handle.createUpdate("""
                        update project.consent set withdrawn_by = :change
                         where project_id = :project and inn = :inn and cluster_id is not distinct from cast(:cluster as uuid)
                           and withdrawn_by is null""")
                .bind("project", id)
                .bind("inn", inn)
                .bind("cluster", cluster)
                .bind("change", change)
                .execute());
        return one(id, inn, cluster);
    }

    /**
     * Approves another direction as the project words it; worded otherwise, it has to be approved anew.
     *
     * @throws Problem {@code project-unknown}, {@code approval-not-asked}, {@code approval-twice}
     */
    @RolesAllowed(DEPARTMENT)
    public void approve(UUID id, String text, Paper document) {
        var project = lock(id);
        var direction = Text.required(text, "/text");
        if (project.draft().directions().stream()
                .noneMatch(choice -> choice.direction() == ProjectDirection.OTHER && direction.equals(choice.text()))) {
            throw new Problem(ProjectProblem.APPROVAL_NOT_ASKED).at("/text");
        }
        long change = changes.record(
                "PROJECT_DIRECTION_APPROVED",
                Projects.SUBJECT,
                id.toString(),
                null,
                Map.of("text", direction, "document", document));
        sql.with(handle -> handle.createUpdate("""
                        insert into project.direction_approval (id, project_id, text, document_title, document_number,
                                                                document_on, recorded_by)
                        values (gen_random_uuid(), :project, :text, :title, :number, :on, :change)""")
                .bind("project", id)
                .bind("text", direction)
                .bind("title", document.title())
                .bind("number", document.number())
                .bind("on", document.date())
                .bind("change", change)
                .execute());
    }

    private ConsentView one(UUID id, Inn inn, @Nullable UUID cluster) {
        return list(id).stream()
                .filter(consent -> consent.inn().equals(inn) && Objects.equals(consent.cluster(), cluster))
                .findAny()
                .orElseThrow();
    }

    private ProjectPart asked(Kept project, Inn inn, @Nullable UUID cluster) {
        return ProjectPart.asked(project.draft(), context(project)).stream()
                .filter(part -> part.inn().equals(inn) && Objects.equals(part.cluster(), cluster))
                .findFirst()
                .orElseThrow(() -> new Problem(ProjectProblem.CONSENT_NOT_ASKED, inn.digits()));
    }

    private GateContext context(Kept project) {
        return contexts.of(project, FundingLimits.ofEvery(null));
    }

    private Kept find(UUID id) {
        return store.find(id, mandate.sight()).orElseThrow(() -> new Problem(ProjectProblem.PROJECT_UNKNOWN, id));
    }

    private Kept lock(UUID id) {
        return store.lock(id, mandate.sight()).orElseThrow(() -> new Problem(ProjectProblem.PROJECT_UNKNOWN, id));
    }

    private record Whose(Inn inn, @Nullable UUID cluster) {}

    private record GivenRow(
            Inn inn,
            @Nullable UUID cluster,
            String givenBy,
            @Nullable Instant at,
            @Nullable String documentTitle,
            @Nullable String documentNumber,
            @Nullable LocalDate documentOn) {

        @Nullable
        Paper document() {
            return documentTitle == null || documentOn == null
                    ? null
                    : new Paper(documentTitle, documentNumber, documentOn);
        }
    }

    private Map<Whose, GivenRow> latest(UUID project) {
        var latest = new HashMap<Whose, GivenRow>();
        sql.with(handle -> handle.createQuery("""
                        select k.inn, k.cluster_id as cluster, k.given_by, c.at, k.document_title, k.document_number,
                               k.document_on
                          from project.consent k
                          join platform.change c on c.id = k.recorded_by
                         where k.project_id = :project and k.withdrawn_by is null
                         order by k.recorded_by""")
                        .bind("project", project)
                        .mapTo(GivenRow.class)
                        .list())
                .forEach(row -> latest.put(new Whose(row.inn(), row.cluster()), row));
        return latest;
    }

    private ConsentView view(ProjectPart part, GateContext context, Map<Inn, String> called, @Nullable GivenRow given) {
        var cluster = context.clusters().get(part.cluster());
        return new ConsentView(
                part.inn(),
                called.get(part.inn()),
                part.cluster(),
                cluster == null ? null : cluster.code(),
                part.roles(),
                part.tasks(),
                part.cluster() == null
                        ? part.receives()
                        : part.participants().stream().map(Participant::money).reduce(part.receives(), BigDecimal::add),
                part.isConsented(context)
                        ? ConsentView.State.GIVEN
                        : given == null ? ConsentView.State.MISSING : ConsentView.State.LAPSED,
                part.digest(),
                given == null ? null : given.givenBy(),
                given == null ? null : given.at(),
                given == null ? null : given.document(),
                mandate.mayEdit(part.inn()));
    }
}
