/** Open data at three doors: screens and REST for who prepares and publishes it, and the page and files without log-in. */
@NullMarked
package ru.mos.clusters.web.opendata;

import org.jspecify.annotations.NullMarked;
