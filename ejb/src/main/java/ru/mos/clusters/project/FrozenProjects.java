package ru.mos.clusters.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;

/**
 * Frozen editions for the packages that decide on them, which say themselves who may read what: an expert reads a project
 * because of an assigned application, and of applications nothing is known here.
 */
@ApplicationScoped
public class FrozenProjects {

    @Inject
    private ProjectStore store;

    @Inject
    private Names names;

    /** @throws Problem {@code project-edition-unknown} */
    public ProjectEdition edition(UUID project, int number) {
        return store.edition(project, number)
                .orElseThrow(() -> new Problem(ProjectProblem.PROJECT_EDITION_UNKNOWN, project, number));
    }

    /**
     * What an edition says, with who stands on a day in the place of its participants, and the clusters its clusters have gone into.
     *
     * @throws Problem {@code project-edition-unknown}
     */
    ProjectContent held(UUID project, int number, Holders holders, LocalDate day) {
        return edition(project, number).content().held(holders, store.became(project, number, day));
    }

    /** Who takes part in an edition, in the order of INN; empty where there is none. */
    public List<ProjectParticipant> participants(UUID project, int edition) {
        var rows = store.participants(project, edition);
        var called = names(rows.stream().map(ProjectParticipant::inn).toList());
        return rows.stream()
                .map(row -> new ProjectParticipant(
                        row.inn(), called.get(row.inn()), row.cluster(), row.roles(), row.receives()))
                .toList();
    }

    /** What those who take part are called; those whom no source names are left out. */
    public Map<Inn, String> names(Collection<Inn> inns) {
        return names.of(inns);
    }
}
