package ru.mos.clusters.web.expertise;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallTerms.Criterion;
import ru.mos.clusters.call.assessment.AssessmentProblem;
import ru.mos.clusters.call.assessment.AssessmentSheet;
import ru.mos.clusters.call.assessment.AssessmentView;
import ru.mos.clusters.call.assessment.Assessments;
import ru.mos.clusters.call.assessment.AssignmentAction;
import ru.mos.clusters.call.assessment.AssignmentState;
import ru.mos.clusters.call.assessment.AssignmentView;
import ru.mos.clusters.call.assessment.Assignments;
import ru.mos.clusters.call.assessment.GiveScores;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** One assignment: the expert answers, tells of a conflict of interest and scores; who organises replaces or takes back. */
@Named
@RequestScoped
public class ExpertiseWork {

    @EJB
    private Assignments assignments;

    @EJB
    private Assessments assessments;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private AssignmentView assignment;
    private @Nullable AssessmentSheet sheet;
    private List<Line> lines = List.of();
    private @Nullable String reason;
    private @Nullable String because;
    private @Nullable Long seen;

    /** A criterion with what is typed for it. */
    public static final class Line {
        private final Criterion criterion;
        private @Nullable String points;
        private @Nullable String reason;

        Line(Criterion criterion) {
            this.criterion = criterion;
        }

        public Criterion getCriterion() {
            return criterion;
        }

        /** In the language of the page. */
        public String getName() {
            return String.valueOf(
                    Language.current().getLanguage().equals("en") ? criterion.nameEn() : criterion.nameRu());
        }

        public @Nullable String getPoints() {
            return points;
        }

        public void setPoints(@Nullable String points) {
            this.points = points;
        }

        public @Nullable String getReason() {
            return reason;
        }

        public void setReason(@Nullable String reason) {
            this.reason = reason;
        }

        private GiveScores.Given given() {
            boolean whole = points != null && points.strip().matches("-?\\d{1,6}");
            return new GiveScores.Given(
                    criterion.code(),
                    whole ? Integer.valueOf(String.valueOf(points).strip()) : null,
                    reason);
        }
    }

    @PostConstruct
    void open() {
        assignment = assignments.assignment(id(query.value("id")));
        if (isMine() && assignment.application() != null && isLive()) {
            sheet = assessments.sheet(assignment.id());
            lines = sheet.criteria().stream().map(Line::new).toList();
            if (sheet.own() != null) {
                lines.forEach(this::fill);
            }
        }
    }

    private void fill(Line line) {
        own().scores().stream()
                .filter(score -> score.criterion().equals(line.getCriterion().code()))
                .forEach(score -> {
                    line.setPoints(Integer.toString(score.points()));
                    line.setReason(score.reason());
                });
    }

    /** The name of a criterion in the language of the page. */
    public String criterion(String code) {
        return lines.stream()
                .filter(line -> code.equals(line.getCriterion().code()))
                .map(Line::getName)
                .findFirst()
                .orElse(code);
    }

    private AssessmentView own() {
        return java.util.Objects.requireNonNull(
                java.util.Objects.requireNonNull(sheet).own());
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new Problem(AssessmentProblem.EXPERT_ASSIGNMENT_UNKNOWN);
        }
    }

    private boolean isLive() {
        return assignment.state() == AssignmentState.INVITED
                || assignment.state() == AssignmentState.ACCEPTED
                || assignment.state() == AssignmentState.SCORED;
    }

    private boolean isMine() {
        return assignment.expert().equals(caller.login());
    }

    public AssignmentView getAssignment() {
        return assignment;
    }

    public @Nullable AssessmentSheet getSheet() {
        return sheet;
    }

    public List<Line> getLines() {
        return lines;
    }

    public boolean may(String action) {
        return assignment.actions().contains(AssignmentAction.valueOf(action));
    }

    public boolean isScorable() {
        return sheet != null && sheet.open() && (may("SCORE") || may("CORRECT"));
    }

    public boolean isScored() {
        return assignment.state() == AssignmentState.SCORED;
    }

    /** The version that the form is made from. */
    public long getVersion() {
        return assignment.version();
    }

    /** The version from which the form that comes back was made. */
    public void setVersion(long version) {
        seen = version;
    }

    public String score() {
        var command = new GiveScores(
                assignment.id(),
                seen == null ? assignment.version() : seen,
                lines.stream().map(Line::given).toList(),
                because);
        if (isScored()) {
            assessments.correct(command);
        } else {
            assessments.give(command);
        }
        return done("expertise.scored");
    }

    public String accept() {
        assignments.accept(assignment.id());
        return done("expertise.accepted");
    }

    public String decline() {
        assignments.decline(assignment.id(), String.valueOf(reason));
        return done("expertise.declined");
    }

    public String declare() {
        assignments.declare(assignment.id(), String.valueOf(reason));
        return done("expertise.declared");
    }

    public String replace() {
        assignments.replace(assignment.id(), String.valueOf(reason));
        return done("expertise.replaced");
    }

    public String withdraw() {
        assignments.withdraw(assignment.id(), String.valueOf(reason));
        return done("expertise.withdrawn");
    }

    private String done(String result) {
        Messages.info(result);
        return Redirect.to("/expertise/assignment.xhtml", "id", assignment.id());
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getBecause() {
        return because;
    }

    public void setBecause(@Nullable String because) {
        this.because = because;
    }
}
