package ru.mos.clusters.web.structure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.mos.clusters.structure.StructureView;
import ru.mos.clusters.web.structure.StructureDrawing.Box;
import ru.mos.clusters.web.structure.StructureDrawing.Knot;
import ru.mos.clusters.web.structure.StructureDrawing.Line;
import ru.mos.clusters.web.structure.StructureDrawing.Link;
import ru.mos.clusters.web.structure.StructureDrawing.Rail;

/**
 * Puts the boxes of the structure in their places: the bodies in two rows, a column for each sector with its clusters
 * beneath, agglomerations at the foot with a line to each of their clusters in the gutter beside it. With many clusters in a
 * column their boxes say less, so that sixty still fit a sheet.
 */
final class StructureLayout {

    static final int WIDTH = 1040;
    private static final int MOST_COLUMNS = 6;
    private static final int GUTTER = 24;
    private static final int BODY_HEIGHT = 66;
    private static final int BODY_WIDTH = 250;
    private static final int FIRST_ROW = 6;
    private static final int SECOND_ROW = 100;
    private static final int BUS = 194;
    private static final int COLUMNS_TOP = 210;
    private static final int HEAD_HEIGHT = 82;
    private static final int GAP = 8;
    private static final int ROOMY = 78;
    private static final int TIGHT = 36;
    private static final int ROOMY_AT_MOST = 5;
    private static final int AGGLOMERATION_HEIGHT = 44;
    private static final int LANE = 9;
    private static final int RAIL = 5;
    private static final int LOOKS = 4;
    private static final int LETTER = 7;
    private static final int BOLD = 8;
    private static final int STANDING = 34;
    private static final int CAPITAL = 9;
    private static final int PAD = 14;

    private final StructureView view;
    private final StructureWords words;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, List<Tie>> ties = new LinkedHashMap<>();

    /** Where a cluster of an agglomeration stands: the gutter at its left and the middle of its box. */
    private record Tie(int gutter, int y) {}

    private StructureLayout(StructureView view, StructureWords words) {
        this.view = view;
        this.words = words;
    }

    static StructureDrawing of(StructureView view, StructureWords words) {
        return new StructureLayout(view, words).draw();
    }

    private StructureDrawing draw() {
        int middle = (WIDTH - BODY_WIDTH) / 2;
        int right = WIDTH - BODY_WIDTH - 1;
        body("department", words.department(view), middle, FIRST_ROW);
        body("council", words.council(view), right, FIRST_ROW);
        body("centre", words.developmentCentre(view), GUTTER, SECOND_ROW);
        body("gckr", words.clusterDevelopmentCentre(view), middle, SECOND_ROW);
        body("infrastructure", words.infrastructure(view), right, SECOND_ROW);
        int advice = FIRST_ROW + BODY_HEIGHT / 2;
        links.add(new Link("advice", "M%d %dH%d".formatted(middle + BODY_WIDTH, advice, right)));
        int bus = FIRST_ROW + BODY_HEIGHT + (SECOND_ROW - FIRST_ROW - BODY_HEIGHT) / 2;
        int axis = WIDTH / 2;
        links.add(new Link("", "M%d %dV%d".formatted(axis, FIRST_ROW + BODY_HEIGHT, SECOND_ROW)));
        links.add(new Link(
                "",
                "M%d %dV%dH%dV%d"
                        .formatted(GUTTER + BODY_WIDTH / 2, SECOND_ROW, bus, right + BODY_WIDTH / 2, SECOND_ROW)));
        int services = SECOND_ROW + BODY_HEIGHT / 2;
        links.add(new Link("", "M%d %dH%d".formatted(GUTTER + BODY_WIDTH, services, middle)));
        links.add(new Link("", "M%d %dH%d".formatted(middle + BODY_WIDTH, services, right)));
        int foot = columns();
        var rails = agglomerations(foot);
        int height = view.agglomerations().isEmpty() ? foot + GAP : lastFoot(foot) + AGGLOMERATION_HEIGHT + GAP;
        return new StructureDrawing(WIDTH, height, List.copyOf(boxes), List.copyOf(links), rails);
    }

    private void body(String look, StructureWords.Body body, int x, int y) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("title", x + PAD, y + 22, body.title()));
        for (int i = 0; i < body.notes().size(); i++) {
            lines.add(new Line(
                    "note",
                    x + PAD,
                    y + 40 + i * 15,
                    StructureDrawing.fitting(body.notes().get(i), (BODY_WIDTH - PAD) / 6)));
        }
        boxes.add(new Box("body " + look, body.href(), body.says(), x, y, BODY_WIDTH, BODY_HEIGHT, lines));
    }

    /** Draws the sectors and answers where the lowest column ends. */
    private int columns() {
        int across = Math.min(MOST_COLUMNS, Math.max(1, view.sectors().size()));
        int wide = WIDTH / across - GUTTER - 1;
        int top = COLUMNS_TOP;
        int foot = top;
        for (int at = 0; at < view.sectors().size(); at += across) {
            var row = view.sectors()
                    .subList(at, Math.min(at + across, view.sectors().size()));
            int bus = top - (COLUMNS_TOP - BUS);
            links.add(new Link("", "M%d %dV%d".formatted(WIDTH / 2, at == 0 ? SECOND_ROW + BODY_HEIGHT : foot, bus)));
            int first = GUTTER + wide / 2;
            int last = (row.size() - 1) * (WIDTH / across) + GUTTER + wide / 2;
            links.add(new Link("", "M%d %dH%d".formatted(Math.min(first, WIDTH / 2), bus, Math.max(last, WIDTH / 2))));
            int rowFoot = top;
            for (int column = 0; column < row.size(); column++) {
                int gutter = column * (WIDTH / across);
                links.add(new Link("", "M%d %dV%d".formatted(gutter + GUTTER + wide / 2, bus, top)));
                rowFoot = Math.max(rowFoot, column(row.get(column), row, gutter, wide, top));
            }
            foot = rowFoot;
            top = foot + (COLUMNS_TOP - BUS) + 3 * GAP;
        }
        return foot;
    }

    private int column(StructureView.Sector sector, List<StructureView.Sector> row, int gutter, int wide, int top) {
        int x = gutter + GUTTER;
        var head = words.sector(sector);
        var lines = new ArrayList<Line>();
        var names = StructureDrawing.lines(head.title(), (wide - PAD - GAP) / BOLD, 2);
        int y = top + (names.size() == 1 ? 29 : 21);
        for (var name : names) {
            lines.add(new Line("title", x + PAD, y, name));
            y += 16;
        }
        lines.add(new Line("note", x + PAD, top + HEAD_HEIGHT - 27, head.notes().get(0)));
        int at = x + PAD;
        for (var standing : StructureWords.standings(sector)) {
            lines.add(new Line("sum " + standing.look(), at, top + HEAD_HEIGHT - 10, standing.text()));
            at += STANDING;
        }
        boxes.add(new Box("sector", head.href(), head.says(), x, top, wide, HEAD_HEIGHT, lines));
        boolean roomy =
                row.stream().mapToInt(one -> one.clusters().size()).max().orElse(0) <= ROOMY_AT_MOST;
        int high = roomy ? ROOMY : TIGHT;
        at = top + HEAD_HEIGHT + GAP;
        for (var cluster : sector.clusters()) {
            cluster(cluster, gutter, wide, at, high);
            at += high + (roomy ? GAP : GAP / 2);
        }
        return at;
    }

    private void cluster(StructureView.Cluster cluster, int gutter, int wide, int y, int high) {
        int x = gutter + GUTTER;
        var shown = words.cluster(cluster);
        boolean roomy = high == ROOMY;
        var lines = new ArrayList<Line>();
        lines.add(new Line("code", x + PAD, y + (roomy ? 19 : 15), cluster.code()));
        for (var people : List.of(shown.people(), shown.members())) {
            if (lines.size() == 1 && fits(cluster.code(), people, wide)) {
                lines.add(new Line("people", x + wide - PAD / 2, y + (roomy ? 19 : 15), people));
            }
        }
        if (roomy) {
            int row = y + 36;
            for (var part : StructureDrawing.lines(cluster.name(), (wide - 2 * PAD) / LETTER + 1, 2)) {
                lines.add(new Line("note", x + PAD, row, part));
                row += 14;
            }
        }
        lines.add(new Line("outcome", x + PAD, y + high - 9 + (roomy ? 0 : 2), shown.sign() + shown.outcome()));
        boxes.add(new Box("cluster " + shown.look(), shown.href(), shown.says(), x, y, wide, high, lines));
        if (cluster.agglomeration() != null) {
            ties.computeIfAbsent(cluster.agglomeration(), none -> new ArrayList<>())
                    .add(new Tie(gutter, y + high / 2));
        }
    }

    private static boolean fits(String code, String people, int wide) {
        return code.length() * CAPITAL + people.length() * LETTER <= wide - 2 * PAD;
    }

    private int lastFoot(int foot) {
        return foot + GAP + view.agglomerations().size() * LANE + GAP;
    }

    private List<Rail> agglomerations(int foot) {
        var rails = new ArrayList<Rail>();
        int many = view.agglomerations().size();
        if (many == 0) {
            return rails;
        }
        int wide = Math.min(BODY_WIDTH, (WIDTH - GUTTER) / many - GAP);
        int top = lastFoot(foot);
        for (int i = 0; i < many; i++) {
            var agglomeration = view.agglomerations().get(i);
            int x = GUTTER + i * (wide + GAP);
            var shown = words.agglomeration(agglomeration);
            var lines = List.of(
                    new Line("code", x + PAD, top + 18, agglomeration.code()),
                    new Line(
                            "note",
                            x + PAD,
                            top + 34,
                            StructureDrawing.fitting(agglomeration.name(), (wide - 2 * PAD) / LETTER + 2)));
            var look = "a" + i % LOOKS;
            boxes.add(new Box(
                    "agglomeration " + look, shown.href(), shown.says(), x, top, wide, AGGLOMERATION_HEIGHT, lines));
            var clusters = ties.get(agglomeration.code());
            if (clusters != null) {
                rails.add(rail(look, i, clusters, foot + GAP + i * LANE, x + wide / 2, top));
            }
        }
        return rails;
    }

    /** Down the gutters of its clusters to its own lane, along that to its box. */
    private static Rail rail(String look, int number, List<Tie> clusters, int lane, int foot, int top) {
        int offset = 3 + number % LOOKS * RAIL;
        var path = new StringBuilder();
        var knots = new ArrayList<Knot>();
        var highest = new LinkedHashMap<Integer, Integer>();
        int left = foot;
        int right = foot;
        for (var tie : clusters) {
            int x = tie.gutter() + offset;
            highest.merge(x, tie.y(), Math::min);
            path.append("M%d %dH%d".formatted(x, tie.y(), tie.gutter() + GUTTER));
            knots.add(new Knot(tie.gutter() + GUTTER, tie.y()));
            left = Math.min(left, x);
            right = Math.max(right, x);
        }
        highest.forEach((x, y) -> path.append("M%d %dV%d".formatted(x, y, lane)));
        path.append("M%d %dH%dM%d %dV%d".formatted(left, lane, right, foot, lane, top));
        return new Rail(look, path.toString(), knots);
    }
}
