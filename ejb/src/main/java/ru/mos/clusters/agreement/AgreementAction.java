package ru.mos.clusters.agreement;

/** What may be done to an agreement. */
public enum AgreementAction {
    EDIT,
    SIGN,
    REGISTER,
    REFUSE,
    AMEND,
    DROP,
    COMPLETE,
    TERMINATE,
    CANCEL
}
