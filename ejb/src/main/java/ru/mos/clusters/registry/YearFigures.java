package ru.mos.clusters.registry;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Sql;

/**
 * Figures of calendar years by every source that gives them, of many subjects at once: the tax service's files and facts entered
 * by hand and confirmed.
 *
 * <p>Asked by other services within their transaction; they answer for the permission of their caller.
 */
@ApplicationScoped
public class YearFigures {

    @Inject
    private Sql sql;

    /** A figure of a year; of one year there may be several where sources differ. */
    public record YearFigure(FactKind kind, int year, BigDecimal value, FactSource source) {}

    /**
     * What was found.
     *
     * @param knownOn instant of the latest change that could have a say; null where no change had any
     */
    public record Answer(@Nullable Instant knownOn, Map<Inn, List<YearFigure>> figures) {

        /** Of one subject, none where nothing is known. */
        public List<YearFigure> of(Inn inn) {
            return figures.getOrDefault(inn, List.of());
        }
    }

    record Row(
            Inn inn,
            FactKind kind,
            int year,
            BigDecimal value,
            FactSource.Kind sourceKind,
            @Nullable Long releaseId,
            @Nullable String fileName,
            @Nullable LocalDate sourceOn,
            @Nullable String document,
            @Nullable UUID fact) {

        YearFigure figure() {
            return new YearFigure(
                    kind, year, value, new FactSource(sourceKind, releaseId, fileName, sourceOn, document, fact));
        }
    }

    /**
     * Looks the figures up.
     *
     * @param knownOn as known at that instant; as known now if null
     */
    public Answer of(Collection<Inn> subjects, @Nullable Instant knownOn) {
        if (subjects.isEmpty()) {
            return new Answer(null, Map.of());
        }
        var inns = subjects.stream().map(Inn::digits).toArray(String[]::new);
        return sql.with(handle -> new Answer(
                handle.createQuery(sql.file(YearFigures.class, "FiguresKnownOn"))
                        .bind("inns", inns)
                        .bind("knownOn", knownOn)
                        .mapTo(Instant.class)
                        .findOne()
                        .orElse(null),
                handle.createQuery(sql.file(YearFigures.class, "YearFigures"))
                        .bind("inns", inns)
                        .bind("knownOn", knownOn)
                        .mapTo(Row.class)
                        .collect(groupingBy(Row::inn, mapping(Row::figure, toList())))));
    }
}
