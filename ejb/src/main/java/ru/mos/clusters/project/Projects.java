package ru.mos.clusters.project;

import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.project.ProjectStore.Kept;

/** Joint projects, from the first line of a draft to the edition that a submission freezes. */
@Stateless
@DenyAll
public class Projects {

    /** Faults that can come up by themselves after a project was frozen. */
    private static final Set<ProblemCode> CHANGING = Set.of(
            ProjectProblem.PROJECT_CLUSTER_UNKNOWN,
            ProjectProblem.PROJECT_CLUSTER_WITHOUT_ORGANISATION,
            ProjectProblem.PROJECT_LEAD_OF_ANOTHER,
            ProjectProblem.PROJECT_CLUSTER_OUTSIDE_AGGLOMERATION,
            ProjectProblem.PROJECT_AGGLOMERATIONS_DIFFER,
            ProjectProblem.PROJECT_PARTICIPANT_NOT_MEMBER);

    static final String SUBJECT = "PROJECT";
    private static final int LONGEST = 300_000;

    @Inject
    private ProjectStore store;

    @Inject
    private FrozenProjects frozen;

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
    private Time time;

    /** Projects that the caller sees, the latest first. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, APPLICANT, SERVICE})
    public Slice<ProjectView> list(ProjectFilter filter, PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        var slice = Slice.of(
                store.projects(filter, mandate.sight(), before, page.fetch()),
                page,
                project -> List.of(Long.toString(project.recordedBy())));
        var called = names.of(slice.items().stream().map(Kept::lead).toList());
        return new Slice<>(
                slice.items().stream().map(project -> view(project, called)).toList(), slice.next());
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, APPLICANT, SERVICE})
    public long count(ProjectFilter filter) {
        return store.count(filter, mandate.sight());
    }

    /** @throws Problem {@code project-unknown} also for one that the caller does not see */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, APPLICANT, SERVICE})
    public ProjectView view(UUID id) {
        var project = find(id);
        return view(project, names.of(List.of(project.lead())));
    }

    /**
     * Begins a project.
     *
     * @param lead the cluster organisation that leads it and will apply; that of the caller where the caller has one
     * @throws Problem {@code project-of-another}, {@code project-lead-not-organisation}, {@code project-title-missing},
     *     {@code project-too-large}
     */
    @RolesAllowed({DEPARTMENT, GCKR, APPLICANT, SERVICE})
    public ProjectView create(ProjectKind kind, Inn lead, ProjectContent content) {
        mandate.require(lead);
        if (!store.isOrganisation(lead)) {
            throw new Problem(ProjectProblem.PROJECT_LEAD_NOT_ORGANISATION, lead.digits()).at("/lead");
        }
        requireKeepable(content);
        var id = UUID.randomUUID();
        long change = changes.record("PROJECT_DRAFTED", SUBJECT, id.toString(), null, content);
        store.insert(id, kind, lead, content, caller.login(), change);
        return view(id);
    }

    /**
     * Replaces what the project says.
     *
     * @param version of the project that the caller saw
     * @throws Problem {@code project-unknown}, {@code project-of-another}, {@code changed-meanwhile}, {@code
     *     project-title-missing}, {@code project-too-large}
     */
    @RolesAllowed({DEPARTMENT, GCKR, APPLICANT, SERVICE})
    public ProjectView edit(UUID id, long version, ProjectContent content) {
        var project = lock(id);
        if (project.version() != version) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        requireKeepable(content);
        if (!content.equals(project.draft())) {
            long change = changes.record("PROJECT_EDITED", SUBJECT, id.toString(), project.draft(), content);
            store.update(id, content, caller.login(), change);
        }
        return view(id);
    }

    /**
     * What keeps the project from being submitted, all at once; each fault names its place.
     *
     * @throws Problem {@code project-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, APPLICANT, SERVICE})
    public List<Problem> faults(UUID id) {
        return faults(id, FundingLimits.ofEvery(null));
    }

    /**
     * The same within the limits of a call.
     *
     * @throws Problem {@code project-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, APPLICANT, SERVICE})
    public List<Problem> faults(UUID id, FundingLimits limits) {
        var project = find(id);
        return ProjectGate.faults(project.draft(), contexts.of(project, limits));
    }

    /**
     * What is no longer so of a frozen edition: participants that left their cluster, clusters that lost their organisation or
     * ended, agglomerations that differ by now.
     *
     * @throws Problem {@code project-unknown}, {@code project-edition-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, APPLICANT, SERVICE})
    public List<Problem> outdated(UUID id, int edition) {
        return changed(frozen.edition(id, edition).content(), contexts.of(find(id), FundingLimits.ofEvery(null)));
    }

    /**
     * The same where others stand by today in the place of who leads it, of participants and of clusters that were merged.
     *
     * @throws Problem {@code project-unknown}, {@code project-edition-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, APPLICANT, SERVICE})
    public List<Problem> outdated(UUID id, int edition, Holders holders) {
        var said = frozen.held(id, edition, holders, time.today());
        return changed(said, contexts.of(find(id), holders.lead(), said, FundingLimits.ofEvery(null)));
    }

    private static List<Problem> changed(ProjectContent said, GateContext today) {
        return ProjectGate.faults(said, today).stream()
                .filter(fault -> CHANGING.contains(fault.code()))
                .toList();
    }

    /**
     * How the share of the budget goes down in what the project says now.
     *
     * @throws Problem {@code project-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, APPLICANT, SERVICE})
    public FundingPath funding(UUID id) {
        return FundingPath.of(find(id).draft(), FundingLimits.ofEvery(null));
    }

    /**
     * Freezes what the project says for a submission, if nothing is at fault.
     *
     * @return number of the edition: the latest where nothing changed since
     * @throws Problem {@code project-unknown}, {@code project-of-another}; {@code project-refused} with all faults
     */
    @RolesAllowed({DEPARTMENT, GCKR, INFRASTRUCTURE, APPLICANT, SERVICE})
    public int freeze(UUID id) {
        var project = lock(id);
        var faults = ProjectGate.faults(project.draft(), contexts.of(project, FundingLimits.ofEvery(null)));
        if (!faults.isEmpty()) {
            throw new Problem(ProjectProblem.PROJECT_REFUSED, faults.size()).because(faults);
        }
        var digest = ProjectStore.digest(project.draft());
        if (store.edition(id, project.edition())
                .filter(latest -> latest.digest().equals(digest))
                .isPresent()) {
            return project.edition();
        }
        int number = project.edition() + 1;
        long change = changes.record(
                "PROJECT_FROZEN", SUBJECT, id.toString(), null, Map.of("edition", number, "digest", digest));
        store.freeze(project, change);
        return number;
    }

    /** @throws Problem {@code project-unknown}, {@code project-edition-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, APPLICANT, SERVICE})
    public ProjectEdition edition(UUID id, int number) {
        return frozen.edition(find(id).id(), number);
    }

    /**
     * Who takes part in a frozen edition.
     *
     * @throws Problem {@code project-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, APPLICANT, SERVICE})
    public List<ProjectParticipant> participants(UUID id, int edition) {
        return frozen.participants(find(id).id(), edition);
    }

    /** The clusters of today, to choose those that a project concerns. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, APPLICANT, SERVICE})
    public List<ClusterChoice> clusters() {
        return store.clusters();
    }

    /** The organisation for which the caller may begin a project; null: any, or none. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, APPLICANT, SERVICE})
    public @Nullable Inn own() {
        return mandate.own().stream().findFirst().orElse(null);
    }

    private Kept find(UUID id) {
        return store.find(id, mandate.sight()).orElseThrow(() -> new Problem(ProjectProblem.PROJECT_UNKNOWN, id));
    }

    private Kept lock(UUID id) {
        var project =
                store.lock(id, mandate.sight()).orElseThrow(() -> new Problem(ProjectProblem.PROJECT_UNKNOWN, id));
        mandate.require(project.lead());
        return project;
    }

    private static void requireKeepable(ProjectContent content) {
        if (Text.optional(content.title(), "/title") == null) {
            throw new Problem(ProjectProblem.PROJECT_TITLE_MISSING).at("/title");
        }
        if (String.valueOf(Json.write(content)).length() > LONGEST) {
            throw new Problem(ProjectProblem.PROJECT_TOO_LARGE, LONGEST);
        }
    }

    private ProjectView view(Kept project, Map<Inn, String> called) {
        return new ProjectView(
                project.id(),
                project.code(),
                project.kind(),
                project.lead(),
                called.get(project.lead()),
                project.title(),
                project.edition(),
                project.draft(),
                project.editedBy(),
                project.editedAt(),
                mandate.mayEdit(project.lead()),
                project.version());
    }

    static @Nullable Inn inn(@Nullable String digits) {
        try {
            return digits == null ? null : new Inn(digits);
        } catch (Problem malformed) {
            return null;
        }
    }
}
