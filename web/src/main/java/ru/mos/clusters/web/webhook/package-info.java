/** Subscriptions of programs to events: their pages and their REST door. */
@NullMarked
package ru.mos.clusters.web.webhook;

import org.jspecify.annotations.NullMarked;
