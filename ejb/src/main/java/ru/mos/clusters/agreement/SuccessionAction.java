package ru.mos.clusters.agreement;

/** What is done to a succession. */
public enum SuccessionAction {
    CONFIRM,
    REJECT,
    /** Say that it is wrong. */
    REVERSE,
    /** Find that it is wrong indeed. */
    CONFIRM_REVERSAL,
    /** Find that it is right. */
    KEEP
}
