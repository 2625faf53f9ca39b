package ru.mos.clusters.call.assessment;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ru.mos.clusters.call.application.ApplicationState;
import ru.mos.clusters.call.assessment.GiveOpinion.Said;
import ru.mos.clusters.eligibility.Conclusions;
import ru.mos.clusters.eligibility.RecordConclusion;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Text;

/**
 * The council's reasoned opinion on synergy, novelty and budget. What it says of synergy and of new knowledge answers the parts of
 * the third condition that only people can answer, for each cluster of the project.
 */
@Stateless
@DenyAll
public class Opinions {

    private static final Set<ApplicationState> OPEN = EnumSet.of(ApplicationState.ADMITTED, ApplicationState.ASSESSED);

    @Inject
    private SubjectRows subjects;

    @EJB
    private Conclusions conclusions;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    /**
     * Records it; an earlier one is superseded.
     *
     * @throws Problem {@code call-application-unknown}, {@code opinion-too-early} before an application is admitted or after
     *     it is decided, {@code field-required}; {@code conclusion-document-in-future}, {@code date-before-cluster}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public OpinionView give(GiveOpinion command) {
        var subject = subjects.lock(command.application());
        if (!OPEN.contains(subject.state())) {
            throw new Problem(AssessmentProblem.OPINION_TOO_EARLY, subject.number());
        }
        var synergy = Text.required(command.synergy().reason(), "/synergy/reason");
        var novelty = Text.required(command.novelty().reason(), "/novelty/reason");
        var budget = Text.required(command.budget().reason(), "/budget/reason");
        var paper = command.document();
        long change = changes.record(
                "OPINION_GIVEN", "CALL_APPLICATION", command.application().toString(), null, command);
        sql.with(handle -> {
            handle.createUpdate(
                            "update call.opinion set superseded_by = :change where application_id = :id and superseded_by is null")
                    .bind("change", change)
                    .bind("id", command.application())
                    .execute();
            return handle.createUpdate("""
                            insert into call.opinion (application_id, synergy, synergy_met, novelty, novelty_met, budget, budget_met,
                                                      document_title, document_number, document_date, recorded_by)
                            values (:id, :synergy, :synergyMet, :novelty, :noveltyMet, :budget, :budgetMet, :title, :number, :date,
                                    :change)""")
                    .bind("id", command.application())
                    .bind("synergy", synergy)
                    .bind("synergyMet", command.synergy().met())
                    .bind("novelty", novelty)
                    .bind("noveltyMet", command.novelty().met())
                    .bind("budget", budget)
                    .bind("budgetMet", command.budget().met())
                    .bind("title", paper.title())
                    .bind("number", paper.number())
                    .bind("date", paper.date())
                    .bind("change", change)
                    .execute();
        });
        for (var cluster : clusters(subject)) {
            conclude(cluster, "SYNERGY", command.synergy(), paper);
            conclude(cluster, "NEW_KNOWLEDGE", command.novelty(), paper);
        }
        return opinion(command.application()).orElseThrow();
    }

    private void conclude(UUID cluster, String part, Said said, Paper paper) {
        conclusions.conclude(
                new RecordConclusion(cluster, RuleCode.E3, part, said.met(), said.reason(), paper, paper.date(), null));
    }

    private List<UUID> clusters(Subject subject) {
        return sql.with(handle -> handle.createQuery("""
                        select cluster_id from project.cluster
                         where project_id = :project and edition = :edition
                         order by lead desc, cluster_id""")
                .bind("project", subject.project())
                .bind("edition", subject.projectEdition())
                .mapTo(UUID.class)
                .list());
    }

    /** What holds. @throws Problem {@code call-application-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR})
    public Optional<OpinionView> opinion(UUID application) {
        subjects.require(application);
        return sql.with(handle -> handle.createQuery("""
                        select o.*, c.actor, c.at
                          from call.opinion o
                          join platform.change c on c.id = o.recorded_by
                         where o.application_id = :id and o.superseded_by is null""")
                .bind("id", application)
                .map((row, context) -> new OpinionView(
                        application,
                        new Said(row.getBoolean("synergy_met"), row.getString("synergy")),
                        new Said(row.getBoolean("novelty_met"), row.getString("novelty")),
                        new Said(row.getBoolean("budget_met"), row.getString("budget")),
                        new Paper(
                                row.getString("document_title"),
                                row.getString("document_number"),
                                row.getObject("document_date", LocalDate.class)),
                        row.getString("actor"),
                        AssessmentRows.instant(row, "at")))
                .findOne());
    }
}
