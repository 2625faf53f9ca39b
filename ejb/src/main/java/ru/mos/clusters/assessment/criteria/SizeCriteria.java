package ru.mos.clusters.assessment.criteria;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ru.mos.clusters.assessment.criteria.Finding.Criterion;
import ru.mos.clusters.assessment.criteria.Finding.Gap;
import ru.mos.clusters.assessment.criteria.Finding.Line;
import ru.mos.clusters.assessment.criteria.SmeLaws.Provision;
import ru.mos.clusters.assessment.criteria.SubjectFacts.Figure;
import ru.mos.clusters.assessment.criteria.YearSizes.Sized;

/**
 * The category of a subject on a day: the larger of both sizes of each year, moved only by years in a row on the other side.
 *
 * <p>The category valid before is the one at the end of the calendar year before, by the law of that day; how many years move it
 * now, and by which limits they are measured, is the law of the day asked.
 */
record SizeCriteria(SmeLaws laws, SmeLaw law, SubjectFacts facts, LocalDate day) {

    List<Finding> findings() {
        var first = facts.firstYear();
        if (first != null && first >= day.getYear()) {
            return inItsFirstYear();
        }
        int last = day.getYear() - 1;
        int sticky = last - law.stickyYears() + 1;
        int from = first == null ? sticky : Math.max(sticky, first);
        return findings(IntStream.rangeClosed(from, last).boxed().toList());
    }

    /** No calendar year lies behind it: by the period since its registration, or by the law's assumption. */
    private List<Finding> inItsFirstYear() {
        var year = day.getYear();
        var sizes = new YearSizes(laws, law, facts, day);
        boolean told = facts.figures().stream().anyMatch(figure -> figure.year() == year);
        if (told || !law.newcomersAreMicro()) {
            return findings(List.of(year));
        }
        var micro = SizeRange.exactly(SmeSize.MICRO);
        var basis = law.basis(Provision.Code.NEWLY_CREATED);
        return List.of(
                criterion(Criterion.HEADCOUNT, List.of(), sizes),
                criterion(Criterion.TURNOVER, List.of(), sizes),
                new Finding(
                        Criterion.CATEGORY,
                        Outcome.MET,
                        micro,
                        List.of(Line.size(Line.Code.NEWLY_CREATED, year, micro)),
                        List.of(basis),
                        List.of()));
    }

    private List<Finding> findings(List<Integer> years) {
        var sizes = new YearSizes(laws, law, facts, day);
        return List.of(
                criterion(Criterion.HEADCOUNT, years, sizes),
                criterion(Criterion.TURNOVER, years, sizes),
                category(years, sizes));
    }

    /** One figure over the years; what it comes to is said of the last. */
    private static Finding criterion(Criterion criterion, List<Integer> years, YearSizes sizes) {
        var sized = years.stream()
                .map(year -> criterion == Criterion.HEADCOUNT ? sizes.headcount(year) : sizes.turnover(year))
                .toList();
        if (sized.isEmpty()) {
            return new Finding(criterion, Outcome.MET, null, List.of(), List.of(), List.of());
        }
        var last = sized.get(sized.size() - 1).size();
        return new Finding(
                criterion,
                Finding.outcome(last),
                last,
                sized.stream().flatMap(year -> year.lines().stream()).toList(),
                sized.stream().flatMap(year -> year.bases().stream()).toList(),
                sized.stream().flatMap(year -> year.missing().stream()).toList());
    }

    private Finding category(List<Integer> years, YearSizes sizes) {
        var lines = new ArrayList<Line>();
        var gaps = new ArrayList<Gap>();
        var ranges = new ArrayList<SizeRange>();
        for (int year : years) {
            var size = larger(sizes.headcount(year), sizes.turnover(year), gaps);
            ranges.add(size);
            lines.add(Line.size(Line.Code.YEAR, year, size));
        }
        var answer = ranges.get(ranges.size() - 1);
        int sticky = law.stickyYears();
        if (!isFirst(years)) {
            var before = before(day.getYear() - 1);
            lines.add(Line.size(Line.Code.BEFORE, null, before));
            answer = ranges.size() < sticky ? before : before.after(ranges);
            if (!before.settled()) {
                gaps.add(new Gap(GapCode.EARLIER_CATEGORY, null, null));
            }
        }
        lines.add(new Line(
                Line.Code.STICKY_YEARS,
                null,
                null,
                Integer.toString(sticky),
                null,
                null,
                null,
                Finding.outcome(answer),
                answer,
                null));
        return new Finding(
                Criterion.CATEGORY,
                Finding.outcome(answer),
                answer,
                lines,
                List.of(law.basis(Provision.Code.STICKY_YEARS)),
                answer.settled() ? List.of() : gaps);
    }

    /** Whether no year lies before these, so that nothing has to be moved. */
    private boolean isFirst(List<Integer> years) {
        var first = facts.firstYear();
        return first != null && years.get(years.size() - 1) <= first;
    }

    private static SizeRange larger(Sized headcount, Sized turnover, List<Gap> gaps) {
        var size = headcount.size().larger(turnover.size());
        if (!size.settled()) {
            Stream.of(headcount, turnover).forEach(sized -> gaps.addAll(sized.missing()));
        }
        return size;
    }

    /** The category on the last day of a year, from the first year of which anything is known on. */
    private SizeRange before(int year) {
        var category = SizeRange.ANY;
        var created = facts.firstYear();
        int known = facts.figures().stream().mapToInt(Figure::year).min().orElse(year);
        int from = created == null ? known : Math.max(known, created);
        for (int last = from; last < year; last++) {
            var end = LocalDate.of(last + 1, 12, 31);
            var then = laws.on(end);
            if (then.isEmpty()) {
                continue;
            }
            var sizes = new YearSizes(laws, then.get(), facts, end);
            if (created != null && last == created) {
                category = larger(sizes.headcount(last), sizes.turnover(last), new ArrayList<>());
                continue;
            }
            int first = last - then.get().stickyYears() + 1;
            if (created == null || first >= created) {
                category = category.after(IntStream.rangeClosed(first, last)
                        .mapToObj(each -> larger(sizes.headcount(each), sizes.turnover(each), new ArrayList<>()))
                        .toList());
            }
        }
        return category;
    }
}
