package ru.mos.clusters.project;

import static ru.mos.clusters.project.ProjectProblem.PROJECT_ACTIVITIES_MISSING;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_ACTIVITY_INCOMPLETE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_ACTIVITY_OUTSIDE_STAGE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_AGGLOMERATIONS_DIFFER;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_AGREEMENT_INCOMPLETE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_CLUSTER_IDLE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_CLUSTER_OUTSIDE_AGGLOMERATION;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_CLUSTER_TWICE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_CLUSTER_UNKNOWN;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_CLUSTER_WITHOUT_ORGANISATION;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_CONSENT_MISSING;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_DIRECTIONS_MISSING;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_DIRECTION_INCOMPLETE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_DIRECTION_TWICE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_DIRECTION_UNAPPROVED;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_DIRECTION_WITHOUT_TEXT;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_DOCUMENT_INCOMPLETE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_GOALS_MISSING;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_GOAL_INCOMPLETE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_INDICATORS_MISSING;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_INDICATOR_INCOMPLETE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_INDICATOR_NOT_LESS;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_INDICATOR_NOT_MORE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_INDICATOR_OF_OTHER_DIRECTION;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_INDICATOR_TWICE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_INDICATOR_UNKNOWN;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_INITIATOR_EVIDENCE_INCOMPLETE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_INITIATOR_EVIDENCE_MISSING;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_INITIATOR_MISSING;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_INITIATOR_RECEIVES;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_INITIATOR_UNDUE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_LEADS_TWICE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_LEAD_CLUSTER_MISSING;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_LEAD_OF_ANOTHER;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_MAIN_DIRECTION;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_OF_ONE_CLUSTER;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_OF_SEVERAL_CLUSTERS;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_PARTICIPANTS_TOO_FEW;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_PARTICIPANT_INCOMPLETE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_PARTICIPANT_NOT_MEMBER;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_PARTICIPANT_OF_OTHER_CLUSTER;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_PARTICIPANT_TWICE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_PARTICIPANT_UNKNOWN;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_PERFORMER_UNKNOWN;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_RISKS_MISSING;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_RISK_INCOMPLETE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_STAGES_DISORDERED;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_STAGES_MISSING;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_STAGE_INCOMPLETE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_SUMMARY_MISSING;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_TITLE_MISSING;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.project.ProjectContent.Activity;
import ru.mos.clusters.project.ProjectContent.Goal;
import ru.mos.clusters.project.ProjectContent.Indicator;
import ru.mos.clusters.project.ProjectContent.Participant;
import ru.mos.clusters.project.ProjectContent.Stage;

/** What keeps a project from being submitted: everything at once, each fault with its place. */
final class ProjectGate {

    private static final int LEAST_PARTICIPANTS = 2;

    private final ProjectContent content;
    private final GateContext context;
    private final List<Problem> faults = new ArrayList<>();

    private ProjectGate(ProjectContent content, GateContext context) {
        this.content = content;
        this.context = context;
    }

    /** Empty where nothing is at fault. */
    static List<Problem> faults(ProjectContent content, GateContext context) {
        var gate = new ProjectGate(content, context);
        gate.head();
        gate.clusters();
        gate.initiator();
        gate.goals();
        gate.directions();
        gate.stages();
        gate.activities();
        gate.participants();
        gate.faults.addAll(FundingRules.faults(content, context.lead().digits(), context.limits()));
        gate.agreements();
        gate.indicators();
        gate.risks();
        gate.documents();
        gate.consents();
        return List.copyOf(gate.faults);
    }

    private void add(ProjectProblem code, String pointer, Object... arguments) {
        faults.add(new Problem(code, arguments).at(pointer));
    }

    private void head() {
        if (content.title() == null) {
            add(PROJECT_TITLE_MISSING, "/title");
        }
        if (content.summary() == null) {
            add(PROJECT_SUMMARY_MISSING, "/summary");
        }
    }

    private void clusters() {
        var named = new HashSet<UUID>();
        int leads = 0;
        for (int i = 0; i < content.clusters().size(); i++) {
            var one = content.clusters().get(i);
            var pointer = "/clusters/" + i;
            var known = context.clusters().get(one.cluster());
            if (known == null) {
                add(PROJECT_CLUSTER_UNKNOWN, pointer);
                continue;
            }
            if (!named.add(Objects.requireNonNull(one.cluster()))) {
                add(PROJECT_CLUSTER_TWICE, pointer, known.code());
            }
            if (known.organisation() == null) {
                add(PROJECT_CLUSTER_WITHOUT_ORGANISATION, pointer, known.code());
            }
            if (one.lead()) {
                leads++;
                if (!context.lead().equals(known.organisation())) {
                    add(
                            PROJECT_LEAD_OF_ANOTHER,
                            pointer,
                            known.code(),
                            context.lead().digits());
                }
            }
        }
        if (leads == 0) {
            add(PROJECT_LEAD_CLUSTER_MISSING, "/clusters");
        } else if (leads > 1) {
            add(PROJECT_LEADS_TWICE, "/clusters");
        }
        if (context.kind() == ProjectKind.CLUSTER && named.size() > 1) {
            add(PROJECT_OF_ONE_CLUSTER, "/clusters");
        } else if (context.kind() == ProjectKind.INTER_CLUSTER && named.size() < 2) {
            add(PROJECT_OF_SEVERAL_CLUSTERS, "/clusters");
        }
        if (named.size() > 1) {
            oneAgglomeration(named);
        }
    }

    private void oneAgglomeration(Set<UUID> named) {
        var places = new HashSet<String>();
        for (int i = 0; i < content.clusters().size(); i++) {
            var known = context.clusters().get(content.clusters().get(i).cluster());
            if (known == null) {
                continue;
            }
            if (known.agglomeration() == null) {
                add(PROJECT_CLUSTER_OUTSIDE_AGGLOMERATION, "/clusters/" + i, known.code());
            } else {
                places.add(known.agglomeration());
            }
        }
        if (places.size() > 1) {
            add(PROJECT_AGGLOMERATIONS_DIFFER, "/clusters", named.size());
        }
    }

    private void initiator() {
        var initiator = content.initiator();
        if (context.kind() != ProjectKind.LARGE_ENTERPRISE) {
            if (initiator != null) {
                add(PROJECT_INITIATOR_UNDUE, "/initiator");
            }
            return;
        }
        if (initiator == null || Projects.inn(initiator.inn()) == null) {
            add(PROJECT_INITIATOR_MISSING, "/initiator");
            return;
        }
        if (initiator.evidence().isEmpty()) {
            add(PROJECT_INITIATOR_EVIDENCE_MISSING, "/initiator/evidence");
        }
        for (int i = 0; i < initiator.evidence().size(); i++) {
            var brought = initiator.evidence().get(i);
            if (brought.kind() == null
                    || brought.document() == null
                    || !brought.document().isWhole()
                    || !FundingPath.isSum(brought.amount())) {
                add(PROJECT_INITIATOR_EVIDENCE_INCOMPLETE, "/initiator/evidence/" + i);
            }
        }
        for (int i = 0; i < content.participants().size(); i++) {
            var one = content.participants().get(i);
            if (Objects.equals(one.inn(), initiator.inn()) && one.money().signum() != 0) {
                add(PROJECT_INITIATOR_RECEIVES, "/participants/" + i + "/receives");
            }
        }
    }

    private void goals() {
        if (content.goals().isEmpty()) {
            add(PROJECT_GOALS_MISSING, "/goals");
        }
        for (int i = 0; i < content.goals().size(); i++) {
            if (!isWhole(content.goals().get(i))) {
                add(PROJECT_GOAL_INCOMPLETE, "/goals/" + i);
            }
        }
    }

    private static boolean isWhole(Goal goal) {
        return goal.kind() != null
                && goal.result() != null
                && (goal.kind() == GoalKind.COMPETITIVENESS || (goal.product() != null && goal.productStage() != null));
    }

    private void directions() {
        if (content.directions().isEmpty()) {
            add(PROJECT_DIRECTIONS_MISSING, "/directions");
            return;
        }
        var chosen = new HashSet<ProjectDirection>();
        int mains = 0;
        for (int i = 0; i < content.directions().size(); i++) {
            var choice = content.directions().get(i);
            var pointer = "/directions/" + i;
            if (choice.direction() == null) {
                add(PROJECT_DIRECTION_INCOMPLETE, pointer);
                continue;
            }
            if (!chosen.add(choice.direction())) {
                add(PROJECT_DIRECTION_TWICE, pointer);
            }
            mains += choice.main() ? 1 : 0;
            if (choice.direction() == ProjectDirection.OTHER) {
                if (choice.text() == null) {
                    add(PROJECT_DIRECTION_WITHOUT_TEXT, pointer + "/text");
                } else if (!context.approved().contains(choice.text())) {
                    add(PROJECT_DIRECTION_UNAPPROVED, pointer);
                }
            }
        }
        if (mains != 1) {
            add(PROJECT_MAIN_DIRECTION, "/directions", mains);
        }
    }

    private void stages() {
        if (content.stages().isEmpty()) {
            add(PROJECT_STAGES_MISSING, "/stages");
        }
        LocalDate last = null;
        for (int i = 0; i < content.stages().size(); i++) {
            var stage = content.stages().get(i);
            var pointer = "/stages/" + i;
            if (stage.name() == null || stage.from() == null || stage.to() == null) {
                add(PROJECT_STAGE_INCOMPLETE, pointer);
                continue;
            }
            if (stage.to().isBefore(stage.from())
                    || (last != null && !stage.from().isAfter(last))) {
                add(PROJECT_STAGES_DISORDERED, pointer);
            }
            last = stage.to();
        }
    }

    private void activities() {
        if (content.activities().isEmpty()) {
            add(PROJECT_ACTIVITIES_MISSING, "/activities");
        }
        for (int i = 0; i < content.activities().size(); i++) {
            var activity = content.activities().get(i);
            var pointer = "/activities/" + i;
            var stage = stage(activity.stage());
            if (activity.name() == null
                    || activity.kind() == null
                    || activity.from() == null
                    || activity.to() == null
                    || stage == null) {
                add(PROJECT_ACTIVITY_INCOMPLETE, pointer);
            } else if (!isWithin(activity, stage)) {
                add(PROJECT_ACTIVITY_OUTSIDE_STAGE, pointer, Objects.requireNonNull(activity.stage()));
            }
            if (activity.performer() != null
                    && content.participants().stream()
                            .noneMatch(one -> activity.performer().equals(one.inn()))) {
                add(PROJECT_PERFORMER_UNKNOWN, pointer + "/performer", activity.performer());
            }
        }
    }

    private @Nullable Stage stage(@Nullable Integer number) {
        return number == null || number < 1 || number > content.stages().size()
                ? null
                : content.stages().get(number - 1);
    }

    private static boolean isWithin(Activity activity, Stage stage) {
        var from = Objects.requireNonNull(activity.from());
        var to = Objects.requireNonNull(activity.to());
        return !to.isBefore(from)
                && (stage.from() == null || !from.isBefore(stage.from()))
                && (stage.to() == null || !to.isAfter(stage.to()));
    }

    private void participants() {
        var named = new HashSet<Inn>();
        for (int i = 0; i < content.participants().size(); i++) {
            var one = content.participants().get(i);
            var pointer = "/participants/" + i;
            var inn = Projects.inn(one.inn());
            if (inn == null) {
                add(PROJECT_PARTICIPANT_UNKNOWN, pointer + "/inn", one.inn() == null ? "—" : one.inn());
            } else if (!named.add(inn)) {
                add(PROJECT_PARTICIPANT_TWICE, pointer + "/inn", inn.digits());
            }
            if (one.tasks() == null || (one.roles().isEmpty() && !context.lead().equals(inn))) {
                add(PROJECT_PARTICIPANT_INCOMPLETE, pointer);
            }
            belongs(one, inn, pointer);
        }
        long others = named.stream()
                .filter(inn -> !inn.equals(context.lead()))
                .filter(inn -> content.initiator() == null
                        || !inn.digits().equals(content.initiator().inn()))
                .count();
        if (others < LEAST_PARTICIPANTS) {
            add(PROJECT_PARTICIPANTS_TOO_FEW, "/participants");
        }
        for (int i = 0; i < content.clusters().size(); i++) {
            var cluster = content.clusters().get(i).cluster();
            var known = context.clusters().get(cluster);
            if (known != null
                    && content.participants().stream().noneMatch(one -> Objects.equals(one.cluster(), cluster))) {
                add(PROJECT_CLUSTER_IDLE, "/clusters/" + i, known.code());
            }
        }
    }

    /** To the cluster of which it says it takes part. */
    private void belongs(Participant one, @Nullable Inn inn, String pointer) {
        if (one.cluster() == null) {
            return;
        }
        var known = content.clusters().stream().anyMatch(named -> one.cluster().equals(named.cluster()))
                ? context.clusters().get(one.cluster())
                : null;
        if (known == null) {
            add(PROJECT_PARTICIPANT_OF_OTHER_CLUSTER, pointer + "/cluster");
        } else if (inn != null && !known.participants().contains(inn) && !inn.equals(known.organisation())) {
            add(PROJECT_PARTICIPANT_NOT_MEMBER, pointer + "/cluster", inn.digits(), known.code());
        }
    }

    private void agreements() {
        for (int i = 0; i < content.agreements().size(); i++) {
            var agreement = content.agreements().get(i);
            if (agreement.kind() == null
                    || agreement.parties().size() < 2
                    || agreement.document() == null
                    || !agreement.document().isWhole()
                    || !FundingPath.isSum(agreement.amount())) {
                add(PROJECT_AGREEMENT_INCOMPLETE, "/agreements/" + i);
            }
        }
    }

    private void indicators() {
        if (content.indicators().isEmpty()) {
            add(PROJECT_INDICATORS_MISSING, "/indicators");
        }
        var named = new HashSet<String>();
        for (int i = 0; i < content.indicators().size(); i++) {
            var indicator = content.indicators().get(i);
            var pointer = "/indicators/" + i;
            var known = context.indicators().get(String.valueOf(indicator.code()));
            if (known == null) {
                add(PROJECT_INDICATOR_UNKNOWN, pointer + "/code", indicator.code() == null ? "—" : indicator.code());
                continue;
            }
            if (!named.add(known.code())) {
                add(PROJECT_INDICATOR_TWICE, pointer + "/code", known.code());
            }
            if (content.directions().stream().noneMatch(choice -> choice.direction() == known.direction())) {
                add(PROJECT_INDICATOR_OF_OTHER_DIRECTION, pointer + "/code", known.code());
            }
            improves(indicator, known, pointer);
        }
    }

    private void improves(Indicator indicator, IndicatorView known, String pointer) {
        BigDecimal baseline = indicator.baseline();
        BigDecimal plan = indicator.plan();
        if (baseline == null || plan == null || indicator.by() == null) {
            add(PROJECT_INDICATOR_INCOMPLETE, pointer);
        } else if (known.sense() == IndicatorSense.MORE
                ? plan.compareTo(baseline) <= 0
                : plan.compareTo(baseline) >= 0) {
            add(
                    known.sense() == IndicatorSense.MORE ? PROJECT_INDICATOR_NOT_MORE : PROJECT_INDICATOR_NOT_LESS,
                    pointer + "/plan",
                    baseline.toPlainString());
        }
    }

    private void risks() {
        if (content.risks().isEmpty()) {
            add(PROJECT_RISKS_MISSING, "/risks");
        }
        for (int i = 0; i < content.risks().size(); i++) {
            var risk = content.risks().get(i);
            if (risk.text() == null || risk.response() == null || risk.probability() == null || risk.impact() == null) {
                add(PROJECT_RISK_INCOMPLETE, "/risks/" + i);
            }
        }
    }

    private void documents() {
        for (int i = 0; i < content.documents().size(); i++) {
            var document = content.documents().get(i);
            if (document.title() == null || !context.files().contains(document.file())) {
                add(PROJECT_DOCUMENT_INCOMPLETE, "/documents/" + i);
            }
        }
    }

    private void consents() {
        for (var part : ProjectPart.asked(content, context)) {
            if (!part.isConsented(context)) {
                add(PROJECT_CONSENT_MISSING, part.pointer(), part.inn().digits());
            }
        }
    }
}
