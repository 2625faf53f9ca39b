package ru.mos.clusters.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * Enters a support that was given.
 *
 * @param inn of the recipient
 * @param kind code within the form
 * @param endsOn last day of its term
 * @param size in {@code unit}s, above nothing, two decimals at most
 * @param registerNumber the tax service's; null until it has given one
 * @param document by which it was decided
 */
public record EnterSupport(
        Inn inn,
        @Nullable String name,
        Inn providerInn,
        @Nullable String providerName,
        String form,
        String kind,
        String purpose,
        LocalDate decidedOn,
        LocalDate endsOn,
        BigDecimal size,
        String unit,
        @Nullable String registerNumber,
        Paper document) {

    private static final int MOST_DIGITS = 16;

    /** @throws Problem {@code field-required}, {@code text-too-long}, {@code support-ends-early}, {@code support-size-impossible} */
    public EnterSupport {
        name = Text.optional(name, "/name");
        providerName = Text.optional(providerName, "/providerName");
        form = Text.required(form, "/form");
        kind = Text.required(kind, "/kind");
        purpose = Text.required(purpose, "/purpose");
        unit = Text.required(unit, "/unit");
        registerNumber = Text.optional(registerNumber, "/registerNumber");
        if (endsOn.isBefore(decidedOn)) {
            throw new Problem(SupportProblem.SUPPORT_ENDS_EARLY, decidedOn).at("/endsOn");
        }
        size = size.stripTrailingZeros();
        if (size.signum() <= 0 || size.scale() > 2 || size.precision() - size.scale() > MOST_DIGITS) {
            throw new Problem(SupportProblem.SUPPORT_SIZE_IMPOSSIBLE).at("/size");
        }
        size = size.setScale(2);
    }
}
