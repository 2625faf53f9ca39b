package ru.mos.clusters.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.ProblemTexts;

/** A list of clusters as a workbook, row by row, so that memory does not grow with it. */
final class ClusterSheet {

    private static final String[] COLUMNS = {
        "code",
        "name",
        "sector",
        "status",
        "organisation-inn",
        "organisation-name",
        "curator",
        "from",
        "last-day",
        "members",
        "partners"
    };
    private static final int ROWS_AT_ONCE = 500;

    private final Worksheet sheet;
    private final Locale locale;
    private int row;

    private ClusterSheet(Worksheet sheet, Locale locale) {
        this.sheet = sheet;
        this.locale = locale;
    }

    static void write(Stream<ClusterView> clusters, Locale locale, OutputStream to) {
        try (var workbook = new Workbook(to, "Clusters", "1.0")) {
            var worksheet = workbook.newWorksheet(text("sheet.clusters", locale));
            var sheet = new ClusterSheet(worksheet, locale);
            sheet.head();
            for (var cluster : (Iterable<ClusterView>) clusters::iterator) {
                sheet.add(cluster);
            }
            worksheet.finish();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void head() {
        for (int column = 0; column < COLUMNS.length; column++) {
            sheet.value(0, column, text("column." + COLUMNS[column], locale));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        row = 1;
    }

    private void add(ClusterView cluster) throws IOException {
        var organisation = cluster.organisation();
        var curator = cluster.curator();
        sheet.value(row, 0, cluster.code());
        sheet.value(row, 1, harmless(cluster.name()));
        sheet.value(row, 2, cluster.sector());
        sheet.value(row, 3, text("status." + cluster.status().name(), locale));
        sheet.value(row, 4, organisation == null ? null : organisation.inn().digits());
        sheet.value(row, 5, organisation == null ? null : harmless(organisation.name()));
        sheet.value(row, 6, curator == null ? null : harmless(curator.name()));
        day(7, cluster.from());
        day(8, cluster.to() == null ? null : cluster.to().minusDays(1));
        sheet.value(row, 9, cluster.memberCount());
        sheet.value(row, 10, cluster.partnerCount());
        row++;
        if (row % ROWS_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    private void day(int column, java.time.@Nullable LocalDate day) {
        if (day != null) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("dd.mm.yyyy").set();
        }
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
    static @Nullable String harmless(@Nullable String text) {
        boolean formula = text != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    static String text(String key, Locale locale) {
        return Objects.requireNonNull(ProblemTexts.text(ClusterSheet.class, key, locale));
    }
}
