package ru.mos.clusters.eligibility;

import java.time.LocalDate;

/**
 * What an evaluation came to.
 *
 * @param clusters judged
 * @param changed of them stand otherwise than before, in some condition
 * @param outcomes of them came to another outcome as a whole
 */
public record Evaluated(LocalDate asOf, int clusters, int changed, int outcomes) {

    /** Both together. */
    Evaluated plus(Evaluated more) {
        return new Evaluated(asOf, clusters + more.clusters, changed + more.changed, outcomes + more.outcomes);
    }
}
