/**
 * The production calendar: which days are working days, as the decree of each year says. Enter through {@link
 * ProductionCalendar}. A year nobody has entered is unknown; terms that run into it cannot be counted.
 *
 * <p>Source: Labour Code, article 112, and the decrees on the transfer of days off named by each year.
 */
@NullMarked
package ru.mos.clusters.call.calendar;

import org.jspecify.annotations.NullMarked;
