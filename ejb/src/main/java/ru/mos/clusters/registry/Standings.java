package ru.mos.clusters.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.PersonName;
import ru.mos.clusters.platform.Sql;

/**
 * The registry's answer to rules: many subjects on one date at once, by one statement however many they are.
 *
 * <p>Asked by other services within their transaction; they answer for the permission of their caller. Names of private
 * persons are cut.
 */
@ApplicationScoped
public class Standings {

    @Inject
    private Sql sql;

    /**
     * The standing of each subject asked about; of one that nothing names it is UNKNOWN.
     *
     * @param knownOn instant of the latest change that could have a say; asked as known then, the answer is the same.
     *     Null where no change had any
     */
    public record Answer(@Nullable Instant knownOn, Map<Inn, Standing> standings) {

        /** Of one of those asked about. */
        public Standing of(Inn inn) {
            var found = standings.get(inn);
            if (found == null) {
                throw new IllegalArgumentException("not asked about " + inn);
            }
            return found;
        }
    }

    /**
     * Looks the subjects up.
     *
     * @param knownOn as known at that instant; as known now if null
     */
    public Answer of(Collection<Inn> subjects, LocalDate asOf, @Nullable Instant knownOn) {
        if (subjects.isEmpty()) {
            return new Answer(null, Map.of());
        }
        var rows = sql.with(handle -> handle.createQuery(sql.file(Standings.class, "Standings"))
                .bind("inns", subjects.stream().map(Inn::digits).toArray(String[]::new))
                .bind("asOf", asOf)
                .bind("knownOn", knownOn)
                .mapTo(Row.class)
                .list());
        var standings = new TreeMap<Inn, Standing>();
        rows.forEach(row -> standings.put(new Inn(row.inn()), row.standing()));
        return new Answer(rows.get(0).knownOn(), standings);
    }

    record Row(
            String inn,
            SmeStatus status,
            @Nullable SmeCategory category,
            @Nullable EntityKind kind,
            @Nullable LocalDate since,
            @Nullable Boolean newlyCreated,
            @Nullable Boolean socialEnterprise,
            @Nullable String region,
            Standing.Reason reason,
            @Nullable LocalDate decidedUntil,
            @Nullable String ogrn,
            @Nullable String name,
            @Nullable String mainCode,
            @Nullable String mainVersion,
            boolean innovativeProduct,
            @Nullable Long releaseId,
            @Nullable String fileName,
            @Nullable LocalDate stateOn,
            @Nullable String document,
            @Nullable Instant decidedAt,
            @Nullable Long recordRelease,
            @Nullable String recordFile,
            @Nullable LocalDate recordOn,
            @Nullable String recordDocument,
            @Nullable Instant recordedAt,
            @Nullable String manualFacts,
            @Nullable Instant knownOn) {

        Standing standing() {
            var number = new Inn(inn);
            var manual = manual(manualFacts);
            return new Standing(
                    number,
                    status,
                    category,
                    kind,
                    since,
                    newlyCreated,
                    socialEnterprise,
                    region,
                    reason,
                    decidedUntil,
                    ogrn,
                    PersonName.shown(name, number),
                    mainCode == null ? null : new Activity(mainCode, null, mainVersion),
                    innovativeProduct,
                    source(releaseId, fileName, stateOn, document),
                    decidedAt,
                    source(recordRelease, recordFile, recordOn, recordDocument),
                    recordedAt,
                    manual);
        }
    }

    private static @Nullable FactSource source(
            @Nullable Long release, @Nullable String file, @Nullable LocalDate date, @Nullable String document) {
        return release == null
                ? null
                : new FactSource(FactSource.Kind.SME_REGISTER, release, file, date, document, null);
    }

    private static List<Standing.Fact> manual(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        try {
            var facts = new ArrayList<Standing.Fact>();
            for (var node : Json.mapper().readTree(json)) {
                facts.add(fact(node));
            }
            return List.copyOf(facts);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("written by the statement itself", defect);
        }
    }

    private static Standing.Fact fact(JsonNode node) {
        return new Standing.Fact(
                FactKind.valueOf(node.get("fact").asText()),
                node.get("value").asText(),
                LocalDate.parse(node.get("from").asText()),
                node.get("to").isNull() ? null : LocalDate.parse(node.get("to").asText()),
                ManualFacts.source(
                        UUID.fromString(node.get("id").asText()),
                        node.get("title").asText(),
                        node.get("number").asText(),
                        LocalDate.parse(node.get("date").asText())),
                instant(node.get("recordedAt").asText()));
    }

    /** Seconds since 1970 with six decimals. */
    private static Instant instant(String seconds) {
        var exact = new BigDecimal(seconds);
        long whole = exact.longValue();
        return Instant.ofEpochSecond(
                whole,
                exact.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    }
}
