/**
 * Who owns and directs whom: what sources say about it, since when and until when, and what nobody says.
 *
 * <p>Files are read by {@code ownership.source}. A fact begins at its own record date, and what no source shows is not
 * known, never absent.
 *
 * <p>Source: {@code domain.md} §3.6 and §5; contract, "Step 2".
 */
@NullMarked
package ru.mos.clusters.ownership;

import org.jspecify.annotations.NullMarked;
