package ru.mos.clusters.agreement;

/** How far a succession has come; it holds while it is confirmed or its reversal waits for a second person. */
public enum SuccessionState {
    ENTERED,
    CONFIRMED,
    REJECTED,
    REVERSING,
    REVERSED
}
