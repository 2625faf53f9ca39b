/** Breaches of agreements, demands on them and how they are met, as screens and REST show them. */
@NullMarked
package ru.mos.clusters.web.recovery;

import org.jspecify.annotations.NullMarked;
