/** Pages and resources of clusters, their members and papers. Who may what is decided by the services behind them. */
@NullMarked
package ru.mos.clusters.web.cluster;

import org.jspecify.annotations.NullMarked;
