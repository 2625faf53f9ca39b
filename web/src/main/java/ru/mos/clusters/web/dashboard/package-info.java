/** Boards of figures and passports of clusters: as pictures with their tables, on paper, as spreadsheets and over REST. */
@NullMarked
package ru.mos.clusters.web.dashboard;

import org.jspecify.annotations.NullMarked;
