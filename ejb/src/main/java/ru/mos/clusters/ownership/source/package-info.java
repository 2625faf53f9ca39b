/**
 * Readers of what others publish about owners: extracts of EGRUL and EGRIP, statements in BODS. They stream, decide
 * nothing by the database, and hand over neutral records; where a file is strange they say so and go on, where it cannot
 * be trusted they refuse it whole.
 *
 * <p>Enter through {@link EgrulFile} and {@link BodsFile}. Who is who among parties of several files is decided elsewhere.
 *
 * <p>Source: the tax service's schemas 4.07 and 4.08, {@code domain.md} §3.6; Beneficial Ownership Data Standard 0.4.
 */
@NullMarked
package ru.mos.clusters.ownership.source;

import org.jspecify.annotations.NullMarked;
