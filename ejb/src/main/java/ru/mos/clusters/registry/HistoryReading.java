package ru.mos.clusters.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PersonName;
import ru.mos.clusters.platform.Sql;

/** Puts the history of one subject together: what we hold true in unbroken periods, then what we once held. */
final class HistoryReading {

    /**
     * The place of an item in its history: by day, then by fact, what is held true before what was superseded. Ends in a
     * digest of all of it, so that no two items share a place.
     */
    static String key(HistoryItem item) {
        var superseded = item.supersededAt();
        return String.join(
                "|",
                item.from().toString(),
                item.fact(),
                superseded == null ? "" : superseded.toString(),
                digest(item.toString()));
    }

    private static String digest(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private final Sql sql;
    private final Inn inn;
    private final boolean open;

    HistoryReading(Sql sql, Inn inn, boolean open) {
        this.sql = sql;
        this.inn = inn;
        this.open = open;
    }

    record Period(
            LocalDate fromDay,
            @Nullable LocalDate toDay,
            SmeStatus status,
            @Nullable String category,
            @Nullable String kind,
            @Nullable String region,
            @Nullable Boolean newlyCreated,
            @Nullable Boolean socialEnterprise,
            @Nullable String name,
            @Nullable String mainVersion,
            @Nullable String mainCode,
            @Nullable Long releaseId,
            @Nullable String fileName,
            @Nullable LocalDate stateOn,
            @Nullable String document,
            @Nullable Instant recordedAt,
            @Nullable Instant supersededAt) {

        @Nullable
        FactSource source() {
            return releaseId == null
                    ? null
                    : new FactSource(FactSource.Kind.SME_REGISTER, releaseId, fileName, stateOn, document, null);
        }
    }

    record Figure(
            int year,
            String fact,
            String value,
            FactSource.Kind sourceKind,
            long releaseId,
            @Nullable String fileName,
            @Nullable LocalDate sourceOn,
            @Nullable String document,
            @Nullable Instant recordedAt,
            @Nullable Instant supersededAt) {

        HistoryItem item() {
            var period = FactKind.year(year);
            return new HistoryItem(
                    period.from(),
                    period.until(),
                    fact,
                    value,
                    new FactSource(sourceKind, releaseId, fileName, sourceOn, document, null),
                    recordedAt,
                    supersededAt);
        }
    }

    List<HistoryItem> items() {
        return sql.with(handle -> {
            var items = new ArrayList<HistoryItem>();
            items.addAll(unbroken(read(handle, "HistoryPeriods", Period.class)));
            for (var superseded : read(handle, "HistoryRecords", Period.class)) {
                facts(superseded).forEach((fact, value) -> items.add(item(superseded, fact, value)));
            }
            read(handle, "HistoryFigures", Figure.class).forEach(figure -> items.add(figure.item()));
            handle.createQuery(ManualFactRow.SELECT + " where m.inn = :inn and m.recorded_by is not null")
                    .bind("inn", inn)
                    .mapTo(ManualFactRow.class)
                    .forEach(row -> items.add(item(row)));
            return items.stream()
                    .distinct()
                    .sorted(Comparator.comparing(HistoryReading::key))
                    .toList();
        });
    }

    private <T> List<T> read(Handle handle, String name, Class<T> row) {
        return handle.createQuery(sql.file(HistoryReading.class, name))
                .bind("inn", inn)
                .mapTo(row)
                .list();
    }

    /** Each fact as long as its value stays the same, by whatever number of releases; the first of them is its source. */
    private List<HistoryItem> unbroken(List<Period> periods) {
        var done = new ArrayList<HistoryItem>();
        var running = new LinkedHashMap<String, HistoryItem>();
        for (var period : periods) {
            var facts = facts(period);
            running.entrySet().removeIf(entry -> {
                boolean ends = !entry.getValue().value().equals(facts.get(entry.getKey()))
                        || !period.fromDay().equals(entry.getValue().to());
                if (ends) {
                    done.add(entry.getValue());
                }
                return ends;
            });
            facts.forEach((fact, value) -> running.merge(
                    fact,
                    item(period, fact, value),
                    (before, now) -> new HistoryItem(
                            before.from(), now.to(), fact, value, before.source(), before.recordedAt(), null)));
        }
        done.addAll(running.values());
        return done;
    }

    private Map<String, String> facts(Period period) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("SME_STATUS", period.status().name());
        if (period.status() == SmeStatus.IN) {
            put(facts, "CATEGORY", period.category());
            put(facts, "KIND", period.kind());
            put(facts, "NAME", open ? period.name() : PersonName.shown(period.name(), inn));
            put(facts, "REGION", period.region());
            put(facts, "MAIN_ACTIVITY", period.mainCode());
            put(facts, "NEWLY_CREATED", period.newlyCreated());
            put(facts, "SOCIAL_ENTERPRISE", period.socialEnterprise());
        }
        return facts;
    }

    private static void put(Map<String, String> facts, String fact, @Nullable Object value) {
        if (value != null) {
            facts.put(fact, value.toString());
        }
    }

    private static HistoryItem item(Period period, String fact, String value) {
        return new HistoryItem(
                period.fromDay(),
                period.toDay(),
                fact,
                value,
                period.source(),
                period.recordedAt(),
                period.supersededAt());
    }

    private static HistoryItem item(ManualFactRow row) {
        return new HistoryItem(
                row.validFrom(),
                row.validUntil(),
                row.fact().name(),
                row.value(),
                row.source(),
                row.recordedAt(),
                row.supersededAt());
    }
}
