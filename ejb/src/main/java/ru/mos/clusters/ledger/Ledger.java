package ru.mos.clusters.ledger;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/**
 * Writes the ledger, in the transaction of what is being done: the entry stands or falls with it. Neither screens nor programs
 * post; they enter documents, and capabilities post what those mean.
 */
@Stateless
@DenyAll
public class Ledger {

    @Inject
    private Sql sql;

    @Inject
    private Caller caller;

    /**
     * Posts entries, all or none.
     *
     * @param day on which they take effect: not later than today, not in a closed month
     * @return their ids, in their order; of the entries made before, if all keys stand for the same request already
     * @throws Problem {@code limit-exceeded} and what else says that an account would be overdrawn, {@code entry-key-reused},
     *     {@code entry-in-closed-month}, {@code entry-in-future}, {@code entry-outside-year}, {@code entry-unbalanced},
     *     {@code posting-sum-impossible}, {@code account-kbk-not-of-year}, {@code account-of-ended-year}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT})
    public List<Long> post(LocalDate day, List<NewEntry> entries) {
        var legs = new Legs(entries);
        return sql.with(handle -> {
            handle.registerArrayType(String.class, "text");
            handle.registerArrayType(Long.class, "bigint");
            handle.registerArrayType(Integer.class, "integer");
            handle.registerArrayType(BigDecimal.class, "numeric");
            return handle.createQuery("""
                            select unnest(ledger.post(:day, :by, :keys, :operations, :memos, :kinds, :sources, array_fill(null::bigint, array[:count]),
                                                      :entries, :stages, :years, :kbks, :subjects, :amounts))""")
                    .bind("day", day)
                    .bind("by", caller.login())
                    .bind("count", entries.size())
                    .bindArray(
                            "keys",
                            String.class,
                            entries.stream().map(NewEntry::key).toList())
                    .bindArray(
                            "operations",
                            String.class,
                            entries.stream().map(one -> one.operation().name()).toList())
                    .bindArray(
                            "memos",
                            String.class,
                            entries.stream().map(NewEntry::memo).toList())
                    .bindArray(
                            "kinds",
                            String.class,
                            entries.stream().map(one -> kind(one.source())).toList())
                    .bindArray(
                            "sources",
                            String.class,
                            entries.stream().map(one -> id(one.source())).toList())
                    .bindArray("entries", Integer.class, legs.entries)
                    .bindArray("stages", String.class, legs.stages)
                    .bindArray("years", Integer.class, legs.years)
                    .bindArray("kbks", String.class, legs.kbks)
                    .bindArray("subjects", String.class, legs.subjects)
                    .bindArray("amounts", BigDecimal.class, legs.amounts)
                    .mapTo(Long.class)
                    .list();
        });
    }

    private static @Nullable String kind(NewEntry.@Nullable Source source) {
        return source == null ? null : source.kind();
    }

    private static @Nullable String id(NewEntry.@Nullable Source source) {
        return source == null ? null : source.id();
    }

    /** The legs of several entries as the columns of one table. */
    private static final class Legs {
        private final List<Integer> entries = new ArrayList<>();
        private final List<String> stages = new ArrayList<>();
        private final List<Integer> years = new ArrayList<>();
        private final List<String> kbks = new ArrayList<>();
        private final List<String> subjects = new ArrayList<>();
        private final List<BigDecimal> amounts = new ArrayList<>();

        Legs(List<NewEntry> all) {
            for (int at = 0; at < all.size(); at++) {
                for (var leg : all.get(at).legs()) {
                    var account = leg.account();
                    entries.add(at + 1);
                    stages.add(account.stage().name());
                    years.add(account.year());
                    kbks.add(account.kbk());
                    subjects.add(account.subject() == null ? "" : account.subject());
                    amounts.add(leg.amount());
                }
            }
        }
    }

    /**
     * Posts an entry anew with debit and credit exchanged; both stay to be seen.
     *
     * @return the id of the reversing entry
     * @throws Problem {@code entry-unknown}, {@code entry-reversed-twice}, and as for any entry
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT})
    public long reverse(long entry, LocalDate day, String key, String why) {
        return sql.with(handle -> handle.createQuery("select ledger.reverse(:entry, :day, :by, :key, :why)")
                        .bind("entry", entry)
                        .bind("day", day)
                        .bind("by", caller.login())
                        .bind("key", key)
                        .bind("why", why)
                        .mapTo(Long.class)
                        .findOne())
                .orElseThrow(() -> new Problem(LedgerProblem.ENTRY_UNKNOWN));
    }

    /** Entries of which a document is the source and that no other entry reverses, in the order they were made. */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT})
    public List<Long> of(NewEntry.Source source) {
        return sql.with(handle -> handle.createQuery("""
                        select e.id from ledger.entry e
                         where (e.source_kind, e.source) = (:kind, :id) and e.reverses is null
                           and not exists (select from ledger.entry r where r.reverses = e.id)
                         order by e.id""")
                .bind("kind", source.kind())
                .bind("id", source.id())
                .mapTo(Long.class)
                .list());
    }

    /** The first day from a day on whose month is not closed. */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT})
    public LocalDate openDay(LocalDate from) {
        return sql.with(handle -> handle.createQuery("""
                        select greatest(cast(:from as date), (select max(through) + 1 from ledger.closing))""")
                .bind("from", from)
                .mapTo(LocalDate.class)
                .one());
    }

    /** How the codes of the budget classification are laid out, whenever. */
    @PermitAll
    public List<KbkLayout> layouts() {
        return sql.with(handle -> handle.createQuery("""
                        select valid_from as "from", valid_until as until, pattern, parts from ledger.kbk_layout order by 1""").mapTo(KbkLayout.class).list());
    }
}
