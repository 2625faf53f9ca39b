package ru.mos.clusters.agreement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementTerms.BudgetItem;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.paper.Roubles;
import ru.mos.clusters.platform.workbook.Cell;
import ru.mos.clusters.platform.workbook.Rejections;
import ru.mos.clusters.platform.workbook.Sheet;
import ru.mos.clusters.platform.workbook.Table;
import ru.mos.clusters.platform.workbook.Template;
import ru.mos.clusters.platform.workbook.Words;
import ru.mos.clusters.platform.workbook.Workbook;
import ru.mos.clusters.platform.workbook.WorkbookProblem;

/** Lines of a report as a workbook that people fill in: with the lines that are written already on its way out, read whole on its way in. */
final class ReportWorkbook {

    private static final String LINES = "report.sheet.LINES";
    private static final String BUDGET = "report.sheet.BUDGET";
    private static final String HELP = "report.sheet.HELP";

    private ReportWorkbook() {}

    static String title(Locale locale) {
        return ReportColumn.text(LINES, locale);
    }

    /** @param budget whose items the lines are offered; empty: none */
    static byte[] write(List<ReportLine> lines, List<BudgetItem> budget, Locale locale) {
        var bytes = new ByteArrayOutputStream();
        try (var template = new Template(bytes, locale)) {
            template.sheet(
                    title(locale),
                    ReportColumn.ALL,
                    lines.stream().map(ReportWorkbook::cells).toList(),
                    budget.isEmpty() ? Map.of() : Map.of(ReportColumn.ITEM, offered(budget, locale)));
            if (!budget.isEmpty()) {
                template.list(ReportColumn.text(BUDGET, locale), rows(budget, locale));
            }
            template.help(
                    ReportColumn.text(HELP, locale),
                    ReportColumn.text("report.help", locale),
                    Map.of(title(locale), ReportColumn.ALL));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private static Template.Choice offered(List<BudgetItem> budget, Locale locale) {
        return new Template.Choice(ReportColumn.text(BUDGET, locale), budget.size());
    }

    private static List<List<String>> rows(List<BudgetItem> budget, Locale locale) {
        return Stream.concat(
                        Stream.of(List.of(
                                ReportColumn.text("report.budget.ITEM", locale),
                                ReportColumn.text("report.budget.AMOUNT", locale))),
                        budget.stream().map(one -> List.of(one.name(), Roubles.text(one.amount()))))
                .toList();
    }

    private static List<Object> cells(ReportLine line) {
        return List.of(
                line.item(),
                line.contractor().digits(),
                line.document().title(),
                Objects.requireNonNullElse(line.document().number(), ""),
                line.document().date(),
                line.paidOn(),
                line.amount());
    }

    /** What the workbook says; what is wrong with it is noted. */
    static List<ReportLine> read(Path workbook, Rejections rejections) {
        var lines = new ArrayList<ReportLine>();
        for (var sheet : Workbook.read(workbook)) {
            if (titled(sheet, LINES)) {
                new Table<>(ReportColumn.ALL, sheet, rejections).rows().forEach(row -> {
                    var line = line(row);
                    if (line != null) {
                        lines.add(line);
                    }
                });
            } else if (!titled(sheet, HELP) && !titled(sheet, BUDGET)) {
                rejections.refuse(sheet.name(), new Problem(WorkbookProblem.SHEET_UNKNOWN, sheet.name()));
            }
        }
        return lines;
    }

    private static boolean titled(Sheet sheet, String key) {
        return Words.LANGUAGES.stream()
                .anyMatch(language -> Words.same(ReportColumn.text(key, language), sheet.name()));
    }

    private static @Nullable ReportLine line(Table<ReportColumn>.Row row) {
        var item = row.text(ReportColumn.ITEM);
        var contractor =
                row.value(ReportColumn.CONTRACTOR, cell -> new Inn(cell.plain().strip()));
        var title = row.text(ReportColumn.TITLE);
        var number = row.text(ReportColumn.NUMBER);
        var date = row.value(ReportColumn.DATE, Cell::date);
        var paidOn = row.value(ReportColumn.PAID_ON, Cell::date);
        var amount = row.value(ReportColumn.AMOUNT, Cell::sum);
        if (amount != null && amount.signum() == 0) {
            row.refuse(ReportColumn.AMOUNT, AgreementProblem.AGREEMENT_SUM_IMPOSSIBLE);
        }
        if (number != null && !Reports.isNumber(number)) {
            row.refuse(ReportColumn.NUMBER, AgreementProblem.EVIDENCE_NUMBER_MISSING);
        }
        var paper = title == null || date == null ? null : paper(row, title, number, date);
        return row.isSound()
                ? new ReportLine(
                        Objects.requireNonNull(item),
                        Objects.requireNonNull(contractor),
                        Objects.requireNonNull(paper),
                        Objects.requireNonNull(paidOn),
                        Objects.requireNonNull(amount))
                : null;
    }

    private static @Nullable Paper paper(
            Table<ReportColumn>.Row row, String title, @Nullable String number, LocalDate date) {
        try {
            return new Paper(title, number, date);
        } catch (Problem problem) {
            boolean ofNumber = String.valueOf(problem.field()).endsWith("/number");
            row.refuse(ofNumber ? ReportColumn.NUMBER : ReportColumn.TITLE, problem);
            return null;
        }
    }
}
