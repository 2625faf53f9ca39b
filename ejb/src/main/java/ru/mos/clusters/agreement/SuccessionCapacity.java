package ru.mos.clusters.agreement;

/** In which place somebody is succeeded: who answers for an agreement may change while it stays a participant, and the reverse. */
public enum SuccessionCapacity {
    PARTY,
    PARTICIPANT
}
