package ru.mos.clusters.support.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.workbook.Cell;
import ru.mos.clusters.platform.workbook.Rejections;
import ru.mos.clusters.platform.workbook.Sheet;
import ru.mos.clusters.platform.workbook.Table;

/** Makes kinds of the rows of a sheet; what is wrong is noted with its row and column. */
final class DirectoryReader {

    private static final int LONGEST_NAME = 1000;

    private final Rejections rejections;
    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<String, String> forms = new HashMap<>();
    private final List<RegisterKind> kinds = new ArrayList<>();

    DirectoryReader(Rejections rejections) {
        this.rejections = rejections;
    }

    List<RegisterKind> read(Sheet sheet) {
        new Table<>(List.of(DirectoryColumn.values()), sheet, rejections).rows().forEach(this::read);
        return kinds;
    }

    private void read(Table<DirectoryColumn>.Row row) {
        var form = row.value(DirectoryColumn.FORM_CODE, DirectoryReader::code);
        var formName = row.value(DirectoryColumn.FORM_NAME, DirectoryReader::name);
        var code = row.value(DirectoryColumn.KIND_CODE, DirectoryReader::code);
        var name = row.value(DirectoryColumn.KIND_NAME, DirectoryReader::name);
        var from = row.value(DirectoryColumn.FROM, Cell::date);
        var last = row.value(DirectoryColumn.TO, Cell::date);
        if (from != null && last != null && last.isBefore(from)) {
            row.refuse(DirectoryColumn.TO, DirectoryProblem.REGISTER_KIND_PERIOD_EMPTY, from);
        }
        requireOnce(row, form, formName, code);
        if (row.isSound()) {
            kinds.add(new RegisterKind(
                    Objects.requireNonNull(form),
                    Objects.requireNonNull(formName),
                    Objects.requireNonNull(code),
                    Objects.requireNonNull(name),
                    Objects.requireNonNull(from),
                    last == null ? null : last.plusDays(1)));
        }
    }

    private void requireOnce(
            Table<DirectoryColumn>.Row row, @Nullable String form, @Nullable String formName, @Nullable String code) {
        if (form == null) {
            return;
        }
        var earlier = code == null ? null : rows.putIfAbsent(form + code, row.number());
        if (earlier != null) {
            row.refuse(DirectoryColumn.KIND_CODE, DirectoryProblem.DIRECTORY_CODE_TWICE, earlier);
        }
        var named = formName == null ? null : forms.putIfAbsent(form, formName);
        if (named != null && !named.equals(formName)) {
            row.refuse(DirectoryColumn.FORM_NAME, DirectoryProblem.DIRECTORY_FORM_NAMED_TWICE, form, named);
        }
    }

    private static String code(Cell cell) {
        var code = cell.plain().strip();
        if (!code.matches("[0-9]{4}")) {
            throw new Problem(
                    DirectoryProblem.DIRECTORY_CODE_MALFORMED, code.length() > 20 ? code.substring(0, 20) + "…" : code);
        }
        return code;
    }

    private static String name(Cell cell) {
        var name = cell.plain().strip();
        if (name.length() > LONGEST_NAME) {
            throw new Problem(DirectoryProblem.DIRECTORY_NAME_TOO_LONG, LONGEST_NAME);
        }
        return name;
    }
}
