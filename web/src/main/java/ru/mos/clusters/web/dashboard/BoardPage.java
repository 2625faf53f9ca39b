package ru.mos.clusters.web.dashboard;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import ru.mos.clusters.dashboard.Board;
import ru.mos.clusters.dashboard.BoardBy;
import ru.mos.clusters.dashboard.BoardFigure;
import ru.mos.clusters.dashboard.BoardLine;
import ru.mos.clusters.dashboard.BoardLineKind;
import ru.mos.clusters.dashboard.BoardQuestion;
import ru.mos.clusters.dashboard.Dashboards;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.paper.PdfSheet;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Menu;
import ru.mos.clusters.web.shell.Spreadsheet;
import ru.mos.clusters.web.shell.Texts;

/** A board: its picture, its table, and where its figures come from. */
@Named
@RequestScoped
public class BoardPage {

    /** Lines of a board on paper; a meeting reads no more, the spreadsheet has all. */
    private static final int PRINTED = 200;

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    @EJB
    private Dashboards dashboards;

    @Inject
    private BoardWords words;

    @Inject
    private ListQuery query;

    @Inject
    private Menu menu;

    @Inject
    private Texts texts;

    @Inject
    private Time time;

    private Board board;
    private BoardBy by;
    private LocalDate day;
    private @Nullable Integer year;
    private BoardQuestion question;
    private LazyTable<BoardLine> table;

    @PostConstruct
    void open() {
        board = query.choice("tab", Board.class).orElse(Board.BUDGET);
        by = query.choice("by", BoardBy.class)
                .filter(board.groupings()::contains)
                .orElse(board.groupings().get(0));
        day = query.date("asOf").orElseGet(time::today);
        year = board.isNarrowedByYear()
                ? query.text("year")
                        .filter(text -> text.matches("\\d{4}"))
                        .map(Integer::valueOf)
                        .orElse(board.isOfYear() ? day.getYear() : null)
                : null;
        question = new BoardQuestion(board, by, day, year);
        table = query.table(page -> dashboards.lines(question, page), () -> dashboards.count(question));
    }

    /** Another board. */
    public record Tab(String page, String name, boolean current) {}

    public List<Tab> getTabs() {
        return Arrays.stream(Board.values())
                .map(one -> new Tab("/dashboard/list.xhtml?tab=" + one.name(), Functions.show(one), one == board))
                .toList();
    }

    public Board getBoard() {
        return board;
    }

    public BoardBy getBy() {
        return by;
    }

    public LocalDate getDay() {
        return day;
    }

    /** The year it is told of; empty: all. */
    public String getYear() {
        return year == null ? "" : year.toString();
    }

    /** By what it is told unless something else is asked for. */
    public String getUsual() {
        return Functions.show(board.groupings().get(0));
    }

    /** By what else it can be told. */
    public List<Map.Entry<String, String>> getChoices() {
        return board.groupings().stream()
                .skip(1)
                .map(one -> Map.entry(one.name(), Functions.show(one)))
                .toList();
    }

    public LazyTable<BoardLine> getTable() {
        return table;
    }

    public List<BoardFigure> getFigures() {
        return board.figures();
    }

    /** What the board says, in one sentence; null where there is nothing to say. */
    public @Nullable String getAnswer() {
        var lines = table.getRows();
        if (lines.isEmpty() || !query.value("page").isEmpty()) {
            return null;
        }
        var told = by == BoardBy.MONTH ? lines.get(lines.size() - 1) : lines.get(0);
        var values = new HashMap<String, Object>();
        board.figures().forEach(figure -> values.put(figure.name(), words.figure(figure, told)));
        if (told.kind() != BoardLineKind.TOTAL && by != BoardBy.MONTH) {
            return null;
        }
        boolean unplanned = board == Board.BUDGET && planned(told) == null;
        return texts.with("dashboard.says." + board.name() + (unplanned ? ".unplanned" : ""), values);
    }

    /** Null also where nothing is planned: money of agreements taken on may come from outside all programmes. */
    private static @Nullable BigDecimal planned(BoardLine line) {
        var planned = line.figure(BoardFigure.PLANNED);
        return planned == null || planned.signum() == 0 ? null : planned;
    }

    /** How the figures are to be understood, and what of them is not as of the day. */
    public String getNote() {
        return texts.get("dashboard.note." + board.name());
    }

    /** What the picture shows, in words. */
    public String getPictured() {
        return texts.get("dashboard.pictured." + board.name());
    }

    public @Nullable BarChart getChart() {
        var lines = table.getRows().stream()
                .filter(line -> line.kind() != BoardLineKind.TOTAL)
                .limit(BarChart.MOST)
                .toList();
        if (lines.isEmpty()) {
            return null;
        }
        return switch (board) {
            case BUDGET ->
                stacked(
                        lines,
                        BoardPage::planned,
                        BoardFigure.PAID,
                        BoardFigure.DUE,
                        BoardFigure.COMMITTED,
                        BoardFigure.RESERVED);
            case COFINANCING -> beside(lines, WHOLE, BoardFigure.SHARE_PLANNED, BoardFigure.SHARE_REACHED);
            case SUPPORT -> stacked(lines, line -> null, BoardFigure.RECORDS);
            case ELIGIBILITY ->
                stacked(
                        lines,
                        line -> null,
                        BoardFigure.ELIGIBLE,
                        BoardFigure.NOT_ELIGIBLE,
                        BoardFigure.MANUAL,
                        BoardFigure.UNKNOWN,
                        BoardFigure.UNJUDGED);
            case TERMS ->
                stacked(
                        lines,
                        line -> null,
                        BoardFigure.OVERDUE,
                        BoardFigure.DUE_SOON,
                        BoardFigure.DUE_LATER,
                        BoardFigure.NO_TERM);
            case DURATIONS -> beside(lines, null, BoardFigure.MEDIAN_DAYS, BoardFigure.NINETIETH_DAYS);
            case COVERAGE -> beside(lines, WHOLE, BoardFigure.COVERED);
        };
    }

    private BarChart stacked(
            List<BoardLine> lines, Function<BoardLine, @Nullable BigDecimal> mark, BoardFigure... figures) {
        var stacks = lines.stream()
                .map(line -> {
                    var pieces = pieces(line, figures);
                    var whole = pieces.stream().map(BarChart.Figure::length).reduce(BigDecimal.ZERO, BigDecimal::add);
                    var behind = figures[0].measure() == BoardFigure.Measure.ROUBLES
                            ? words.brief(whole)
                            : Functions.show(whole);
                    var marked = mark.apply(line);
                    return new BarChart.Stack(
                            title(line),
                            pieces,
                            marked == null ? behind : texts.with("dashboard.ofPlan", behind, words.brief(marked)),
                            marked);
                })
                .toList();
        return BarChart.of(stacks, keys(figures), null);
    }

    private BarChart beside(List<BoardLine> lines, @Nullable BigDecimal full, BoardFigure... figures) {
        var stacks = new ArrayList<BarChart.Stack>();
        for (var line : lines) {
            var pieces = pieces(line, figures);
            for (int at = 0; at < pieces.size(); at++) {
                var piece = pieces.get(at);
                stacks.add(new BarChart.Stack(at == 0 ? title(line) : "", List.of(piece), piece.says(), null));
            }
        }
        return BarChart.of(stacks, keys(figures), full);
    }

    private List<BarChart.Figure> pieces(BoardLine line, BoardFigure... figures) {
        return IntStream.range(0, figures.length)
                .mapToObj(at -> new BarChart.Figure(
                        at, Functions.show(figures[at]), line.figure(figures[at]), words.brief(figures[at], line)))
                .toList();
    }

    private static List<BarChart.Key> keys(BoardFigure... figures) {
        return IntStream.range(0, figures.length)
                .mapToObj(at -> new BarChart.Key(at, Functions.show(figures[at])))
                .toList();
    }

    private String title(BoardLine line) {
        var code = words.code(by, line);
        return code.isEmpty() ? words.name(by, line) : code + " " + words.name(by, line);
    }

    /** Where what the line stands for is told; empty where nowhere. */
    public String address(BoardLine line) {
        var id = Functions.encode(Objects.requireNonNullElse(line.id(), ""));
        if (line.kind() != BoardLineKind.NAMED) {
            return "";
        }
        return switch (by) {
            case MEASURE ->
                "/programme/card.xhtml?code="
                        + Functions.encode(
                                Objects.requireNonNullElse(line.id(), "").split("/", 2)[0]);
            case CALL -> "/call/card.xhtml?id=" + id;
            case YEAR -> "/dashboard/list.xhtml?tab=COFINANCING&by=PROJECT&year=" + id;
            case STAGE -> "";
            case PROJECT -> "/project/card.xhtml?id=" + id;
            case FORM -> "/support/list.xhtml?form=" + id + decided();
            case SECTOR -> "/cluster/list.xhtml?sector=" + id;
            case CLUSTER -> "/dashboard/passport.xhtml?id=" + id;
            case MONTH -> "/structure.xhtml?view=table&asOf=" + id;
            case KIND -> "/dashboard/tasks.xhtml?kind=" + id;
            case ROLE -> "/dashboard/tasks.xhtml?role=" + id;
            case APPLICATION -> "/application/list.xhtml?state=" + id;
            case AGREEMENT -> "/agreement/list.xhtml?state=" + id;
            case SERVICE -> "/infrastructure/coverage.xhtml?year=" + getYear();
        };
    }

    /** The days on which what is told was decided. */
    private String decided() {
        if (year == null) {
            return "&decidedTo=" + day;
        }
        var last = LocalDate.of(year, 12, 31);
        return "&decidedFrom=" + year + "-01-01&decidedTo=" + (day.isBefore(last) ? day : last);
    }

    /** Where a figure comes from; empty where its line says it. */
    public String source(BoardLine line, BoardFigure figure) {
        var value = line.figure(figure);
        if (value == null || value.signum() == 0) {
            return "";
        }
        if (board == Board.TERMS) {
            var of = line.kind() == BoardLineKind.TOTAL
                    ? ""
                    : (by == BoardBy.KIND ? "&kind=" : "&role=") + Functions.encode(line.id());
            return "/dashboard/tasks.xhtml?when=" + figure + of;
        }
        if (board == Board.BUDGET && figure != BoardFigure.PLANNED && menu.opens("/ledger/list.xhtml")) {
            return "/ledger/grant-entries.xhtml?by=" + by + "&year=" + getYear() + "&on=" + day + "&figure=" + figure
                    + "&line=" + Functions.encode(line.line());
        }
        return "";
    }

    /** Answers with the board on paper or as a spreadsheet where the address asks for one. */
    public void export() throws IOException {
        var form = query.value("export");
        if (query.isFaulty()) {
            return;
        }
        if (form.equals("xlsx")) {
            var sheet = new Spreadsheet<BoardLine>("Board." + board.name())
                    .column("dashboard.code", 14, line -> words.code(by, line))
                    .column("BoardBy." + by.name(), 50, line -> words.name(by, line));
            if (board == Board.COVERAGE) {
                sheet.column("dashboard.unit", 12, line -> words.either(line.unitRu(), line.unitEn()));
            }
            board.figures()
                    .forEach(figure -> sheet.column("BoardFigure." + figure.name(), 20, line -> line.figure(figure)));
            sheet.send(table);
        } else if (form.equals("pdf")) {
            var out = new ByteArrayOutputStream();
            print(out);
            Faces.sendFile(new ByteArrayInputStream(out.toByteArray()), board.name() + ".pdf", false);
        }
    }

    private void print(ByteArrayOutputStream out) {
        var title = Functions.show(board);
        var speaks = getSpeaks();
        try (var sheet = PdfSheet.landscape(out, title, title + ". " + speaks, Language.current())) {
            sheet.title(title).text(speaks);
            var answer = getAnswer();
            if (answer != null) {
                sheet.strong(answer);
            }
            var rows = new ArrayList<List<String>>();
            var head = new ArrayList<String>();
            head.add(Functions.show(by));
            board.figures().forEach(figure -> head.add(Functions.show(figure)));
            rows.add(head);
            var lines = dashboards.lines(question, PageRequest.first(PRINTED));
            for (var line : lines.items()) {
                var row = new ArrayList<String>();
                row.add(title(line));
                board.figures().forEach(figure -> row.add(words.figure(figure, line)));
                rows.add(row);
            }
            int figures = board.figures().size();
            int each = 76 / figures;
            var widths = new int[figures + 1];
            Arrays.fill(widths, each);
            widths[0] = 100 - each * figures;
            sheet.table(widths, rows);
            if (lines.next() != null) {
                sheet.text(texts.with("dashboard.notAll", PRINTED));
            }
            sheet.text(getNote());
        }
    }

    /** Of which day and year, by what. */
    public String getSpeaks() {
        return year == null
                ? texts.with("dashboard.speaks", day, Functions.show(by))
                : texts.with("dashboard.speaksOfYear", day, year.toString(), Functions.show(by));
    }
}
