/** Support in kind on screens and over REST: requests with their check, schedule, delivery and confirmation; objects and calendars. */
@NullMarked
package ru.mos.clusters.web.inkind;

import org.jspecify.annotations.NullMarked;
