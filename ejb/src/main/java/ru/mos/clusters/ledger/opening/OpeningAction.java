package ru.mos.clusters.ledger.opening;

/** What may be done to opening balances. */
public enum OpeningAction {
    POST,
    CANCEL
}
