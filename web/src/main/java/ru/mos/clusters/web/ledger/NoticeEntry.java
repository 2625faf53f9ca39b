package ru.mos.clusters.web.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.EnterNotice;
import ru.mos.clusters.ledger.NoticeKind;
import ru.mos.clusters.ledger.Notices;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** The form of a notice, with as many lines as it has. */
@Named
@ViewScoped
public class NoticeEntry implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Notices notices;

    @Inject
    private Time time;

    private @Nullable String kind;
    private @Nullable LocalDate effectiveOn;
    private final PaperEntry paper = new PaperEntry();
    private final List<Line> lines = new ArrayList<>();

    /** A line as typed. */
    public static final class Line implements Serializable {
        private static final long serialVersionUID = 1L;

        private @Nullable Integer year;
        private @Nullable String kbk;
        private @Nullable BigDecimal amount;

        private EnterNotice.Line line() {
            return new EnterNotice.Line(
                    Objects.requireNonNull(year),
                    Objects.requireNonNull(kbk).replaceAll("\\s", ""),
                    Objects.requireNonNull(amount));
        }

        public @Nullable Integer getYear() {
            return year;
        }

        public void setYear(@Nullable Integer year) {
            this.year = year;
        }

        public @Nullable String getKbk() {
            return kbk;
        }

        public void setKbk(@Nullable String kbk) {
            this.kbk = kbk;
        }

        public @Nullable BigDecimal getAmount() {
            return amount;
        }

        public void setAmount(@Nullable BigDecimal amount) {
            this.amount = amount;
        }
    }

    @PostConstruct
    void open() {
        effectiveOn = time.today();
        addLine();
    }

    /** Makes room for another line, of the year of the last. */
    public @Nullable String addLine() {
        var line = new Line();
        line.setYear(
                lines.isEmpty()
                        ? time.today().getYear()
                        : lines.get(lines.size() - 1).getYear());
        lines.add(line);
        return null;
    }

    /** Takes the last away. */
    public @Nullable String takeLine() {
        lines.remove(lines.size() - 1);
        return null;
    }

    /** Enters it for a second person to post. */
    public String enter() {
        var notice = notices.enter(new EnterNotice(
                NoticeKind.valueOf(String.valueOf(kind)),
                Objects.requireNonNull(effectiveOn),
                paper.paper(),
                lines.stream().map(Line::line).toList()));
        Messages.info("ledger.noticeEntered");
        return Redirect.to("/ledger/notice.xhtml", "id", notice.id());
    }

    public List<Line> getLines() {
        return lines;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable LocalDate getEffectiveOn() {
        return effectiveOn;
    }

    public void setEffectiveOn(@Nullable LocalDate effectiveOn) {
        this.effectiveOn = effectiveOn;
    }

    public PaperEntry getPaper() {
        return paper;
    }
}
