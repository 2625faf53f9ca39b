package ru.mos.clusters.registry;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;

/** Subjects known by INN: whom the tax service's releases show, and whom somebody entered from a document. */
@Stateless
@DenyAll
public class Entities {

    /** Counting for a screen goes no further; beyond it stands "more than 10 000". */
    public static final int MOST_COUNTED = 10_000;

    /** The same where every row counted has to be asked for its status on the date. */
    public static final int MOST_COUNTED_BY_STATUS = 1_000;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    /**
     * How many subjects a search finds.
     *
     * @param more whether there are more than counted
     */
    public record Found(long count, boolean more) {}

    /**
     * One stretch of the subjects found: by name, or by number where the query is the beginning of one. One statement,
     * at any depth.
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public Slice<EntityRow> search(EntitySearch search, PageRequest page) {
        var query = NameQuery.of(search.query());
        if (query.number() != null && page.after().size() == 2) {
            query = query.asName();
        }
        var rows = rows(search, query, page);
        if (rows.isEmpty() && query.number() != null && page.after().isEmpty()) {
            query = query.asName(); // no number begins so: «Стройка 2000» may still be meant
            rows = rows(search, query, page);
        }
        boolean byNumber = query.number() != null;
        var slice = Slice.of(rows, page, row -> row.cursor(byNumber));
        return new Slice<>(slice.items().stream().map(FoundRow::view).toList(), slice.next());
    }

    private List<FoundRow> rows(EntitySearch search, NameQuery query, PageRequest page) {
        if (!page.after().isEmpty() && page.after().size() != (query.number() == null ? 2 : 3)) {
            throw new Problem(PlatformProblem.CURSOR_INVALID);
        }
        var statement = new EntityQuery(search, query);
        var text = statement.page(page.after());
        return sql.with(handle -> handle.createQuery(text)
                .bindMap(statement.bound())
                .bind("asOf", search.asOf())
                .bind("fetch", page.fetch())
                .mapTo(FoundRow.class)
                .list());
    }

    /** How many the search finds, counted up to {@link #MOST_COUNTED} or {@link #MOST_COUNTED_BY_STATUS}. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public Found count(EntitySearch search) {
        var query = NameQuery.of(search.query());
        int most = search.status() == null && search.category() == null ? MOST_COUNTED : MOST_COUNTED_BY_STATUS;
        long count = count(search, query, most);
        if (count == 0 && query.number() != null) {
            count = count(search, query.asName(), most);
        }
        return new Found(Math.min(count, most), count > most);
    }

    private long count(EntitySearch search, NameQuery query, int most) {
        var statement = new EntityQuery(search, query);
        var text = statement.count();
        return sql.with(handle -> handle.createQuery(text)
                .bindMap(statement.bound())
                .bind("asOf", search.asOf())
                .bind("most", most + 1)
                .mapTo(Long.class)
                .one());
    }

    /**
     * What is known of a subject, a private person's name cut to surname and initials.
     *
     * @param asOf today if null
     * @param knownOn as known at that instant; as known now if null
     * @throws Problem {@code entity-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public EntityCard card(Inn inn, @Nullable LocalDate asOf, @Nullable Instant knownOn) {
        return new CardReading(sql, inn, asOf, knownOn).card(false);
    }

    /**
     * The same with a private person's full name; that it was looked at is recorded.
     *
     * @throws Problem {@code entity-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, AUDITOR, SERVICE})
    public EntityCard openCard(Inn inn, @Nullable LocalDate asOf, @Nullable Instant knownOn) {
        var card = new CardReading(sql, inn, asOf, knownOn).card(true);
        noteView(inn, "CARD");
        return card;
    }

    /**
     * Everything known of a subject over time, in the order of days: what we hold true, and what we once held and by now
     * know better. A private person's names are cut.
     *
     * @throws Problem {@code entity-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public Slice<HistoryItem> history(Inn inn, PageRequest page) {
        return history(inn, page, false);
    }

    /**
     * The same with a private person's full names; that it was looked at is recorded.
     *
     * @throws Problem {@code entity-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, AUDITOR, SERVICE})
    public Slice<HistoryItem> openHistory(Inn inn, PageRequest page) {
        var slice = history(inn, page, true);
        noteView(inn, "HISTORY");
        return slice;
    }

    private Slice<HistoryItem> history(Inn inn, PageRequest page, boolean open) {
        if (!isKnown(inn)) {
            throw new Problem(EntityProblem.ENTITY_UNKNOWN, inn);
        }
        if (page.after().size() > 1) {
            throw new Problem(PlatformProblem.CURSOR_INVALID);
        }
        var all = new HistoryReading(sql, inn, open).items();
        int from = page.after().isEmpty()
                ? 0
                : (int) all.stream()
                        .takeWhile(item ->
                                HistoryReading.key(item).compareTo(page.after().get(0)) <= 0)
                        .count();
        var rest = all.subList(from, Math.min(all.size(), from + page.fetch()));
        return Slice.of(rest, page, item -> List.of(HistoryReading.key(item)));
    }

    private boolean isKnown(Inn inn) {
        return sql.with(handle -> handle.createQuery("select exists (select from registry.entity e where e.inn = :inn)")
                .bind("inn", inn)
                .mapTo(Boolean.class)
                .one());
    }

    private void noteView(Inn inn, String what) {
        if (!inn.isLegalEntity()) {
            changes.record("PERSONAL_DATA_VIEWED", "ENTITY", inn.digits(), null, Map.of("view", what));
        }
    }
}
