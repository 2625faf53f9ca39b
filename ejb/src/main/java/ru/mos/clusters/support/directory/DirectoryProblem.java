package ru.mos.clusters.support.directory;

import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of the tax service's directory and of the files it comes in. */
public enum DirectoryProblem implements ProblemCode {
    DIRECTORY_REFUSED(REFUSED),
    DIRECTORY_EMPTY(REFUSED),
    DIRECTORY_UNREADABLE(REFUSED),
    DIRECTORY_CODE_MALFORMED(REFUSED),
    DIRECTORY_CODE_TWICE(REFUSED),
    DIRECTORY_FORM_NAMED_TWICE(REFUSED),
    DIRECTORY_FORM_OTHER(REFUSED),
    DIRECTORY_NAME_TOO_LONG(REFUSED),
    REGISTER_KIND_PERIOD_EMPTY(REFUSED);

    private final Kind kind;

    DirectoryProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /** All of them, for the translator. */
    public static final class Catalogue implements ProblemTranslator.ProblemCatalogue {
        @Override
        public List<ProblemCode> codes() {
            return List.of(values());
        }
    }
}
