/** Pages and resources of verdicts and of the conclusions behind them. */
@NullMarked
package ru.mos.clusters.web.eligibility;

import org.jspecify.annotations.NullMarked;
