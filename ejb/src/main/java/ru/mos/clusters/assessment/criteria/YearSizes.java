package ru.mos.clusters.assessment.criteria;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.assessment.criteria.Finding.Gap;
import ru.mos.clusters.assessment.criteria.Finding.Line;
import ru.mos.clusters.assessment.criteria.SmeLaws.Dated;
import ru.mos.clusters.assessment.criteria.SmeLaws.HeadcountLimit;
import ru.mos.clusters.assessment.criteria.SmeLaws.Provision;
import ru.mos.clusters.assessment.criteria.SmeLaws.TurnoverLimit;
import ru.mos.clusters.assessment.criteria.SubjectFacts.Figure;
import ru.mos.clusters.registry.FactKind;

/**
 * The size of a subject by its figures of one calendar year, measured by the limits of a day.
 *
 * <p>A year's figure is measured as the law asked when that year was the last: headcounts of all who worked until 2014, those of
 * the payroll since.
 */
record YearSizes(SmeLaws laws, SmeLaw law, SubjectFacts facts, LocalDate day) {

    /** What one criterion makes of a year. */
    record Sized(SizeRange size, List<Line> lines, List<Basis> bases, List<Gap> missing) {}

    Sized headcount(int year) {
        var measure = measure(Provision.Code.HEADCOUNT_MEASURE, year);
        var other = measure == FactKind.HEADCOUNT ? FactKind.HEADCOUNT_ALL : FactKind.HEADCOUNT;
        var lines = new ArrayList<Line>();
        var gaps = new ArrayList<Gap>();
        var bases = new ArrayList<Basis>();
        bases.add(law.basis(Provision.Code.HEADCOUNT_MEASURE));
        SizeRange range = null;
        for (var figure : figures(measure, year)) {
            var size = headcount(figure, gaps, lines, bases);
            range = range == null ? size : range.or(size);
        }
        if (range == null) {
            gaps.add(new Gap(GapCode.valueOf(measure.name()), year, null));
            range = SizeRange.ANY;
            for (var figure : figures(other, year)) {
                // all who worked are never fewer than the payroll
                var size = headcount(figure, new ArrayList<>(), lines, bases);
                range = measure == FactKind.HEADCOUNT_ALL
                        ? new SizeRange(size.least(), SmeSize.ABOVE_MEDIUM)
                        : new SizeRange(SmeSize.MICRO, size.most());
            }
        } else if (!range.settled() && gaps.isEmpty()) {
            gaps.add(new Gap(GapCode.SOURCES_DISAGREE, year, null));
        }
        return new Sized(range, lines, bases, gaps);
    }

    private SizeRange headcount(Figure figure, List<Gap> gaps, List<Line> lines, List<Basis> bases) {
        var usual = law.headcounts().stream()
                .filter(row -> row.says().classes().isEmpty())
                .sorted(Comparator.comparing(row -> row.says().category()))
                .toList();
        var within = usual.stream()
                .filter(row ->
                        figure.value().compareTo(BigDecimal.valueOf(row.says().most())) <= 0)
                .findFirst();
        var shown = within.orElse(usual.get(usual.size() - 1));
        bases.add(shown.basis());
        var activities = new ArrayList<HeadcountLimit>();
        var size = within.map(row -> SizeRange.exactly(row.says().category()))
                .orElseGet(() -> byActivity(figure, gaps, lines, bases, activities));
        int limit = activities.stream()
                .mapToInt(HeadcountLimit::most)
                .max()
                .orElse(shown.says().most());
        boolean nobody = figure.value().signum() == 0 && facts.form().possible().contains(SmeForm.ENTREPRENEUR);
        lines.add(new Line(
                nobody
                        ? Line.Code.NO_EMPLOYEES
                        : Line.Code.valueOf(figure.kind().name()),
                figure.year(),
                null,
                figure.value().toBigInteger().toString(),
                null,
                Integer.toString(limit),
                null,
                Finding.outcome(size),
                size,
                figure.source()));
        return size;
    }

    /** Above the usual limit some activities have one of their own. */
    private SizeRange byActivity(
            Figure figure, List<Gap> gaps, List<Line> lines, List<Basis> bases, List<HeadcountLimit> applied) {
        var size = SizeRange.exactly(SmeSize.ABOVE_MEDIUM);
        for (var row : law.headcounts()) {
            var limit = row.says();
            if (limit.classes().isEmpty() || figure.value().compareTo(BigDecimal.valueOf(limit.most())) > 0) {
                continue;
            }
            var holds = holds(row, figure.year(), gaps, lines);
            if (holds != Outcome.NOT_MET) {
                bases.add(row.basis());
                applied.add(limit);
            }
            size = switch (holds) {
                case MET -> SizeRange.exactly(limit.category());
                case UNKNOWN -> size.or(SizeRange.exactly(limit.category()));
                case NOT_MET -> size;
            };
            if (holds == Outcome.MET) {
                return size;
            }
        }
        return size;
    }

    private Outcome holds(Dated<HeadcountLimit> row, int year, List<Gap> gaps, List<Line> lines) {
        var limit = row.says();
        var activity = facts.activity();
        if (activity == null) {
            gaps.add(new Gap(GapCode.MAIN_ACTIVITY, null, null));
            return Outcome.UNKNOWN;
        }
        if (!activity.classifier().equals(limit.classifier())
                || limit.classes().stream().noneMatch(activity.code()::startsWith)) {
            return Outcome.NOT_MET;
        }
        var least = limit.leastShare();
        if (least == null) {
            return Outcome.MET;
        }
        var share = figures(FactKind.MAIN_ACTIVITY_SHARE, year).stream().findFirst();
        if (share.isEmpty()) {
            gaps.add(new Gap(GapCode.MAIN_ACTIVITY_SHARE, year, null));
            return Outcome.UNKNOWN;
        }
        var outcome = share.get().value().compareTo(least) >= 0 ? Outcome.MET : Outcome.NOT_MET;
        lines.add(new Line(
                Line.Code.MAIN_ACTIVITY_SHARE,
                year,
                activity.code(),
                share.get().value().toPlainString(),
                null,
                least.toPlainString(),
                null,
                outcome,
                null,
                share.get().source()));
        return outcome;
    }

    Sized turnover(int year) {
        var measure = measure(Provision.Code.TURNOVER_MEASURE, year);
        var limits = law.turnovers().stream()
                .sorted(Comparator.comparing(row -> row.says().category()))
                .toList();
        var lines = new ArrayList<Line>();
        var bases = new ArrayList<Basis>();
        bases.add(law.basis(Provision.Code.TURNOVER_MEASURE));
        SizeRange range = null;
        for (var figure : figures(measure, year)) {
            var shown = within(figure, limits);
            bases.add((shown == null ? limits.get(limits.size() - 1) : shown).basis());
            var size = SizeRange.exactly(
                    shown == null ? SmeSize.ABOVE_MEDIUM : shown.says().category());
            range = range == null ? size : range.or(size);
            lines.add(new Line(
                    Line.Code.valueOf(measure.name()),
                    year,
                    null,
                    figure.value().toPlainString(),
                    null,
                    (shown == null ? limits.get(limits.size() - 1) : shown)
                            .says()
                            .most()
                            .toPlainString(),
                    null,
                    Finding.outcome(size),
                    size,
                    figure.source()));
        }
        var gaps = new ArrayList<Gap>();
        if (range == null) {
            gaps.add(new Gap(GapCode.valueOf(measure.name()), year, null));
        } else if (!range.settled()) {
            gaps.add(new Gap(GapCode.SOURCES_DISAGREE, year, null));
        }
        return new Sized(range == null ? SizeRange.ANY : range, lines, bases, gaps);
    }

    private static @Nullable Dated<TurnoverLimit> within(Figure figure, List<Dated<TurnoverLimit>> limits) {
        return limits.stream()
                .filter(row -> figure.value().compareTo(row.says().most()) <= 0)
                .findFirst()
                .orElse(null);
    }

    private FactKind measure(Provision.Code code, int year) {
        var asked = year + 1 >= day.getYear() ? day : LocalDate.of(year + 1, 12, 31);
        return laws.on(asked).orElse(law).measure(code);
    }

    /** What was entered from a document is believed before files; of files all are heard. */
    private List<Figure> figures(FactKind kind, int year) {
        var all = facts.figures().stream()
                .filter(figure -> figure.kind() == kind && figure.year() == year)
                .toList();
        var byDocument = all.stream().filter(Figure::byDocument).toList();
        return byDocument.isEmpty() ? all : byDocument;
    }
}
