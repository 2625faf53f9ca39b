package ru.mos.clusters.call.council;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;

/**
 * An order about who sits in a body, from a day on.
 *
 * @param releases seats that end with that day
 */
public record EnterOrder(LocalDate from, Paper document, List<Appointment> appointments, List<UUID> releases) {

    /**
     * Who is appointed.
     *
     * @param login null for who has none and whose votes are noted by the secretary
     * @param name surname, first name, patronymic
     * @param inn of the organisation
     * @param votes whether with a vote; a secretary often has none
     */
    public record Appointment(
            @Nullable String login,
            String name,
            @Nullable String organisation,
            @Nullable Inn inn,
            Post post,
            boolean votes) {}
}
