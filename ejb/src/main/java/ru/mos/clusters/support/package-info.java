/**
 * Recipients of support: who was given which support and until when, who was recognised as having broken its terms, and
 * whether support may be given again.
 *
 * <p>Enter through {@link SupportRecords} and {@link SupportViolations} (our own register), {@code intake} (what the tax
 * service publishes), {@link SupportChecks} (may it be given), {@link SupportDirectory} and {@link SupportParameters}. What follows
 * from an agreement comes through {@link GrantRecords}; under which codes the tax service takes it says {@code directory}.
 * Nothing of calls, applications or money is known here; who decides on support asks this package first.
 *
 * <p>Who may: {@code department} and {@code gckr} enter by a document; all who read the register of enterprises read.
 *
 * <p>Time: the term of a support runs from its decision through its last day, or up to the day on which it was stopped. A
 * complete publication of the tax service decides from its day for {@code RELEASE_DAYS}, by default 45 counting its own;
 * after that, and where there is none, nothing is known. Nothing is overwritten.
 *
 * <p>Source: 209-ФЗ art. 8 and art. 14 part 5; draft Concept of cluster policy, forms of support; domain facts 4 and 8.3.
 */
@NullMarked
package ru.mos.clusters.support;

import org.jspecify.annotations.NullMarked;
