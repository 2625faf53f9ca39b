/** Pages and resources of the platform: log-in, users, tasks, audit trail, documents. */
@NullMarked
package ru.mos.clusters.web.platform;

import org.jspecify.annotations.NullMarked;
