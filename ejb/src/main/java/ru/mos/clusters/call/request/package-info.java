/**
 * What other bodies are asked about an applicant, instead of asking the applicant: tax debt, insolvency, sanctions, an opinion
 * or an agreement. A request has a term; its answer, with its paper, is evidence.
 *
 * <p>Enter through {@link InteragencyRequests}. Registers that can be read by a program stand behind {@link RegisterAdapter}.
 *
 * <p>Source: draft Concept of cluster policy, principle 2; 210-ФЗ art. 7 part 1.
 */
@NullMarked
package ru.mos.clusters.call.request;

import org.jspecify.annotations.NullMarked;
