package ru.mos.clusters.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An account by what it is kept for.
 *
 * @param year of the budget
 * @param kbk code of the budget classification, 20 places
 * @param subject the decision or agreement, where the stage keeps an account for each: letters, digits and dashes, a capital
 *     first; null elsewhere
 */
public record Account(
        Stage stage, int year, String kbk, @Nullable String subject) {

    /** Of the line as a whole. */
    public static Account of(Stage stage, int year, String kbk) {
        return new Account(stage, year, kbk, null);
    }
}
