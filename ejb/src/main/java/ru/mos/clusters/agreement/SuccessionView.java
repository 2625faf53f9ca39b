package ru.mos.clusters.agreement;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.ProblemTexts;

/**
 * A step from one holder of a place under an agreement to the next.
 *
 * @param from first day on which the successor holds it
 * @param decidedBy who confirmed or rejected it
 * @param reason why it was rejected, or is wrong
 * @param reversingBy who says that it is wrong
 * @param actions what the caller may do to it now
 */
public record SuccessionView(
        UUID id,
        long number,
        UUID agreement,
        long agreementNumber,
        SuccessionCapacity capacity,
        Inn predecessor,
        @Nullable String predecessorName,
        Inn successor,
        @Nullable String successorName,
        LocalDate from,
        SuccessionGround ground,
        Paper document,
        SuccessionState state,
        String enteredBy,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String reason,
        @Nullable String reversingBy,
        @Nullable String reversedBy,
        @Nullable LocalDate reversedOn,
        long version,
        List<SuccessionAction> actions)
        implements Serializable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    SuccessionView called(@Nullable String before, @Nullable String after) {
        return new SuccessionView(
                id,
                number,
                agreement,
                agreementNumber,
                capacity,
                predecessor,
                before,
                successor,
                after,
                from,
                ground,
                document,
                state,
                enteredBy,
                decidedBy,
                decidedOn,
                reason,
                reversingBy,
                reversedBy,
                reversedOn,
                version,
                actions);
    }

    /** Whether it holds, on its day and later. */
    public boolean isInForce() {
        return state == SuccessionState.CONFIRMED || state == SuccessionState.REVERSING;
    }

    /** Whether two persons had found on a day that it holds, and none yet that it does not. */
    boolean isKnownOn(LocalDate day) {
        return decidedOn != null
                && !decidedOn.isAfter(day)
                && (isInForce() || (reversedOn != null && reversedOn.isAfter(day)));
    }

    /** In a line of a paper, in Russian. */
    public String told() {
        return called(predecessor, predecessorName) + " → " + called(successor, successorName) + " с "
                + from.format(DAY)
                + " ("
                + ProblemTexts.text(SuccessionGround.class, "SuccessionGround." + ground, ProblemTexts.RUSSIAN)
                        .toLowerCase(ProblemTexts.RUSSIAN)
                + "; " + document.title() + (document.number() == null ? "" : " № " + document.number()) + " от "
                + document.date().format(DAY) + ")";
    }

    private static String called(Inn inn, @Nullable String name) {
        return (name == null ? "" : name + ", ") + "ИНН " + inn.digits();
    }
}
