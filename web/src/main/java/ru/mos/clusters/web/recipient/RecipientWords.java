package ru.mos.clusters.web.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.recipient.BatchState;
import ru.mos.clusters.recipient.ItemOutcome;
import ru.mos.clusters.web.shell.Language;

/** How files and answers look and read on pages. */
@Named
@ApplicationScoped
public class RecipientWords {

    /** With which colour and sign a state is shown. */
    public String look(BatchState state) {
        return switch (state) {
            case PREPARED -> "manual";
            case HELD_ONLY, RELEASED, CANCELLED -> "unknown";
            case ANSWERED -> "met";
        };
    }

    /** The same of an answer; null: there is none yet. */
    public String lookOf(@Nullable ItemOutcome outcome) {
        return outcome == null ? "unknown" : outcome == ItemOutcome.ACCEPTED ? "met" : "notmet";
    }

    /** A month as people say it. */
    public String month(LocalDate first) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", Language.current()).format(first);
    }
}
