/** Plan and fact of what agreements promise, as screens and REST show it. */
@NullMarked
package ru.mos.clusters.web.fulfilment;

import org.jspecify.annotations.NullMarked;
