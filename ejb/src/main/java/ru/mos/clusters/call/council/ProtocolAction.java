package ru.mos.clusters.call.council;

/** What people do to a protocol. */
public enum ProtocolAction {
    EDIT,
    NUMBER,
    SIGN,
    DROP
}
