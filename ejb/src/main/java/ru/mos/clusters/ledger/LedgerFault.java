package ru.mos.clusters.ledger;

import org.jspecify.annotations.Nullable;

/** A place where the books are not what was written. */
public record LedgerFault(
        @Nullable String account,
        @Nullable Long line,
        @Nullable Long entry,
        Kind fault) {

    /** What is wrong there. */
    public enum Kind {
        /** A posting, its entry or a line before it was changed: the seal does not fit. */
        CHANGED,
        /** Lines do not follow one another: one was taken out or put in. */
        LINE_MISSING,
        /** The balance of a line does not follow from the lines before it. */
        BALANCE_WRONG,
        /** The sums of an account are not those of its lines. */
        ACCOUNT_WRONG,
        /** Debit and credit of an entry differ, or it has no lines. */
        UNBALANCED
    }
}
