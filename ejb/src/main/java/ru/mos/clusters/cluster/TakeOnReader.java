package ru.mos.clusters.cluster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.workbook.Rejections;
import ru.mos.clusters.platform.workbook.Sheet;
import ru.mos.clusters.platform.workbook.Table;
import ru.mos.clusters.platform.workbook.WorkbookProblem;

/** Makes drafts of the rows of a workbook. What a row alone can tell to be wrong is noted here. */
final class TakeOnReader {

    private final TakeOnWords words;
    private final Rejections rejections;

    /** By label, in the order of the workbook. */
    final List<TakeOnDraft> clusters = new ArrayList<>();

    final List<TakeOnDraft.Organised> organisations = new ArrayList<>();
    final List<TakeOnDraft.Joined> members = new ArrayList<>();

    /** Labels of all rows about clusters, sound or not, with the number of the row. */
    final Map<String, Integer> labels = new HashMap<>();

    TakeOnReader(TakeOnWords words, Rejections rejections) {
        this.words = words;
        this.rejections = rejections;
    }

    void read(List<Sheet> sheets) {
        var tables = tables(sheets);
        rows(tables.get(TakeOnSheet.CLUSTERS)).forEach(this::cluster);
        rows(tables.get(TakeOnSheet.ORGANISATIONS)).forEach(this::organisation);
        rows(tables.get(TakeOnSheet.MEMBERS)).forEach(this::member);
    }

    private Map<TakeOnSheet, Table<TakeOnColumn>> tables(List<Sheet> sheets) {
        var tables = new EnumMap<TakeOnSheet, Table<TakeOnColumn>>(TakeOnSheet.class);
        for (var sheet : sheets) {
            var kind = TakeOnSheet.titled(sheet.name());
            if (kind.isEmpty()) {
                rejections.refuse(sheet.name(), new Problem(WorkbookProblem.SHEET_UNKNOWN, sheet.name()));
            } else if (!kind.get().columns().isEmpty()) {
                tables.put(kind.get(), new Table<>(kind.get().columns(), sheet, rejections));
            }
        }
        return tables;
    }

    private static List<Table<TakeOnColumn>.Row> rows(@Nullable Table<TakeOnColumn> table) {
        return table == null ? List.of() : table.rows();
    }

    private void cluster(Table<TakeOnColumn>.Row row) {
        var label = row.text(TakeOnColumn.LABEL);
        if (label != null && labels.putIfAbsent(label, row.number()) != null) {
            row.refuse(TakeOnColumn.LABEL, ClusterProblem.CLUSTER_LABEL_REPEATED, label, labels.get(label));
        }
        var sector =
                row.value(TakeOnColumn.SECTOR, cell -> words.sector(cell.plain().strip()));
        var number = row.value(TakeOnColumn.NUMBER, cell -> number(cell.plain().strip()));
        var name = row.text(TakeOnColumn.CLUSTER_NAME);
        var period = period(row);
        var reason = row.text(TakeOnColumn.CLOSING_REASON);
        var curator = row.text(TakeOnColumn.CURATOR);
        if (period != null && (period.untilOrNull() == null) != (reason == null)) {
            row.refuse(TakeOnColumn.CLOSING_REASON, ClusterProblem.CLOSING_REASON_MISSING);
        }
        if (row.isSound()) {
            clusters.add(
                    new TakeOnDraft(row, sure(label), sure(sector), number, sure(name), sure(period), reason, curator));
        }
    }

    private void organisation(Table<TakeOnColumn>.Row row) {
        var label = row.text(TakeOnColumn.LABEL);
        var entity = row.value(
                TakeOnColumn.INN,
                cell -> new UnitingEntity(
                        new Inn(cell.plain().strip()),
                        row.text(TakeOnColumn.NAME),
                        row.value(TakeOnColumn.LEGAL_FORM, form -> TakeOnWords.legalForm(form.plain()))));
        var period = period(row);
        if (row.isSound()) {
            organisations.add(new TakeOnDraft.Organised(row, sure(label), sure(entity), sure(period)));
        }
    }

    private void member(Table<TakeOnColumn>.Row row) {
        var label = row.text(TakeOnColumn.LABEL);
        var inn = row.value(TakeOnColumn.INN, cell -> new Inn(cell.plain().strip()));
        var name = row.text(TakeOnColumn.NAME);
        var roles = row.value(TakeOnColumn.ROLES, cell -> TakeOnWords.roles(cell.plain()));
        var member = row.value(TakeOnColumn.MEMBER, cell -> TakeOnWords.yes(cell.plain()));
        var period = period(row);
        if (row.isSound()) {
            var participation = new Participation(sure(inn), name, sure(roles), member == null || member);
            members.add(new TakeOnDraft.Joined(row, sure(label), participation, sure(period)));
        }
    }

    /** Workbooks, like all papers, name the last day. */
    private static @Nullable DatePeriod period(Table<TakeOnColumn>.Row row) {
        var from = row.value(TakeOnColumn.FROM, cell -> cell.date());
        LocalDate last = row.value(TakeOnColumn.LAST_DAY, cell -> cell.date());
        if (from == null) {
            return null;
        }
        try {
            return last == null ? DatePeriod.since(from) : DatePeriod.through(from, last);
        } catch (Problem empty) {
            row.refuse(TakeOnColumn.LAST_DAY, empty);
            return null;
        }
    }

    private static int number(String digits) {
        if (!digits.matches("[1-9]\\d{0,5}")) {
            throw new Problem(ClusterProblem.CLUSTER_NUMBER_MALFORMED);
        }
        return Integer.parseInt(digits);
    }

    /** In a sound row nothing required is missing. */
    private static <T> T sure(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
