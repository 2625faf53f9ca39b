package ru.mos.clusters.recovery;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;

/**
 * A breach to be entered.
 *
 * @param position of the instalment concerned; null: the agreement as a whole
 * @param document of the check that found it
 * @param results reached, where some were missed; empty for other breaches
 */
public record EnterBreach(
        UUID agreement,
        BreachKind kind,
        @Nullable Integer position,
        String description,
        Paper document,
        List<Reached> results) {

    /** What was reached of a result that the agreement promises. */
    public record Reached(String code, BigDecimal fact) {}
}
