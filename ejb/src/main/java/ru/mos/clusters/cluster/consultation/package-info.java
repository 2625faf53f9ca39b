/**
 * The journal of consultations and visits of ГЦКР: who advised which cluster or enterprise, when, in which form, on what, and
 * what came of it.
 *
 * <p>Enter through {@link Consultations}. Whoever has advised an applicant is not to assess it: later rules ask {@link
 * Consultations#advised}. That is why nobody changes or takes away the trace of an advice of their own: an entry is
 * corrected by superseding, and who advised whom and when is corrected by somebody else.
 *
 * <p>Who may: {@code gckr} enters and corrects, {@code department} corrects and takes away; they, {@code chief},
 * {@code commission} and {@code auditor} read.
 */
@NullMarked
package ru.mos.clusters.cluster.consultation;

import org.jspecify.annotations.NullMarked;
