package ru.mos.clusters.inkind;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.registry.SubjectName;

/**
 * Asks for support in kind.
 *
 * @param inn of the recipient
 * @param name of a private person cut to surname and initials
 * @param cluster id or code of the cluster for whose sake; null: the sector alone is named
 * @param sector code; null: the cluster's
 * @param offer of an organisation of the infrastructure
 * @param kind code within the form
 * @param quantity in {@code unit}s
 * @param persons for how many; training needs it
 * @param endsOn last day
 * @param document by which the recipient asks where somebody else enters it; null where it asks itself
 */
public record AskInKind(
        Inn inn,
        @Nullable String name,
        @Nullable String cluster,
        @Nullable String sector,
        UUID offer,
        String form,
        String kind,
        String unit,
        BigDecimal quantity,
        @Nullable Integer persons,
        String purpose,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable Paper document) {

    private static final int MOST_YEARS = 10;
    private static final String TRAINING = "TRAINING";

    /**
     * @throws Problem {@code field-required}, {@code text-too-long}, {@code in-kind-nowhere}, {@code in-kind-quantity-impossible},
     *     {@code in-kind-persons-impossible}, {@code in-kind-persons-missing}, {@code period-empty}, {@code in-kind-too-long}
     */
    public AskInKind {
        name = SubjectName.shown(Text.optional(name, "/name"), inn);
        cluster = Text.optional(cluster, "/cluster");
        sector = Text.optional(sector, "/sector");
        form = Text.required(form, "/form");
        kind = Text.required(kind, "/kind");
        unit = Text.required(unit, "/unit");
        purpose = Text.required(purpose, "/purpose");
        if (cluster == null && sector == null) {
            throw new Problem(InKindProblem.IN_KIND_NOWHERE).at("/sector");
        }
        persons = Quantity.persons(persons);
        if (form.equals(TRAINING) && persons == null) {
            throw new Problem(InKindProblem.IN_KIND_PERSONS_MISSING).at("/persons");
        }
        quantity = Quantity.of(quantity, "/quantity");
        if (endsOn.isBefore(startsOn)) {
            throw new Problem(PlatformProblem.PERIOD_EMPTY, startsOn, endsOn).at("/endsOn");
        }
        if (!endsOn.isBefore(startsOn.plusYears(MOST_YEARS))) {
            throw new Problem(InKindProblem.IN_KIND_TOO_LONG, MOST_YEARS).at("/endsOn");
        }
    }
}
