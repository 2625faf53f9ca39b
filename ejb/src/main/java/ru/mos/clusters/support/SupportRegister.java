package ru.mos.clusters.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Time;

/**
 * Our own register as other capabilities write to it as part of what they do, in the name of whoever did that. Who may has been
 * examined by them; people enter through {@link SupportRecords}.
 */
@ApplicationScoped
public class SupportRegister {

    static final String SUBJECT = "SUPPORT";

    @Inject
    private SupportRows rows;

    @Inject
    private DirectoryCodes directory;

    @Inject
    private Changes changes;

    @Inject
    private Time time;

    /**
     * Enters a support that was given; the id of its record.
     *
     * @throws Problem {@code support-kind-unknown}, {@code support-unit-not-of-form}, {@code support-date-in-future},
     *     {@code support-overlaps} where the provider gave the same for the same purpose at that time already,
     *     {@code support-number-taken}, {@code support-number-malformed}
     */
    public UUID enter(EnterSupport command) {
        directory.draft(command.form(), command.kind(), command.purpose(), command.decidedOn());
        var today = time.today();
        requireNotLater(command.decidedOn(), today, "/decidedOn");
        requireNotLater(command.document().date(), today, "/document/date");
        var id = UUID.randomUUID();
        rows.insert(id, command, null, changes.record("SUPPORT_ENTERED", SUBJECT, id.toString(), null, command));
        return id;
    }

    /** @throws Problem {@code support-kind-unknown} where the directory holds no such form and kind on the day */
    public void requireKnown(String form, String kind, LocalDate day) {
        directory.draft(form, kind, null, day);
    }

    static void requireNotLater(@Nullable LocalDate day, LocalDate today, String pointer) {
        if (day != null && day.isAfter(today)) {
            throw new Problem(SupportProblem.SUPPORT_DATE_IN_FUTURE, day).at(pointer);
        }
    }
}
