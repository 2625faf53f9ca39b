package ru.mos.clusters.remote;

import jakarta.ejb.Remote;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Look-up of enterprises and verdicts for enterprise applications, over EJB. The caller logs in as a user of the system;
 * who may ask is the same as at the other doors.
 */
@Remote
public interface ClusterSupport {

    /**
     * What is known of an enterprise on a date.
     *
     * @param inn 10 or 12 digits
     * @param asOf the day asked; null: today in Moscow
     * @throws RemoteProblem {@code inn-malformed}, {@code inn-checksum}, {@code entity-unknown}
     */
    EntityAnswer entity(String inn, @Nullable LocalDate asOf) throws RemoteProblem;

    /**
     * Whether a cluster meets the conditions for support, and why.
     *
     * @param cluster its code, such as {@code IT-1}, or its id
     * @param asOf the day judged; null: today in Moscow
     * @param language {@code ru} or {@code en}
     * @throws RemoteProblem {@code cluster-unknown}
     */
    VerdictAnswer verdict(String cluster, @Nullable LocalDate asOf, String language) throws RemoteProblem;
}
