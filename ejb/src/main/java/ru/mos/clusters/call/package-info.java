/**
 * Calls for applications: what is called for under a measure of a programme, by which acts and rules, with how much money,
 * until when. A call is drafted, checked by a gate that lists all faults at once, and published by a second person; then it
 * never changes but by a published amendment, which shows what is otherwise.
 *
 * <p>Enter through {@link Calls}; plans of programmes lie in {@code call.programme}, working days in {@code call.calendar}.
 * Who may be supported is judged in {@code eligibility} by the rules that a call names.
 *
 * <p>Source: draft Concept of cluster policy, principles 3 to 6 and "Conditions of support"; acts 1471-ПП and 818-ПП.
 */
@NullMarked
package ru.mos.clusters.call;

import org.jspecify.annotations.NullMarked;
