package ru.mos.clusters.registry.release;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator.ProblemCatalogue;

/** The catalogue of {@link ReleaseProblem}. */
public final class ReleaseProblems implements ProblemCatalogue {
    @Override
    public List<ProblemCode> codes() {
        return List.of(ReleaseProblem.values());
    }
}
