package ru.mos.clusters.eligibility;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Citation;

/**
 * An act with all its editions, what it amended and repealed, and the rules that cite it.
 *
 * @param editions in the order of their beginnings
 * @param affected acts that it amended or repealed, in the order of the days
 * @param citedBy versions of rules whose conditions rest on it
 */
public record ActCard(ActView act, List<Edition> editions, List<Affected> affected, List<Citing> citedBy) {

    /**
     * The act as it reads in a period, or that it is repealed from a day on.
     *
     * @param edition date of the act that made it; null where the act has none
     * @param from first day; null: since ever
     * @param to last day; null while it lasts
     * @param byAct code of the amending or repealing act; null: the act as adopted, or it is not known
     */
    public record Edition(
            @Nullable LocalDate edition,
            Citation.Status status,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String byAct,
            @Nullable String byTitle,
            String note) {}

    /** What it did to another act; {@code repealed}: it did not amend but end it. */
    public record Affected(
            String code,
            String title,
            boolean repealed,
            @Nullable LocalDate from) {}

    /** A version of rules, and which of its conditions cite the act in which edition. */
    public record Citing(
            String ruleSet,
            int version,
            List<String> rules,
            @Nullable LocalDate edition) {}
}
