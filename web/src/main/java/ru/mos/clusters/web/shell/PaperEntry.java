package ru.mos.clusters.web.shell;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;

/** A document as somebody types its details into a form. */
public final class PaperEntry implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable String title;
    private @Nullable String number;
    private @Nullable LocalDate date;

    /** Whether what names a document is there. */
    public boolean isComplete() {
        return title != null && !title.isBlank() && date != null;
    }

    /** Whether nothing was typed. */
    public boolean isEmpty() {
        return (title == null || title.isBlank()) && (number == null || number.isBlank()) && date == null;
    }

    /** What was typed; the form lets nothing through without title and date. */
    public Paper paper() {
        return new Paper(Objects.requireNonNull(title), number, Objects.requireNonNull(date));
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable LocalDate getDate() {
        return date;
    }

    public void setDate(@Nullable LocalDate date) {
        this.date = date;
    }
}
