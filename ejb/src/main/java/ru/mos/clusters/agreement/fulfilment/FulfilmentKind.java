package ru.mos.clusters.agreement.fulfilment;

import ru.mos.clusters.project.InitiatorEvidence;

/** Of what a fact is told. */
public enum FulfilmentKind {
    /** An indicator that the agreement promises to bring to a value. */
    RESULT,
    ORDER,
    SUBCONTRACT,
    CO_FINANCING;

    static FulfilmentKind of(InitiatorEvidence brought) {
        return switch (brought) {
            case ORDER -> ORDER;
            case SUBCONTRACT -> SUBCONTRACT;
            case CO_FINANCING -> CO_FINANCING;
        };
    }
}
