package ru.mos.clusters.call;

/** What people have done to a call; what is open by its dates says {@link CallPhase}. */
public enum CallState {
    /** Somebody writes it. */
    DRAFT,
    /** The gate has found nothing; it waits for a second person. */
    CHECKED,
    /** It holds; its dates decide what is open. */
    PUBLISHED,
    /** It holds as published while somebody writes an amendment. */
    AMENDING,
    /** The gate has found nothing in the amendment; it waits for a second person. */
    AMENDMENT_CHECKED,
    /** All has been decided. */
    COMPLETED,
    /** It was called off after it was published. */
    CANCELLED,
    /** It was given up before it was published. */
    DISCARDED
}
