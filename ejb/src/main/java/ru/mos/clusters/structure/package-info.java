/**
 * The structure of the programme as one picture: who directs and advises, who develops clusters, the infrastructure, the
 * sectors and their clusters with how each stands. Nothing is kept here; it is put together from the other packages.
 *
 * <p>Enter through {@link Structure}.
 *
 * <p>Source: draft Concept of cluster policy, "Structure"; domain facts 1.1 and 8.6.
 */
@NullMarked
package ru.mos.clusters.structure;

import org.jspecify.annotations.NullMarked;
