package ru.mos.clusters.ledger.opening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.KbkLayout;
import ru.mos.clusters.ledger.LedgerProblem;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.workbook.Cell;
import ru.mos.clusters.platform.workbook.Rejections;
import ru.mos.clusters.platform.workbook.Sheet;
import ru.mos.clusters.platform.workbook.Table;
import ru.mos.clusters.platform.workbook.WorkbookProblem;

/** Makes drafts of the rows of a workbook. What the workbook alone can tell to be wrong is noted here. */
final class OpeningReader {

    static final int FIRST_YEAR = 2005;
    private static final int MOST_ROWS = 10_000;
    private static final int LONGEST_NUMBER = 200;
    private static final int LAST_YEAR = 2100;
    private static final BigDecimal LEAST_TOO_LARGE = new BigDecimal("10000000000000");

    private final Known known;
    private final Rejections rejections;
    private final Map<OpeningDraft.Place, Integer> places = new HashMap<>();
    private final Map<Paper, OpeningDraft> papers = new HashMap<>();

    final List<OpeningDraft> drafts = new ArrayList<>();

    /**
     * What is known already.
     *
     * @param day on which the balances are to be taken on
     * @param ended years of which nothing is left by law and by deed
     */
    record Known(LocalDate day, List<KbkLayout> layouts, Set<Integer> ended) {}

    /** Number and date name an agreement, whomever a row says it is with. */
    private record Paper(String number, LocalDate signedOn) {}

    /** A sheet and what it is; a workbook may hold one of a kind in either language. */
    private record Filled(OpeningSheet kind, Table<OpeningColumn> table) {}

    OpeningReader(Known known, Rejections rejections) {
        this.known = known;
        this.rejections = rejections;
    }

    void read(List<Sheet> sheets) {
        var tables = new ArrayList<Filled>();
        int rows = 0;
        for (var sheet : sheets) {
            var kind = OpeningSheet.titled(sheet.name());
            if (kind.isEmpty()) {
                rejections.refuse(sheet.name(), new Problem(WorkbookProblem.SHEET_UNKNOWN, sheet.name()));
            } else if (OpeningSheet.FILLED.contains(kind.get())) {
                rows += Math.max(0, sheet.lines().size() - 1);
                if (rows > MOST_ROWS) {
                    throw new Problem(WorkbookProblem.WORKBOOK_TOO_MANY_ROWS, sheet.name(), MOST_ROWS);
                }
                tables.add(new Filled(kind.get(), new Table<>(kind.get().columns(), sheet, rejections)));
            }
        }
        tables.forEach(filled -> filled.table().rows().forEach(row -> read(filled.kind(), row)));
    }

    private void read(OpeningSheet kind, Table<OpeningColumn>.Row row) {
        var agreement = kind == OpeningSheet.AGREEMENTS ? agreement(row) : null;
        var year = row.value(OpeningColumn.YEAR, OpeningReader::year);
        var kbk = row.value(OpeningColumn.KBK, OpeningReader::kbk);
        if (year != null && kbk != null && !fits(kbk, year)) {
            row.refuse(OpeningColumn.KBK, LedgerProblem.ACCOUNT_KBK_NOT_OF_YEAR, kbk, Integer.toString(year));
        }
        var sums = sums(kind, row);
        if (year != null) {
            sums.byStage().forEach((stage, sum) -> requireOfYear(row, year, stage, sum));
        }
        requireSum(row, sums);
        if (row.isSound()) {
            add(new OpeningDraft(row, agreement, Objects.requireNonNull(year), Objects.requireNonNull(kbk), sums));
        }
    }

    private OpeningDraft.@Nullable Agreement agreement(Table<OpeningColumn>.Row row) {
        var number = row.text(OpeningColumn.NUMBER);
        var signedOn = row.value(OpeningColumn.DATE, Cell::date);
        var inn = row.value(OpeningColumn.INN, cell -> new Inn(cell.plain().strip()));
        if (number != null && number.length() > LONGEST_NUMBER) {
            row.refuse(OpeningColumn.NUMBER, OpeningProblem.OPENING_NUMBER_LONG, LONGEST_NUMBER);
        }
        if (signedOn != null && signedOn.isAfter(known.day())) {
            row.refuse(OpeningColumn.DATE, OpeningProblem.OPENING_AGREEMENT_LATER, signedOn, known.day());
        }
        return number == null || signedOn == null || inn == null
                ? null
                : new OpeningDraft.Agreement(number.replaceAll("\\s+", " "), signedOn, inn);
    }

    private void add(OpeningDraft draft) {
        var row = draft.row();
        var earlier = places.putIfAbsent(draft.place(), row.number());
        if (earlier != null) {
            row.refuse(draft.naming(), OpeningProblem.OPENING_REPEATED, earlier);
            return;
        }
        var agreement = draft.agreement();
        if (agreement != null) {
            var paper = new Paper(agreement.alike().number(), agreement.signedOn());
            var first = papers.putIfAbsent(paper, draft);
            if (first != null
                    && !agreement
                            .inn()
                            .equals(Objects.requireNonNull(first.agreement()).inn())) {
                row.refuse(
                        OpeningColumn.INN,
                        OpeningProblem.OPENING_PARTY_DIFFERS,
                        first.row().number());
                return;
            }
        }
        drafts.add(draft);
    }

    private boolean fits(String kbk, int year) {
        return KbkLayout.of(known.layouts(), year)
                .filter(layout -> layout.fits(kbk))
                .isPresent();
    }

    /** Of a year that is over nothing is left but what was paid, and what is due is paid in its year only. */
    private void requireOfYear(Table<OpeningColumn>.Row row, int year, Stage stage, BigDecimal sum) {
        if (sum.signum() == 0 || stage == Stage.PAID || stage == Stage.ACCEPTED) {
            return;
        }
        if (year < known.day().getYear() || known.ended().contains(year)) {
            row.refuse(OpeningColumn.of(stage), OpeningProblem.OPENING_YEAR_OVER, Integer.toString(year));
        } else if (stage == Stage.DUE && year > known.day().getYear()) {
            row.refuse(OpeningColumn.of(stage), OpeningProblem.OPENING_DUE_EARLY, Integer.toString(year));
        }
    }

    private static void requireSum(Table<OpeningColumn>.Row row, OpeningSums sums) {
        if (row.isSound() && sums.total().signum() == 0) {
            row.refuse(new Problem(OpeningProblem.OPENING_ROW_EMPTY));
        } else if (sums.total().compareTo(LEAST_TOO_LARGE) >= 0) {
            row.refuse(new Problem(OpeningProblem.OPENING_TOTAL_IMPOSSIBLE));
        }
    }

    private static OpeningSums sums(OpeningSheet kind, Table<OpeningColumn>.Row row) {
        return new OpeningSums(
                sum(kind, row, OpeningColumn.APPROPRIATION),
                sum(kind, row, OpeningColumn.LIMIT),
                sum(kind, row, OpeningColumn.RESERVED),
                sum(kind, row, OpeningColumn.COMMITTED),
                sum(kind, row, OpeningColumn.DUE),
                sum(kind, row, OpeningColumn.PAID),
                sum(kind, row, OpeningColumn.ACCEPTED));
    }

    private static BigDecimal sum(OpeningSheet kind, Table<OpeningColumn>.Row row, OpeningColumn column) {
        var sum = kind.columns().contains(column) ? row.value(column, Cell::sum) : null;
        return sum == null ? BigDecimal.ZERO.setScale(2) : sum;
    }

    private static int year(Cell cell) {
        var digits = cell.plain().strip();
        if (!digits.matches("\\d{4}")) {
            throw new Problem(OpeningProblem.OPENING_YEAR_UNREADABLE, shortened(digits));
        }
        int year = Integer.parseInt(digits);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new Problem(LedgerProblem.ACCOUNT_YEAR_IMPOSSIBLE);
        }
        return year;
    }

    private static String kbk(Cell cell) {
        var code = cell.plain().replaceAll("[\\s\\u00a0\\u202f]", "");
        if (cell.kind() == Cell.Kind.NUMBER) {
            throw new Problem(OpeningProblem.OPENING_KBK_AS_NUMBER);
        }
        return shortened(code);
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
