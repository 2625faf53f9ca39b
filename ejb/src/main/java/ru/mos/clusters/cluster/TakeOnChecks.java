package ru.mos.clusters.cluster;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.workbook.Table;

/** What only shows when the rows of a workbook are held against each other and against what is known already. */
final class TakeOnChecks {

    /**
     * What is known already.
     *
     * @param sectors by code
     * @param codes those of clusters that the workbook gives numbers to
     * @param curators logins of ГЦКР
     * @param present clusters which the workbook names by their code
     */
    record Known(
            Map<String, SectorView> sectors, Set<String> codes, Set<String> curators, Map<String, Present> present) {}

    /** A cluster that exists already. */
    record Present(
            Cluster cluster, DatePeriod period, List<Membership> memberships, List<Organisation> organisations) {}

    /** Something that may hold only once at a time; from a workbook if it has a row. */
    private record Span(DatePeriod period, Table<TakeOnColumn>.@Nullable Row row, Object said) {}

    private final TakeOnReader read;
    private final Known known;
    private final Map<String, TakeOnDraft> drafts = new HashMap<>();

    TakeOnChecks(TakeOnReader read, Known known) {
        this.read = read;
        this.known = known;
        read.clusters.forEach(draft -> drafts.put(draft.label, draft));
    }

    void run() {
        read.clusters.forEach(this::cluster);
        numbers();
        organisations();
        members();
    }

    private void cluster(TakeOnDraft draft) {
        var sector = known.sectors.get(draft.sector);
        if (sector != null && !DatePeriod.of(sector.from(), sector.to()).contains(draft.period.from())) {
            draft.row.refuse(
                    TakeOnColumn.SECTOR, ClusterProblem.SECTOR_NOT_IN_FORCE, draft.sector, draft.period.from());
        }
        if (draft.curator != null && !known.curators.contains(draft.curator)) {
            draft.row.refuse(TakeOnColumn.CURATOR, ClusterProblem.CURATOR_NOT_OF_GCKR, draft.curator);
        }
        boolean united = read.organisations.stream()
                .anyMatch(row -> row.label().equals(draft.label) && row.period().contains(draft.period.from()));
        if (!united) {
            draft.row.refuse(TakeOnColumn.LABEL, ClusterProblem.ORGANISATION_MISSING, draft.label);
        }
    }

    private void numbers() {
        var given = new HashSet<String>();
        for (var draft : read.clusters) {
            var sector = known.sectors.get(draft.sector);
            if (draft.number != null && sector != null) {
                var code = new SectorNumber(draft.sector, sector.prefix(), draft.number).code();
                if (known.codes.contains(code) || !given.add(code)) {
                    draft.row.refuse(TakeOnColumn.NUMBER, ClusterProblem.CLUSTER_NUMBER_TAKEN);
                }
            }
        }
    }

    private void organisations() {
        for (var row : read.organisations) {
            var draft = drafts.get(row.label());
            if (draft != null) {
                requireWithin(row.row(), row.period(), draft.period, row.label());
            } else if (!read.labels.containsKey(row.label())) {
                row.row().refuse(TakeOnColumn.LABEL, ClusterProblem.CLUSTER_LABEL_UNKNOWN, row.label());
            }
        }
        read.organisations.stream()
                .collect(groupingBy(TakeOnDraft.Organised::label))
                .values()
                .forEach(rows -> onceAtATime(
                        rows.stream()
                                .map(row -> new Span(row.period(), row.row(), row.entity()))
                                .toList(),
                        ClusterProblem.ORGANISATION_OVERLAPS));
    }

    private void members() {
        for (var row : read.members) {
            var draft = drafts.get(row.label());
            var present = known.present.get(row.label());
            if (draft != null) {
                requireWithin(row.row(), row.period(), draft.period, row.label());
                refuseOrganisation(
                        row,
                        read.organisations.stream()
                                .filter(organised -> organised.label().equals(row.label()))
                                .map(organised -> Map.entry(organised.entity().inn(), organised.period()))
                                .toList());
            } else if (present != null) {
                requireWithin(row.row(), row.period(), present.period, row.label());
                refuseOrganisation(
                        row,
                        present.organisations.stream()
                                .map(fact -> Map.entry(fact.entity().inn(), fact.period()))
                                .toList());
            } else if (!read.labels.containsKey(row.label())) {
                row.row().refuse(TakeOnColumn.LABEL, ClusterProblem.CLUSTER_LABEL_UNKNOWN, row.label());
            }
        }
        read.members.stream()
                .collect(groupingBy(
                        row -> Map.entry(row.label(), row.participation().inn())))
                .forEach((key, rows) ->
                        onceAtATime(spans(key.getKey(), key.getValue(), rows), ClusterProblem.MEMBERSHIP_OVERLAPS));
    }

    private List<Span> spans(String label, Inn inn, List<TakeOnDraft.Joined> rows) {
        var present = known.present.get(label);
        var stored = present == null
                ? List.<Span>of()
                : present.memberships.stream()
                        .filter(fact -> fact.participation().inn().equals(inn))
                        .map(fact -> new Span(fact.period(), null, fact.participation()))
                        .toList();
        var spans = new java.util.ArrayList<>(stored);
        rows.forEach(row -> spans.add(new Span(row.period(), row.row(), row.participation())));
        return spans;
    }

    private static void refuseOrganisation(
            TakeOnDraft.Joined row, Collection<Map.Entry<Inn, DatePeriod>> organisations) {
        boolean itself = organisations.stream()
                .anyMatch(organisation ->
                        organisation.getKey().equals(row.participation().inn())
                                && organisation.getValue().overlaps(row.period()));
        if (itself) {
            row.row().refuse(TakeOnColumn.INN, ClusterProblem.ORGANISATION_IS_NOT_A_MEMBER);
        }
    }

    private static void requireWithin(Table<TakeOnColumn>.Row row, DatePeriod part, DatePeriod whole, String label) {
        var clipped = TakeOnDraft.within(part, whole);
        if (clipped.from().isBefore(whole.from()) || !clipped.from().isBefore(whole.until())) {
            row.refuse(TakeOnColumn.FROM, ClusterProblem.DATE_BEFORE_CLUSTER, label, whole.from());
        } else if (whole.until().isBefore(clipped.until())) {
            row.refuse(TakeOnColumn.LAST_DAY, ClusterProblem.MEMBERSHIP_OUTSIDE_CLUSTER, whole.from());
        }
    }

    private static void onceAtATime(List<Span> spans, ClusterProblem otherwise) {
        var inOrder = spans.stream()
                .sorted(Comparator.comparing((Span span) -> span.period().from())
                        .thenComparing(
                                span -> span.row() == null ? 0 : span.row().number()))
                .toList();
        Span widest = null;
        for (var span : inOrder) {
            if (widest != null && widest.period().overlaps(span.period())) {
                overlap(widest, span, otherwise);
            }
            widest = widest == null || until(widest).isBefore(until(span)) ? span : widest;
        }
    }

    private static void overlap(Span earlier, Span later, ClusterProblem otherwise) {
        var at = later.row() == null ? earlier.row() : later.row();
        if (at == null) {
            return;
        }
        if (earlier.row() != null
                && later.row() != null
                && earlier.period().equals(later.period())
                && earlier.said().equals(later.said())) {
            at.refuse(
                    TakeOnColumn.LABEL,
                    ClusterProblem.ROW_REPEATED,
                    earlier.row().number());
        } else {
            at.refuse(TakeOnColumn.FROM, otherwise);
        }
    }

    private static LocalDate until(Span span) {
        return span.period().until();
    }
}
