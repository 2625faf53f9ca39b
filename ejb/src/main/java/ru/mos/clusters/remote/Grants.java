package ru.mos.clusters.remote;

import jakarta.ejb.Remote;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Look-up of calls, agreements and payments for enterprise applications, over EJB. The caller logs in as a user of the system and
 * sees what that user sees at the other doors: staff all, an applicant the agreements of the own organisation.
 */
@Remote
public interface Grants {

    /**
     * Calls that take applications now, the latest first, at most 500.
     *
     * @param language {@code ru} or {@code en}
     */
    List<CallAnswer> openCalls(String language) throws RemoteProblem;

    /**
     * One call.
     *
     * @param call its code, such as {@code C-7}, or its id
     * @param language {@code ru} or {@code en}
     * @throws RemoteProblem {@code call-unknown}
     */
    CallAnswer call(String call, String language) throws RemoteProblem;

    /**
     * Agreements, the latest first.
     *
     * @param limit how many at most, 1 to 500
     * @param after {@link AgreementsAnswer#next()} of the stretch before; null: from the beginning
     * @throws RemoteProblem {@code limit-out-of-range}, {@code cursor-invalid}
     */
    AgreementsAnswer agreements(int limit, @Nullable String after) throws RemoteProblem;

    /**
     * One agreement with its instalments.
     *
     * @throws RemoteProblem {@code subsidy-agreement-unknown}, also for one that the caller does not see
     */
    AgreementAnswer agreement(UUID id) throws RemoteProblem;

    /**
     * Payments of an agreement, the latest first, at most 500.
     *
     * @throws RemoteProblem {@code subsidy-agreement-unknown}
     */
    List<PaymentAnswer> payments(UUID agreement) throws RemoteProblem;
}
