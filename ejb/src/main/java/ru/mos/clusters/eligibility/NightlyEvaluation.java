package ru.mos.clusters.eligibility;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Judges all clusters every night: a release decides only so many days, and conclusions and waivers end. */
@Stateless
@PermitAll
public class NightlyEvaluation {

    @EJB
    private Evaluation evaluation;

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "0", minute = "20", timezone = "Europe/Moscow", persistent = false)
    void judgeAll() {
        evaluation.evaluate(null);
    }
}
