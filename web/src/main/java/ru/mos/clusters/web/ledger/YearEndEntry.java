package ru.mos.clusters.web.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.ledger.year.PrepareYearEnd;
import ru.mos.clusters.ledger.year.YearEnd;
import ru.mos.clusters.ledger.year.YearRemainder;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The form of a year's end: all that is reserved or unpaid, proposed to be registered again in full under its own code. */
@Named
@ViewScoped
public class YearEndEntry implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Two fields each, and the server takes a thousand of a form. */
    private static final int MOST_LINES = 400;

    private static final int STRETCH = 500;

    @EJB
    private YearEnd yearEnd;

    @Inject
    private ListQuery query;

    @Inject
    private Time time;

    private int year;
    private boolean more;
    private final List<Line> lines = new ArrayList<>();

    /** What is left of a subject in one stage, and what is to be registered again of it; nothing where the sum is empty. */
    public static final class Line implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String subject;
        private final Stage stage;
        private final String kbk;
        private final BigDecimal left;
        private @Nullable BigDecimal amount;
        private @Nullable String toKbk;

        Line(YearRemainder remainder, Stage stage, BigDecimal left) {
            this.subject = Objects.requireNonNull(remainder.subject());
            this.stage = stage;
            this.kbk = remainder.kbk();
            this.left = left;
            this.amount = left;
            this.toKbk = remainder.kbk();
        }

        private PrepareYearEnd.Line line() {
            return new PrepareYearEnd.Line(
                    subject,
                    stage,
                    kbk,
                    Objects.requireNonNull(toKbk).replaceAll("\\s", ""),
                    Objects.requireNonNull(amount));
        }

        boolean isNamed() {
            return amount != null;
        }

        public String getSubject() {
            return subject;
        }

        public Stage getStage() {
            return stage;
        }

        public String getKbk() {
            return kbk;
        }

        public BigDecimal getLeft() {
            return left;
        }

        public @Nullable BigDecimal getAmount() {
            return amount;
        }

        public void setAmount(@Nullable BigDecimal amount) {
            this.amount = amount;
        }

        public @Nullable String getToKbk() {
            return toKbk;
        }

        public void setToKbk(@Nullable String toKbk) {
            this.toKbk = toKbk;
        }
    }

    @PostConstruct
    void open() {
        year = YearEndList.asked(query, time);
        var page = PageRequest.first(STRETCH);
        while (page != null && !more) {
            var stretch = yearEnd.remainders(year, page);
            stretch.items().forEach(this::propose);
            page = stretch.next() == null ? null : new PageRequest(STRETCH, stretch.next());
        }
    }

    private void propose(YearRemainder remainder) {
        if (remainder.subject() == null) {
            return;
        }
        propose(remainder, Stage.RESERVED, remainder.reserved());
        propose(remainder, Stage.COMMITTED, remainder.unpaid());
    }

    private void propose(YearRemainder remainder, Stage stage, BigDecimal left) {
        if (left.signum() > 0) {
            more = lines.size() == MOST_LINES;
            if (!more) {
                lines.add(new Line(remainder, stage, left));
            }
        }
    }

    /** Prepares it for a chief to carry out. */
    public String prepare() {
        lines.sort(Comparator.comparing(line -> !line.isNamed())); // a fault names its line by number
        var prepared = yearEnd.prepare(new PrepareYearEnd(
                year, lines.stream().filter(Line::isNamed).map(Line::line).toList()));
        Messages.info("ledger.yearEndPrepared");
        return Redirect.to("/ledger/year-end.xhtml", "id", prepared.id());
    }

    public int getYear() {
        return year;
    }

    /** Whether there is more than a form can hold. */
    public boolean isMore() {
        return more;
    }

    public List<Line> getLines() {
        return lines;
    }
}
