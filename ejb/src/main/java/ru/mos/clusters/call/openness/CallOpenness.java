package ru.mos.clusters.call.openness;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.application.ApplicationState;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;

/**
 * What can be counted of a call's openness and evenness.
 *
 * @param received applications that were received at least once
 * @param states how long applications stood in each state
 * @param order in which order they were checked
 * @param refusals what was refused, by sector and ground
 * @param spread who receives the money that was awarded
 */
public record CallOpenness(
        UUID call,
        String code,
        long received,
        List<StateTime> states,
        Order order,
        List<Refusals> refusals,
        Spread spread)
        implements Serializable {

    /**
     * How long applications stood in a state; where one still stands in it, up to now.
     *
     * @param medianHours half of them stood no longer, in hours of the clock
     */
    public record StateTime(ApplicationState state, long applications, long medianHours, long longestHours)
            implements Serializable {}

    /**
     * Whether applications were checked in the order in which they came.
     *
     * @param checked applications whose first check is done
     * @param overtaken those of them that an application which came later was checked before
     * @param most the ones that most others overtook, at most twenty
     */
    public record Order(long checked, long overtaken, List<Overtaken> most) implements Serializable {}

    /** @param overtakers how many came later and were checked before */
    public record Overtaken(UUID application, String number, long overtakers) implements Serializable {}

    /** Where an application ended. */
    public enum Stage {
        FORMAL_CHECK,
        DECISION
    }

    /** Refusals on one ground in one sector; the sector is that of the cluster that leads the project. */
    public record Refusals(
            @Nullable String sector, Stage stage, String act, LocalDate edition, String paragraph, long applications)
            implements Serializable {}

    /**
     * How the money is spread among those who take part in the supported projects.
     *
     * @param awarded roubles
     * @param participants of the supported projects
     * @param receiving those of them who receive money
     * @param largest the part of the awarded money that goes to who receives most; null where nothing was awarded
     * @param most who receives most, at most twenty
     */
    public record Spread(
            BigDecimal awarded,
            long participants,
            long receiving,
            @Nullable Fraction largest,
            List<Recipient> most) implements Serializable {}

    /** @param receives roubles: the part of what was awarded, in the proportion on which the participants agreed */
    public record Recipient(Inn inn, @Nullable String name, long projects, BigDecimal receives)
            implements Serializable {}
}
