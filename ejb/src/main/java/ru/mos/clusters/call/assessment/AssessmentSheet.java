package ru.mos.clusters.call.assessment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallTerms.Criterion;
import ru.mos.clusters.project.ProjectContent;
import ru.mos.clusters.project.ProjectParticipant;

/**
 * What an expert works on.
 *
 * @param content of the project as it was sent; null before the expert has accepted
 * @param answers of the application; empty before the expert has accepted
 * @param own what the expert gave; null before
 * @param others what the others gave; empty before the expert has given their own
 * @param deviations by which criteria the experts are asked to discuss
 * @param open whether scores may still be given or corrected
 */
public record AssessmentSheet(
        AssignmentView assignment,
        List<Criterion> criteria,
        List<ProjectParticipant> participants,
        @Nullable ProjectContent content,
        Map<String, Object> answers,
        @Nullable AssessmentView own,
        List<AssessmentView> others,
        List<Deviation> deviations,
        boolean open) {}
