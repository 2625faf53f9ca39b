package ru.mos.clusters.registry;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Sql;

/**
 * The whole result of a search as an XLSX sheet, written while it is read: memory does not grow with it. All rows are of
 * one moment. Names of private persons are cut.
 */
@Stateless
@DenyAll
@TransactionManagement(TransactionManagementType.BEAN)
public class EntityExport {

    /** Rows of a sheet, by the format's definition. */
    private static final int SHEET_ROWS = 1_048_576;

    private static final int BATCH = 5_000;
    private static final int FLUSH = 1_000;
    private static final int MOST_SECONDS = 3_600;
    private static final List<String> COLUMNS =
            List.of("inn", "ogrn", "kind", "name", "region", "status", "category", "activity", "activityName");

    @Inject
    private Sql sql;

    @Resource
    private UserTransaction transaction;

    /** Writes the sheet; beyond what a sheet can hold its last row says that there is more. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public void write(EntitySearch search, Locale language, OutputStream out) {
        try {
            transaction.setTransactionTimeout(MOST_SECONDS);
            transaction.begin();
        } catch (NotSupportedException | SystemException defect) {
            throw new IllegalStateException(defect);
        }
        try {
            sql.with(handle -> handle.execute("set transaction isolation level repeatable read, read only"));
            var workbook = new Workbook(out, "Cluster-Support", "1.0");
            var sheet = workbook.newWorksheet(text("export.sheet", language));
            new Writing(sheet, search, language).all();
            workbook.finish();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone); // whoever asked has gone away
        } finally {
            end();
        }
    }

    private void end() {
        try {
            transaction.rollback(); // nothing was written
            transaction.setTransactionTimeout(0);
        } catch (SystemException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private static String text(String key, Locale language) {
        return ProblemTexts.text(EntityExport.class, key, language);
    }

    /** What a spreadsheet would run as a formula becomes mere text. */
    static @Nullable String harmless(@Nullable String text) {
        return text != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private final class Writing {
        private final Worksheet sheet;
        private final EntitySearch search;
        private final Locale language;
        private int row = 1;

        Writing(Worksheet sheet, EntitySearch search, Locale language) {
            this.sheet = sheet;
            this.search = search;
            this.language = language;
        }

        void all() throws IOException {
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.inlineString(0, column, text("export." + COLUMNS.get(column), language));
            }
            sheet.freezePane(0, 1);
            var query = NameQuery.of(search.query());
            var rows = batch(query, List.of());
            if (rows.isEmpty() && query.number() != null) {
                query = query.asName();
                rows = batch(query, List.of());
            }
            while (!rows.isEmpty()) {
                for (var found : rows) {
                    if (row == SHEET_ROWS - 1) {
                        sheet.inlineString(row, 0, text("export.more", language));
                        return;
                    }
                    write(found);
                }
                rows = batch(query, rows.get(rows.size() - 1).cursor(query.number() != null));
            }
        }

        private List<FoundRow> batch(NameQuery query, List<String> after) {
            var statement = new EntityQuery(search, query);
            var page = statement.page(after);
            return sql.with(handle -> handle.createQuery(page)
                    .bindMap(statement.bound())
                    .bind("asOf", search.asOf())
                    .bind("fetch", BATCH)
                    .mapTo(FoundRow.class)
                    .list());
        }

        private void write(FoundRow found) throws IOException {
            var view = found.view();
            cell(0, view.inn().digits());
            cell(1, view.ogrn());
            cell(2, text("kind." + view.kind(), language));
            cell(3, view.name());
            cell(4, view.region());
            cell(5, text("status." + view.status(), language));
            var category = view.category();
            cell(6, category == null ? null : text("category." + category, language));
            var activity = view.mainActivity();
            if (activity != null) {
                cell(7, activity.code());
                cell(8, activity.name());
            }
            row++;
            if (row % FLUSH == 0) {
                sheet.flush();
            }
        }

        private void cell(int column, @Nullable String value) {
            var harmless = harmless(value);
            if (harmless != null) {
                sheet.inlineString(row, column, harmless);
            }
        }
    }
}
