package ru.mos.clusters.call;

import java.util.List;
import ru.mos.clusters.platform.Problem;

/**
 * What a way of choosing asks of a call. The seam for further ones: a request for proposals takes who meets the conditions in
 * the order of receipt and knows no criteria.
 *
 * <p>Source: general requirements to selection (ПП РФ 1781 of 25.10.2023).
 */
interface SelectionMethod {

    /** What keeps a call from being carried out so; each fault names its place. */
    List<Problem> faults(CallTerms terms);
}
