/** The ledger at both doors: what accounts hold, what led to it, the finance body's notices, and months that are closed. */
@NullMarked
package ru.mos.clusters.web.ledger;

import org.jspecify.annotations.NullMarked;
