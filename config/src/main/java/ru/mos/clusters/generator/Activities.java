package ru.mos.clusters.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A main activity and additional ones, told as a walk through the table of activities: from {@code start} in steps of
 * {@code stride}, {@code additional} codes, past the main one.
 */
record Activities(int main, int start, int stride, int additional) {
    private static final List<String> LINES = lines();
    private static final byte[][] ENCODED =
            LINES.stream().map(Activities::encoded).toArray(byte[][]::new);
    private static final Map<Sector, List<Integer>> MAINS = IntStream.range(0, LINES.size())
            .boxed()
            .collect(Collectors.groupingBy(
                    at -> Sector.valueOf(LINES.get(at).split("\t")[0]),
                    () -> new EnumMap<>(Sector.class),
                    Collectors.toList()));
    /** Primes greater than the table: a walk meets every line once before it meets one again. */
    private static final List<Integer> STRIDES = List.of(239, 241, 251, 257, 263, 269, 271, 277, 281, 283);

    /** On average between nine and ten additional ones, as in the real register; sometimes none, sometimes dozens. */
    static Activities declared(Sector sector, Dice dice, int mainChanges, int added) {
        List<Integer> mains = MAINS.getOrDefault(sector, List.of());
        int main = mains.get((dice.below(mains.size()) + mainChanges) % mains.size());
        return new Activities(main, dice.below(LINES.size()), dice.pick(STRIDES), count(dice) + added);
    }

    /** The same trade as it shows in the yearly reports: fewer activities. */
    Activities reported(int added) {
        return new Activities(main, start + 1, stride, (additional - added) / 4 + added);
    }

    void write(Markup out, String element) {
        out.raw("<").raw(element).raw("><СвОКВЭДОсн").raw(ENCODED[main]);
        int at = start % LINES.size();
        for (int written = 0; written < additional; at = (at + stride) % LINES.size()) {
            if (at != main) {
                out.raw("<СвОКВЭДДоп").raw(ENCODED[at]);
                written++;
            }
        }
        out.raw("</").raw(element).raw(">");
    }

    private static int count(Dice dice) {
        int lot = dice.below(1000);
        if (lot < 150) {
            return 0;
        }
        if (lot < 400) {
            return 1 + dice.below(3);
        }
        if (lot < 750) {
            return 4 + dice.below(9);
        }
        return lot < 950 ? 13 + dice.below(14) : 27 + dice.below(40);
    }

    private static byte[] encoded(String line) {
        String[] parts = line.split("\t");
        return new Markup()
                .attribute("КодОКВЭД", parts[1])
                .attribute("НаимОКВЭД", parts[2])
                .attribute("ВерсОКВЭД", "2014")
                .raw("/>")
                .toBytes();
    }

    private static List<String> lines() {
        try (InputStream table = Activities.class.getResourceAsStream("activities.tsv")) {
            if (table == null) {
                throw new IllegalStateException("activities.tsv is missing beside " + Activities.class);
            }
            return Arrays.asList(new String(table.readAllBytes(), UTF_8).split("\n"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
