/** How enterprises join clusters, on screens and over REST: applications, decisions with their effect, and the reports on them. */
@NullMarked
package ru.mos.clusters.web.joining;

import org.jspecify.annotations.NullMarked;
