package ru.mos.clusters.eligibility.draft;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** What can be wrong with a draft of the rules, and with what people do to it. */
public enum DraftProblem implements ProblemCode {
    RULE_DRAFT_UNKNOWN(UNKNOWN),
    RULE_VERSION_UNKNOWN(UNKNOWN),
    RULE_COMMENT_UNKNOWN(UNKNOWN),
    RULE_TRANSITION_NOT_ALLOWED(CONFLICT),
    RULE_SET_PUBLISHED(CONFLICT),
    RULE_COMMENTS_CLOSED(CONFLICT),
    RULE_COMMENT_ANSWERED(CONFLICT),
    RULE_COMMENT_EMPTY(REFUSED),
    RULE_COMMENT_TERM_IMPOSSIBLE(REFUSED),
    RULE_DISCARD_REASON_REQUIRED(REFUSED),
    RULE_DRAFT_TOO_LARGE(REFUSED),
    RULE_DRAFT_REFUSED(REFUSED),
    RULE_PREVIEW_IMPOSSIBLE(REFUSED),

    // what the gate finds
    RULE_NAME_MISSING(REFUSED),
    RULE_BASIS_MISSING(REFUSED),
    RULE_FROM_MISSING(REFUSED),
    RULE_FROM_IN_PAST(REFUSED),
    RULE_VERSION_OVERLAPS(REFUSED),
    RULE_BASED_ON_OUTDATED(REFUSED),
    RULE_UNCITED(REFUSED),
    RULE_CITED_TWICE(REFUSED),
    RULE_PARAGRAPH_MISSING(REFUSED),
    RULE_CITATION_UNKNOWN(REFUSED),
    RULE_CITATION_DRAFT(REFUSED),
    RULE_CITATION_REPEALED(REFUSED),
    RULE_PARAMETER_MISSING(REFUSED),
    RULE_PARAMETER_IMPOSSIBLE(REFUSED),
    RULE_PARAMETER_PERIOD_EMPTY(REFUSED),
    RULE_PARAMETER_OVERLAPS(REFUSED),
    RULE_PARAMETER_GAP(REFUSED),
    RULE_PARAMETER_SECTOR_UNKNOWN(REFUSED),
    RULE_PARAMETER_BASIS_MISSING(REFUSED),
    RULE_EXAMPLE_IMPOSSIBLE(REFUSED),
    RULE_EXAMPLE_FAILS(REFUSED),
    RULE_EXAMPLE_ON_MISSING(REFUSED),
    RULE_EXAMPLE_BEYOND_MISSING(REFUSED),
    RULE_CLAUSE_INCOMPLETE(REFUSED),
    RULE_CLAUSE_VERSION_UNKNOWN(REFUSED),
    RULE_CLAUSE_TWICE(REFUSED),
    RULE_CLAUSE_LATE(REFUSED),
    RULE_CLAUSE_EMPTY(REFUSED),
    RULE_COMMENTS_NOT_CALLED(REFUSED),
    RULE_COMMENTS_RUN(REFUSED),
    RULE_COMMENT_UNANSWERED(REFUSED);

    private final Kind kind;

    DraftProblem(Kind kind) {
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
