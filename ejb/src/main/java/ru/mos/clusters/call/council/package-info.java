/**
 * Bodies that advise and decide: the expert council and the commission, who sat in them when, by which orders; their sittings
 * with attendance, quorum, recusals and votes; and the protocols of these, numbered without gaps and never changed after.
 *
 * <p>Enter through {@link Bodies}, {@link Sittings} and {@link Protocols}. What the commission has voted for is carried out in
 * {@code call.decision}; who checked or assessed an application is known here only to keep them from deciding on it.
 *
 * <p>Source: draft Concept of cluster policy, principles 4 and 5; regulation of the commission annexed to 724-ПП.
 */
@NullMarked
package ru.mos.clusters.call.council;

import org.jspecify.annotations.NullMarked;
