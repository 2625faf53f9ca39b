package ru.mos.clusters.platform.workbook;

import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of workbooks and of single cells. */
public enum WorkbookProblem implements ProblemCode {
    WORKBOOK_UNREADABLE,
    WORKBOOK_TOO_LARGE,
    WORKBOOK_TOO_MANY_ROWS,
    SHEET_UNKNOWN,
    COLUMN_UNKNOWN,
    COLUMN_MISSING,
    CELL_MISSING,
    CELL_FORMULA,
    CELL_DATE_MALFORMED,
    CELL_SUM_MALFORMED,
    CELL_SUM_IMPOSSIBLE;

    @Override
    public Kind kind() {
        return REFUSED;
    }

    /** All of them, for the translator. */
    public static final class Catalogue implements ProblemTranslator.ProblemCatalogue {
        @Override
        public List<ProblemCode> codes() {
            return List.of(values());
        }
    }
}
