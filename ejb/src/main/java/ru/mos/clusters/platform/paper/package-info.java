/** Documents on paper, as PDF: faces, margins and tables that all of them share. */
@NullMarked
package ru.mos.clusters.platform.paper;

import org.jspecify.annotations.NullMarked;
