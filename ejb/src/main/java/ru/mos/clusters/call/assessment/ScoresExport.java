package ru.mos.clusters.call.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/** All scores of a call as a workbook, written as they are read, so that memory does not grow with them. */
@ApplicationScoped
class ScoresExport {

    private static final List<String> COLUMNS =
            List.of("number", "title", "expert", "criterion", "points", "reason", "wording", "because", "counts", "at");
    private static final int ROWS_AT_ONCE = 500;

    @Inject
    private Sql sql;

    private record Row(
            long number,
            String title,
            String expert,
            String criterion,
            int points,
            String reason,
            int wording,
            @Nullable String because,
            boolean counts,
            Instant at) {}

    void write(UUID call, String login, Locale locale, OutputStream to) {
        sql.with(handle -> {
            requireDone(handle, call, login);
            try (var rows =
                    handle.createQuery("""
                            select a.number, p.title, u.name as expert, r.criterion, r.points, r.reason, e.number as wording, e.because,
                                   g.state = 'SCORED' and e.superseded_by is null as counts, l.at
                              from call.assignment g
                              join call.application a on a.id = g.application_id
                              join project.project p on p.id = a.project_id
                              join platform.app_user u on u.login = g.expert
                              join call.assessment e on e.assignment_id = g.id
                              join platform.change l on l.id = e.recorded_by
                              join call.score r on (r.assignment_id, r.number) = (e.assignment_id, e.number)
                             where g.call_id = :call
                             order by a.number, u.name, g.id, e.number, r.criterion""").bind("call", call).setFetchSize(ROWS_AT_ONCE).mapTo(Row.class).stream()) {
                write(rows, locale, to);
                return true;
            }
        });
    }

    private static void requireDone(Handle handle, UUID call, String login) {
        boolean waits = handle.createQuery("""
                        select exists (select from call.assignment
                                        where call_id = :call and expert = :me and application_id is not null
                                          and state in ('INVITED', 'ACCEPTED'))""")
                .bind("call", call)
                .bind("me", login)
                .mapTo(Boolean.class)
                .one();
        if (waits) {
            throw new Problem(AssessmentProblem.OWN_SCORES_FIRST);
        }
    }

    private static void write(Stream<Row> rows, Locale locale, OutputStream to) {
        try (var workbook = new Workbook(to, "Clusters", "1.0")) {
            var sheet = workbook.newWorksheet(text("scores.sheet", locale));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, text("scores." + COLUMNS.get(column), locale));
                sheet.style(0, column).bold().set();
            }
            sheet.freezePane(0, 1);
            int at = 1;
            for (var row : (Iterable<Row>) rows::iterator) {
                add(sheet, at, row, locale);
                if (at % ROWS_AT_ONCE == 0) {
                    sheet.flush();
                }
                at++;
            }
            sheet.finish();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void add(Worksheet sheet, int at, Row row, Locale locale) {
        sheet.value(at, 0, "З-" + row.number());
        sheet.value(at, 1, harmless(row.title()));
        sheet.value(at, 2, harmless(row.expert()));
        sheet.value(at, 3, harmless(row.criterion()));
        sheet.value(at, 4, row.points());
        sheet.value(at, 5, harmless(row.reason()));
        sheet.value(at, 6, row.wording());
        sheet.value(at, 7, harmless(row.because()));
        sheet.value(at, 8, text(row.counts() ? "scores.yes" : "scores.no", locale));
        sheet.value(at, 9, row.at().atZone(Time.MOSCOW).toLocalDateTime());
        sheet.style(at, 9).format("dd.mm.yyyy hh:mm:ss").set();
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
    static @Nullable String harmless(@Nullable String text) {
        boolean formula = text != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private static String text(String key, Locale locale) {
        return Objects.requireNonNull(ProblemTexts.text(ScoresExport.class, key, locale));
    }
}
