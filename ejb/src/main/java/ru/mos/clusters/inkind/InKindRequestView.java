package ru.mos.clusters.inkind;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;

/**
 * A request for support in kind and what became of it.
 *
 * @param name the entered one, else the registry's; of a private person cut to surname and initials
 * @param service what is asked for, with its unit
 * @param quantity in {@code unit}s
 * @param capacity what it takes of the offer, in units of the service; null: whoever approves says so
 * @param endsOn last day
 * @param document by which somebody else asked in the recipient's name; null: it asked itself
 * @param reason of a refusal, withdrawal, cancellation or dispute
 * @param release by which a doubt of the check was decided; null: none was
 * @param agreement on lease or use
 * @param schedule when it is given and what is kept for it; null: not scheduled
 * @param actions what the caller may do now
 */
public record InKindRequestView(
        UUID id,
        long number,
        Inn inn,
        @Nullable String name,
        @Nullable UUID cluster,
        @Nullable String clusterCode,
        Term sector,
        UUID offer,
        Provider provider,
        Term service,
        Term serviceUnit,
        Term form,
        Term kind,
        Term unit,
        BigDecimal quantity,
        @Nullable BigDecimal capacity,
        @Nullable Integer persons,
        String purpose,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable Paper document,
        InKindState state,
        String askedBy,
        LocalDate askedOn,
        @Nullable String approvedBy,
        @Nullable LocalDate approvedOn,
        @Nullable String reason,
        @Nullable Release release,
        @Nullable Paper agreement,
        @Nullable Schedule schedule,
        @Nullable Delivery delivery,
        @Nullable Confirmation confirmation,
        long version,
        List<InKindAction> actions)
        implements Serializable {

    /** The organisation of the infrastructure that gives it. */
    public record Provider(UUID id, String code, Inn inn, String name) implements Serializable {}

    /** Why and by which document findings of the check are no hindrance. */
    public record Release(List<String> findings, String reason, Paper document, String by) implements Serializable {}

    /** The days on which it is given, and the object that is kept for it, if there is one. */
    public record Schedule(
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable UUID object,
            @Nullable String objectName) implements Serializable {}

    /** What was given, and its value in roubles. */
    public record Delivery(
            UUID id,
            BigDecimal quantity,
            @Nullable Integer persons,
            LocalDate startsOn,
            LocalDate endsOn,
            BigDecimal value,
            Paper document,
            String enteredBy,
            LocalDate enteredOn)
            implements Serializable {}

    /** The day on which it begins, as far as is known by now. */
    LocalDate beginsOn() {
        return schedule == null ? startsOn : schedule.startsOn();
    }

    /** That it was got, and its record in the register of recipients. */
    public record Confirmation(InKindMarks marks, String by, LocalDate on, UUID record) implements Serializable {}
}
