/**
 * Who holds and directs whom, as arithmetic: an {@link OwnershipGraph} goes in, {@link Holdings} and {@link Affiliations}
 * with their proofs come out. No clock, no database, no language.
 *
 * <p>Three layers, each a class: what is certain ({@code Groups}: the groups of persons by sure facts alone), what is possible
 * ({@code Possibilities}: how far one party could reach if it held everything unknown), and why ({@code Chains}, proofs cut
 * down until no edge can be spared). AFFILIATED rests on the first alone, NOT_AFFILIATED on the second.
 *
 * <p>Source: law 948-1 art. 4, law 135-ФЗ art. 9 part 1, Tax Code art. 105.1 and 105.2.
 */
@NullMarked
package ru.mos.clusters.ownership.graph;

import org.jspecify.annotations.NullMarked;
