package ru.mos.clusters.recovery;

/** How a demand is met. */
public enum RepaymentWay {
    /** The money came to the department's account. */
    RECEIPT,
    /** It was kept back from a later payment. */
    SET_OFF
}
