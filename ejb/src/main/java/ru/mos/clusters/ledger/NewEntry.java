package ru.mos.clusters.ledger;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be made.
 *
 * @param key names the request, 1 to 200 characters: asked for again, nothing is posted twice
 * @param memo what it is, for people, up to 1000 characters
 * @param source the document behind it
 * @param legs sum to zero
 */
public record NewEntry(
        String key,
        Operation operation,
        String memo,
        @Nullable Source source,
        List<Leg> legs) {

    /** A thing of another package, by the kind under which changes to it are recorded, and its id. */
    public record Source(String kind, String id) {}

    /** One line of an entry: roubles, debit positive, whole kopecks, less than 10 trillion, not zero. */
    public record Leg(Account account, BigDecimal amount) {}

    /** Of a sum that goes from one account to another. */
    public static NewEntry move(
            String key,
            Operation operation,
            String memo,
            @Nullable Source source,
            Account from,
            Account to,
            BigDecimal amount) {
        return new NewEntry(key, operation, memo, source, List.of(new Leg(to, amount), new Leg(from, amount.negate())));
    }
}
