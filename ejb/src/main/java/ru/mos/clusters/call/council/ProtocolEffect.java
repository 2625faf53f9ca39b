package ru.mos.clusters.call.council;

/** What follows besides the next state. */
public enum ProtocolEffect {
    NOTHING,
    SIGNATURE_ASKED,
    SCAN_KEPT
}
