package ru.mos.clusters.call.application;

/** What is done to an application. */
public enum ApplicationAction {
    EDIT,
    SIGN,
    /** Takes a signature back, to go on writing. */
    RECALL,
    CERTIFY,
    RETURN,
    ADMIT,
    REJECT,
    ASSESS,
    AWARD,
    RESERVE,
    REFUSE,
    WITHDRAW,
    CANCEL,
    /** An appeal was upheld. */
    REINSTATE,
    REASSESS
}
