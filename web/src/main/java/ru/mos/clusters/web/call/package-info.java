/** Screens and REST of programmes, calls and the production calendar. */
@NullMarked
package ru.mos.clusters.web.call;

import org.jspecify.annotations.NullMarked;
