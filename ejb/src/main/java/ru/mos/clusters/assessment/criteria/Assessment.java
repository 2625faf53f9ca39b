package ru.mos.clusters.assessment.criteria;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.assessment.criteria.Finding.Criterion;
import ru.mos.clusters.assessment.criteria.Finding.Gap;
import ru.mos.clusters.registry.SmeCategory;
import ru.mos.clusters.registry.SmeStatus;

/**
 * What the criteria of the law make of a subject on a day.
 *
 * @param category of who is in; null where several remain possible, and of all others
 * @param ground the first criterion that is not met; null unless out
 * @param missing what has to be known to decide; empty unless unknown
 */
public record Assessment(
        SmeStatus status,
        @Nullable SmeCategory category,
        @Nullable Criterion ground,
        List<Finding> findings,
        List<Gap> missing) {

    /** On a day on which there was no law. */
    static final Assessment BEFORE_THE_LAW =
            new Assessment(SmeStatus.UNKNOWN, null, null, List.of(), List.of(new Gap(GapCode.NO_LAW, null, null)));

    static Assessment of(List<Finding> findings) {
        var deciding = findings.stream()
                .filter(finding -> decides(finding.criterion()))
                .toList();
        var failed = deciding.stream()
                .filter(finding -> finding.outcome() == Outcome.NOT_MET)
                .findFirst();
        if (failed.isPresent()) {
            return new Assessment(SmeStatus.OUT, null, failed.get().criterion(), findings, List.of());
        }
        var open = deciding.stream()
                .filter(finding -> finding.outcome() == Outcome.UNKNOWN)
                .toList();
        if (!open.isEmpty()) {
            var missing = open.stream()
                    .flatMap(finding -> finding.missing().stream())
                    .distinct()
                    .toList();
            return new Assessment(SmeStatus.UNKNOWN, null, null, findings, missing);
        }
        var size = deciding.get(deciding.size() - 1).size();
        return new Assessment(
                SmeStatus.IN,
                size != null && size.settled() ? size.least().category().orElseThrow() : null,
                null,
                findings,
                List.of());
    }

    /** Whether the criteria leave the category possible. */
    public boolean leavesOpen(SmeCategory asked) {
        var size = SmeSize.valueOf(asked.name());
        return findings.stream()
                .filter(finding -> finding.criterion() == Criterion.CATEGORY)
                .map(Finding::size)
                .allMatch(range -> range == null
                        || (range.least().compareTo(size) <= 0 && range.most().compareTo(size) >= 0));
    }

    /** Whether the figures of the last year alone make this category. */
    public boolean isLastYear(SmeCategory asked) {
        return findings.stream()
                .flatMap(finding -> finding.lines().stream())
                .filter(line -> line.code() == Finding.Line.Code.YEAR)
                .reduce((earlier, later) -> later)
                .map(Finding.Line::size)
                .filter(size ->
                        size.settled() && size.least().category().stream().anyMatch(asked::equals))
                .isPresent();
    }

    /** The figures of a year decide only through the years together. */
    private static boolean decides(Criterion criterion) {
        return criterion != Criterion.HEADCOUNT && criterion != Criterion.TURNOVER;
    }
}
