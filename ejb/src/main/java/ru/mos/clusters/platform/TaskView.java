package ru.mos.clusters.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as its doers see it.
 *
 * @param kind what is to be done, UPPER_SNAKE; its text is the key {@code task.<kind>} of the screens
 * @param role whose task it is unless {@code login} names one person
 * @param facts what the text speaks of
 * @param due last day to do it; null: none
 * @param overdue whether that day has passed in Moscow
 */
public record TaskView(
        UUID id,
        String kind,
        @Nullable String role,
        @Nullable String login,
        String subjectKind,
        String subject,
        Map<String, Object> facts,
        @Nullable LocalDate due,
        boolean overdue,
        Instant openedAt) {

    /** The task of a row of {@code platform.task} that also says whether it is {@code overdue}. */
    public static TaskView of(ResultSet row) throws SQLException {
        return new TaskView(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("role"),
                row.getString("login"),
                row.getString("subject_kind"),
                row.getString("subject"),
                Json.map(row.getString("facts")),
                row.getObject("due", LocalDate.class),
                row.getBoolean("overdue"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }
}
