/** Mergers of clusters, on screens and over REST, and what each cluster came from and became. */
@NullMarked
package ru.mos.clusters.web.merger;

import org.jspecify.annotations.NullMarked;
