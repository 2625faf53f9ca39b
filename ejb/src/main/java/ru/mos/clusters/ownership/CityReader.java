package ru.mos.clusters.ownership;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.City.Ending;
import ru.mos.clusters.ownership.City.Identity;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Sql;

/** Reads the whole city from the database, in a transaction of its own: only what others have committed is there. */
@Stateless
@DenyAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CityReader {

    @Inject
    private Sql sql;

    /** What was read, of which state of the database: how often it had been written, and the latest change in it. */
    record Edition(City city, List<Long> written, Instant knownOn) {}

    /** Empty where somebody wrote meanwhile. */
    @PermitAll
    public Optional<Edition> read() {
        return sql.with(handle -> {
            var before = written(handle);
            var knownOn = handle.createQuery("select coalesce(max(at), 'epoch') from platform.change")
                    .mapTo(Instant.class)
                    .one();
            var city = new Reading(handle).city();
            return before.equals(written(handle)) ? Optional.of(new Edition(city, before, knownOn)) : Optional.empty();
        });
    }

    /** How often what is known was written, as far as this transaction sees; a number committed late counts, too. */
    static List<Long> written(Handle handle) {
        return handle.createQuery("select count(*) as times, coalesce(max(id), 0) as latest from ownership.edition")
                .map((row, context) -> List.of(row.getLong("times"), row.getLong("latest")))
                .one();
    }

    private static final class Reading {

        private final Handle handle;
        private final CityFractions fractions = new CityFractions();
        private long[] ids = {};

        Reading(Handle handle) {
            this.handle = handle;
        }

        City city() {
            var parties = parties();
            var extracts = new ExtractRows();
            CopyRows.each(handle, """
                    select e.id, e.party_id, e.shown_on - date '1970-01-01',
                           cast(e.joint_stock as integer) + 2 * cast(e.owners_withheld as integer),
                           e.ceased_on - date '1970-01-01', e.successor_id, e.treasury_numerator, e.treasury_denominator
                      from ownership.extract e
                     where e.superseded_by is null
                     order by e.party_id, e.shown_on, e.content""", extracts::take);
            var ties = new TieRows(extracts);
            CopyRows.each(handle, """
                    select s.extract_id, s.owner_id, %s, s.share_numerator, s.share_denominator, s.votes_numerator,
                           s.votes_denominator, s.valid_from - date '1970-01-01', s.position
                      from ownership.shown s""".formatted(number(EdgeKind.values(), "s.kind")), ties::takeShown);
            CopyRows.each(handle, """
                    select t.subject_id, t.owner_id, %s, t.share_numerator, t.share_denominator, t.votes_numerator,
                           t.votes_denominator, t.valid_from - date '1970-01-01', t.valid_until - date '1970-01-01'
                      from ownership.stake t
                     where t.superseded_by is null""".formatted(number(EdgeKind.values(), "t.kind")), ties::takeStake);
            var identities = new ArrayList<Identity>();
            CopyRows.each(
                    handle,
                    "select one, other, cast(same as integer) from ownership.identity where superseded_by is null",
                    row -> identities.add(new Identity(row.nextLong(), row.nextLong(), row.nextLong() != 0)));
            return new City(
                    parties,
                    extracts.extracts(),
                    ties.ties(),
                    extracts.predecessors(),
                    List.copyOf(identities),
                    together(identities.stream()
                            .filter(Identity::same)
                            .flatMap(i -> Stream.of(
                                    new int[] {find(i.one()), find(i.other())},
                                    new int[] {find(i.other()), find(i.one())}))
                            .toList()));
        }

        private City.Parties parties() {
            var all = new Longs();
            var kinds = new Ints();
            var numbered = new BitSet();
            CopyRows.each(
                    handle,
                    "select p.id, %s, cast(p.inn is not null as integer) from ownership.party p order by p.id"
                            .formatted(number(PartyKind.values(), "p.kind")),
                    row -> {
                        all.add(row.nextLong());
                        kinds.add((int) row.nextLong());
                        numbered.set(kinds.size() - 1, row.nextLong() != 0);
                    });
            ids = all.toArray();
            var byName = new HashMap<Long, List<Integer>>();
            CopyRows.each(
                    handle,
                    """
                    select dense_rank() over (order by p.match_name), p.id
                      from ownership.party p
                     where p.kind = 'PERSON'
                       and p.match_name in (select n.match_name from ownership.party n where n.kind = 'PERSON' and n.inn is null)""",
                    row -> byName.computeIfAbsent(row.nextLong(), first -> new ArrayList<>())
                            .add(find(row.nextLong())));
            var namesakes = new HashMap<Integer, int[]>();
            byName.values().stream().filter(some -> some.size() > 1).forEach(some -> {
                int[] alike = some.stream().mapToInt(party -> party).sorted().toArray();
                some.forEach(party -> namesakes.put(party, alike));
            });
            return new City.Parties(ids, kinds.toBytes(), numbered, namesakes);
        }

        private int find(long id) {
            return Arrays.binarySearch(ids, id);
        }

        @SuppressWarnings("EnumOrdinal")
        private static String number(Enum<?>[] values, String column) {
            return Stream.of(values)
                    .map(value -> "when '" + value.name() + "' then " + value.ordinal())
                    .collect(Collectors.joining(" ", "case " + column + " ", " end"));
        }

        private static Map<Integer, int[]> together(List<int[]> pairs) {
            return pairs.stream()
                    .collect(Collectors.groupingBy(
                            pair -> pair[0],
                            Collectors.collectingAndThen(
                                    Collectors.toList(),
                                    some -> some.stream()
                                            .mapToInt(pair -> pair[1])
                                            .distinct()
                                            .sorted()
                                            .toArray())));
        }

        /** Extracts, as they come: by subject, day and content. */
        private final class ExtractRows {
            private final Longs extractIds = new Longs();
            private final Ints subjects = new Ints();
            private final Ints days = new Ints();
            private final Ints signs = new Ints();
            private final Map<Integer, Ending> endings = new HashMap<>();
            private final List<int[]> successions = new ArrayList<>();

            void take(CopyRows row) {
                int number = days.size();
                extractIds.add(row.nextLong());
                subjects.add(find(row.nextLong()));
                days.add((int) row.nextLong());
                signs.add((int) row.nextLong());
                int ceased = row.nextInt(City.NONE);
                Long successor = row.next() ? Long.valueOf(row.number()) : null;
                int treasury = fractions.next(row);
                if (ceased != City.NONE || successor != null || treasury != City.NONE) {
                    endings.put(number, ending(ceased, successor, treasury));
                }
                if (successor != null) {
                    successions.add(new int[] {find(successor), subjects.get(number)});
                }
            }

            private Ending ending(int ceased, @Nullable Long successor, int treasury) {
                return new Ending(
                        ceased == City.NONE ? null : LocalDate.ofEpochDay(ceased),
                        successor,
                        treasury == City.NONE ? Fraction.ZERO : fractions.get(treasury));
            }

            Map<Integer, int[]> predecessors() {
                return together(successions);
            }

            City.Extracts extracts() {
                return new City.Extracts(
                        extractIds.toArray(),
                        firsts(subjects.toArray(), ids.length),
                        days.toArray(),
                        signs.toBytes(),
                        Map.copyOf(endings));
            }

            /** By id, ascending: the number of the extract in the lower half. */
            long[] byId() {
                var byId = extractIds.toArray();
                for (int number = 0; number < byId.length; number++) {
                    byId[number] = byId[number] << Integer.SIZE | number;
                }
                Arrays.sort(byId);
                return byId;
            }
        }

        /** Ties, in no order; then by their subjects and extracts. */
        private final class TieRows {
            private final ExtractRows shownIn;
            private final long[] extractsById;
            private final Ints owners = new Ints();
            private final Ints subjects = new Ints();
            private final Ints kinds = new Ints();
            private final Ints shares = new Ints();
            private final Ints votes = new Ints();
            private final Ints from = new Ints();
            private final Ints extracts = new Ints();
            private final Ints positions = new Ints();
            private final Map<Integer, Integer> until = new HashMap<>();

            TieRows(ExtractRows shownIn) {
                this.shownIn = shownIn;
                extractsById = shownIn.byId();
            }

            void takeShown(CopyRows row) {
                long id = row.nextLong();
                int place = Arrays.binarySearch(extractsById, id << Integer.SIZE);
                int at = place < 0 ? -1 - place : place;
                if (at == extractsById.length || extractsById[at] >> Integer.SIZE != id) {
                    return; // of an extract that is believed no more
                }
                int extract = (int) extractsById[at];
                take(row, shownIn.subjects.get(extract), extract);
                positions.add((int) row.nextLong());
            }

            void takeStake(CopyRows row) {
                int tie = owners.size();
                take(row, find(row.nextLong()), City.NONE);
                positions.add(0);
                if (row.next()) {
                    until.put(tie, (int) row.number());
                }
            }

            private void take(CopyRows row, int subject, int extract) {
                subjects.add(subject);
                extracts.add(extract);
                owners.add(find(row.nextLong()));
                kinds.add((int) row.nextLong());
                shares.add(fractions.next(row));
                votes.add(fractions.next(row));
                from.add(row.nextInt(City.NONE));
            }

            City.Ties ties() {
                var order = order();
                var numbers = new int[order.length];
                for (int at = 0; at < order.length; at++) {
                    numbers[order[at]] = at;
                }
                var sortedOwners = owners.toArray(order);
                var firstOut = firsts(sortedOwners, ids.length);
                return new City.Ties(
                        firsts(subjects.toArray(), ids.length),
                        sortedOwners,
                        subjects.toArray(order),
                        kinds.toBytes(order),
                        shares.toArray(order),
                        votes.toArray(order),
                        from.toArray(order),
                        extracts.toArray(order),
                        positions.toShorts(order),
                        firstOut,
                        places(sortedOwners, firstOut),
                        until.entrySet().stream()
                                .collect(Collectors.toMap(each -> numbers[each.getKey()], Map.Entry::getValue)),
                        fractions.toArray());
            }

            /** Ties by subject; those of one subject by extract and position, single statements first. */
            private int[] order() {
                var of = subjects.toArray();
                var first = firsts(of, ids.length);
                var order = places(of, first);
                for (int party = 0; party < ids.length; party++) {
                    sort(order, first[party], first[party + 1]);
                }
                return order;
            }

            /** Few, and mostly in order already. */
            private void sort(int[] order, int begin, int end) {
                for (int at = begin + 1; at < end; at++) {
                    int tie = order[at];
                    int place = at;
                    while (place > begin && isBefore(tie, order[place - 1])) {
                        order[place] = order[place - 1];
                        place--;
                    }
                    order[place] = tie;
                }
            }

            private boolean isBefore(int one, int other) {
                return extracts.get(one) == extracts.get(other)
                        ? positions.get(one) < positions.get(other)
                        : extracts.get(one) < extracts.get(other);
            }
        }

        /** By key the place of its first, where all stand in the order of their keys; one more at the end. */
        private static int[] firsts(int[] keys, int count) {
            var first = new int[count + 1];
            for (int key : keys) {
                first[key + 1]++;
            }
            for (int key = 0; key < count; key++) {
                first[key + 1] += first[key];
            }
            return first;
        }

        /** What stands where in the order of keys; of equal ones what came first. */
        private static int[] places(int[] keys, int[] first) {
            var next = first.clone();
            var places = new int[keys.length];
            for (int at = 0; at < keys.length; at++) {
                places[next[keys[at]]++] = at;
            }
            return places;
        }
    }
}
