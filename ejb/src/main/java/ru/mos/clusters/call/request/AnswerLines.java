package ru.mos.clusters.call.request;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;

/**
 * Answers in a table of text, one a line: INN, subject, outcome, answer, title, number and date of the document, apart by
 * semicolons; a line of names above them and empty lines say nothing.
 */
record AnswerLines(String name, List<Line> lines) implements RegisterAdapter {

    private static final int COLUMNS = 7;
    private static final int MOST = 10_000;

    /** One answer. */
    record Line(Inn inn, RequestSubject subject, RequestAnswer answer) {}

    /** @throws Problem {@code register-line-unreadable}, {@code register-too-long} */
    static AnswerLines read(String name, byte[] text) {
        var lines = new ArrayList<Line>();
        var rows =
                new String(text, StandardCharsets.UTF_8).replace("\uFEFF", "").split("\\R", -1);
        if (rows.length > MOST) {
            throw new Problem(RequestProblem.REGISTER_TOO_LONG, MOST);
        }
        for (int at = 0; at < rows.length; at++) {
            if (!rows[at].isBlank()
                    && !(at == 0 && rows[at].toLowerCase(Locale.ROOT).startsWith("inn;"))) {
                lines.add(line(name, at + 1, rows[at].split(";", -1)));
            }
        }
        return new AnswerLines(name, List.copyOf(lines));
    }

    private static Line line(String source, int row, String[] cells) {
        if (cells.length != COLUMNS) {
            throw new Problem(RequestProblem.REGISTER_LINE_UNREADABLE, row);
        }
        try {
            return new Line(
                    new Inn(cells[0].strip()),
                    RequestSubject.valueOf(cells[1].strip()),
                    new RequestAnswer(
                            RequestOutcome.valueOf(cells[2].strip()),
                            false,
                            cells[3],
                            new Paper(cells[4], cells[5], LocalDate.parse(cells[6].strip())),
                            source));
        } catch (IllegalArgumentException | DateTimeParseException | Problem unreadable) {
            throw new Problem(RequestProblem.REGISTER_LINE_UNREADABLE, row);
        }
    }

    /** The last line about somebody holds. */
    @Override
    public Optional<RequestAnswer> ask(Inn applicant, RequestSubject subject) {
        return lines.stream()
                .filter(line -> line.inn().equals(applicant) && line.subject() == subject)
                .map(Line::answer)
                .reduce((earlier, later) -> later);
    }
}
