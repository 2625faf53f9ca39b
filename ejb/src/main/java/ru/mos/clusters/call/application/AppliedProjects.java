package ru.mos.clusters.call.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.ApplicantKind;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.project.FrozenProjects;
import ru.mos.clusters.project.FundingSource;
import ru.mos.clusters.project.ProjectContent;
import ru.mos.clusters.project.ProjectKind;
import ru.mos.clusters.project.Projects;

/** What applications ask of projects: who leads one, what it says, whether it is sound within a call, how it stands. */
@ApplicationScoped
class AppliedProjects {

    @EJB
    private Projects projects;

    @EJB
    private ProjectStandings standings;

    @Inject
    private FrozenProjects frozen;

    @Inject
    private Sql sql;

    /** Who leads a project and applies with it. */
    record Applied(UUID id, ProjectKind kind, Inn lead, String title) {}

    Optional<Applied> find(UUID id) {
        return sql.with(handle -> handle.createQuery("select id, kind, lead, title from project.project where id = :id")
                .bind("id", id)
                .mapTo(Applied.class)
                .findOne());
    }

    /** What it says: now, or as it was frozen. */
    ProjectContent content(UUID id, @Nullable Integer edition) {
        return edition == null ? draft(id) : frozen.edition(id, edition).content();
    }

    private ProjectContent draft(UUID id) {
        var json = sql.with(handle -> handle.createQuery("select draft from project.project where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
        try {
            return Json.mapper().readValue(json, ProjectContent.class);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("a stored project cannot be read", defect);
        }
    }

    /** Freezes what it says now. @return number of the edition */
    int freeze(UUID id) {
        return projects.freeze(id);
    }

    /** As what the lead applies: an organisation of one cluster, or the leading one of several. */
    static ApplicantKind kind(ProjectContent content) {
        return content.clusters().size() > 1 ? ApplicantKind.LEADING_ORGANISATION : ApplicantKind.CLUSTER_ORGANISATION;
    }

    static boolean asksMoney(ProjectContent content) {
        return content.funding().stream()
                .anyMatch(line -> line.source() == FundingSource.CITY_BUDGET
                        && line.amount() != null
                        && line.amount().signum() > 0);
    }

    /** What is wrong with it within the limits of a call; a frozen edition was sound when it was frozen. */
    List<Problem> faults(UUID id, @Nullable Integer edition, CallTerms terms) {
        return edition == null ? standings.faults(id, terms) : List.of();
    }

    /** How its clusters and participants stand on a day. */
    ProjectStanding standing(UUID id, @Nullable Integer edition, LocalDate on, CallTerms terms) {
        return standings.standing(id, edition, on, terms, ProblemTexts.RUSSIAN);
    }
}
