package ru.mos.clusters.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/** Reads the card of one subject, as of a date and as known at an instant: five statements, whatever it holds. */
final class CardReading {

    private static final ObjectMapper TOLERANT =
            Json.mapper().copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Sql sql;
    private final Inn inn;
    private final @Nullable LocalDate asOf;
    private final @Nullable Instant knownOn;

    CardReading(Sql sql, Inn inn, @Nullable LocalDate asOf, @Nullable Instant knownOn) {
        this.sql = sql;
        this.inn = inn;
        this.asOf = asOf;
        this.knownOn = knownOn;
    }

    record Head(
            @Nullable String ogrn,
            @Nullable EntityKind kind,
            @Nullable String name,
            @Nullable String shortName,
            @Nullable String region,
            @Nullable String place,
            SmeStatus status,
            @Nullable SmeCategory category,
            @Nullable LocalDate since,
            @Nullable Boolean newlyCreated,
            @Nullable Boolean socialEnterprise,
            String reason,
            @Nullable Long releaseId,
            @Nullable String fileName,
            @Nullable LocalDate stateOn,
            @Nullable String document,
            @Nullable Long runId,
            @Nullable String products,
            @Nullable String licences,
            @Nullable String programmes,
            @Nullable String contracts) {}

    record Named(
            String role,
            String code,
            @Nullable String name,
            @Nullable String version) {}

    record Year(
            int year,
            @Nullable Integer headcount,
            @Nullable BigDecimal income,
            @Nullable BigDecimal expense,
            FactSource.Kind kind,
            @Nullable Long releaseId,
            @Nullable String fileName,
            @Nullable LocalDate sourceOn,
            @Nullable String document) {

        FactSource source() {
            return new FactSource(kind, releaseId, fileName, sourceOn, document, null);
        }
    }

    record ManualRow(
            UUID id,
            FactKind fact,
            String value,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable String name,
            String documentTitle,
            String documentNumber,
            LocalDate documentOn,
            boolean onTheDay) {

        FactSource source() {
            return ManualFacts.source(id, documentTitle, documentNumber, documentOn);
        }
    }

    EntityCard card(boolean open) {
        return sql.with(handle -> card(handle, open));
    }

    private EntityCard card(Handle handle, boolean open) {
        var manual = query(handle, "CardManualFacts").mapTo(ManualRow.class).list();
        var head = query(handle, "CardHead")
                .mapTo(Head.class)
                .findOne()
                .orElseThrow(() -> new Problem(EntityProblem.ENTITY_UNKNOWN, inn));
        var activities = head.runId() == null
                ? List.<Named>of()
                : handle.createQuery(sql.file(CardReading.class, "CardActivities"))
                        .bind("run", head.runId())
                        .mapTo(Named.class)
                        .list();
        var years = query(handle, "CardYears").mapTo(Year.class).list();
        var name = Stream.concat(Stream.ofNullable(head.name()), manual.stream().map(ManualRow::name))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new EntityCard(
                inn,
                head.ogrn(),
                head.kind(),
                open ? name : SubjectName.shown(name, inn),
                head.shortName(),
                head.region(),
                head.place(),
                new EntityCard.Sme(
                        head.status(),
                        head.category(),
                        head.since(),
                        head.newlyCreated(),
                        head.socialEnterprise(),
                        head.releaseId() == null
                                ? null
                                : new FactSource(
                                        FactSource.Kind.SME_REGISTER,
                                        head.releaseId(),
                                        head.fileName(),
                                        head.stateOn(),
                                        head.document(),
                                        null),
                        head.reason()),
                headcounts(years, manual),
                incomes(years, manual),
                declaredOrReported("MAIN", activities).stream().findFirst().orElse(null),
                declaredOrReported("ADDITIONAL", activities),
                of(activities, "REPORTED_MAIN").stream().findFirst().orElse(null),
                of(activities, "REPORTED_ADDITIONAL"),
                products(head.products()),
                read(head.licences(), EntityCard.Licence[].class),
                read(head.programmes(), EntityCard.Programme[].class),
                contracts(head.contracts()),
                manual.stream()
                        .filter(ManualRow::onTheDay)
                        .map(fact -> new EntityCard.Manual(
                                fact.fact(), fact.value(), fact.validFrom(), fact.validUntil(), fact.source()))
                        .toList());
    }

    private Query query(Handle handle, String name) {
        return handle.createQuery(sql.file(CardReading.class, name))
                .bind("inn", inn)
                .bind("asOf", asOf)
                .bind("knownOn", knownOn);
    }

    private static List<Activity> of(List<Named> all, String role) {
        return all.stream()
                .filter(activity -> activity.role().equals(role))
                .map(activity -> new Activity(activity.code(), activity.name(), activity.version()))
                .toList();
    }

    /** Since format 4.06 some records show only what their reports say. */
    private static List<Activity> declaredOrReported(String role, List<Named> all) {
        boolean declared = all.stream().anyMatch(activity -> activity.role().equals("MAIN"));
        return of(all, declared ? role : "REPORTED_" + role);
    }

    private static List<EntityCard.Headcount> headcounts(List<Year> years, List<ManualRow> manual) {
        var files = years.stream()
                .filter(year -> year.headcount() != null)
                .map(year -> new EntityCard.Headcount(
                        year.year(), java.util.Objects.requireNonNull(year.headcount()), year.source()));
        var hands = manual.stream()
                .filter(fact -> fact.fact() == FactKind.HEADCOUNT)
                .map(fact -> new EntityCard.Headcount(
                        fact.validFrom().getYear(), Integer.parseInt(fact.value()), fact.source()));
        return Stream.concat(files, hands)
                .sorted(java.util.Comparator.comparingInt(EntityCard.Headcount::year)
                        .reversed())
                .toList();
    }

    private static List<EntityCard.Income> incomes(List<Year> years, List<ManualRow> manual) {
        var files = years.stream()
                .filter(year -> year.income() != null)
                .map(year -> new EntityCard.Income(
                        year.year(), java.util.Objects.requireNonNull(year.income()), year.expense(), year.source()));
        var hands = manual.stream()
                .filter(fact -> fact.fact() == FactKind.INCOME)
                .map(fact -> new EntityCard.Income(
                        fact.validFrom().getYear(), new BigDecimal(fact.value()), null, fact.source()));
        return Stream.concat(files, hands)
                .sorted(java.util.Comparator.comparingInt(EntityCard.Income::year)
                        .reversed())
                .toList();
    }

    record StoredProduct(
            String code, @Nullable String name, @Nullable String innovative) {}

    private static List<EntityCard.Product> products(@Nullable String json) {
        return read(json, StoredProduct[].class).stream()
                .map(product ->
                        new EntityCard.Product(product.code(), product.name(), innovative(product.innovative())))
                .toList();
    }

    /** {@code ПрОтнПрод}: 1 yes, 2 no; one release was seen with 0. */
    private static @Nullable Boolean innovative(@Nullable String code) {
        return code == null ? null : code.equals("1");
    }

    record StoredContract(
            @Nullable String customer,
            @Nullable String customerInn,
            @Nullable String subject,
            @Nullable String number,
            @Nullable String date,
            @Nullable String customer223,
            @Nullable String customerInn223,
            @Nullable String subject223,
            @Nullable String number223,
            @Nullable String date223) {

        EntityCard.Contract contract() {
            boolean of44 =
                    Stream.of(customer, customerInn, subject, number, date).anyMatch(java.util.Objects::nonNull);
            return of44
                    ? new EntityCard.Contract("44", customer, customerInn, subject, number, date)
                    : new EntityCard.Contract("223", customer223, customerInn223, subject223, number223, date223);
        }
    }

    private static List<EntityCard.Contract> contracts(@Nullable String json) {
        return read(json, StoredContract[].class).stream()
                .map(StoredContract::contract)
                .toList();
    }

    private static <T> List<T> read(@Nullable String json, Class<T[]> items) {
        try {
            return json == null ? List.of() : List.of(TOLERANT.readValue(json, items));
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("stored by a release, not readable as " + items, defect);
        }
    }
}
