package ru.mos.clusters.agreement;

/** What has become of an agreement. */
public enum AgreementState {
    /** Being written; nothing is owed yet. */
    DRAFT,
    /** Signed, the commitment sent to the finance body. */
    SIGNED,
    /** The commitment is registered. */
    IN_FORCE,
    /** In force; an amendment is being written. */
    AMENDING,
    /** In force; an amendment is signed and its registration waited for. */
    AMENDED,
    COMPLETED,
    TERMINATED,
    /** Given up before anything was owed. */
    CANCELLED;

    /** Whether money is owed under it. */
    public boolean isInForce() {
        return this == IN_FORCE || this == AMENDING || this == AMENDED;
    }
}
