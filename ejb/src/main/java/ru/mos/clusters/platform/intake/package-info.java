/**
 * Files from outside: what every importer needs before it may look at the content. Archives checked before anything is
 * unpacked, XML that cannot harm, refusals and their texts, rows for COPY, and the leave to import that one server has at
 * a time.
 *
 * <p>Enter through {@link Upload}. What a file means, and which of its records count, is the importer's own.
 */
@NullMarked
package ru.mos.clusters.platform.intake;

import org.jspecify.annotations.NullMarked;
