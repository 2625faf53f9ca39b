/**
 * What the tax service publishes of its register of recipients of support: files read and kept as they are, one import after
 * another, each taking effect at once or not at all.
 *
 * <p>Enter through {@link SupportImports}. What the publications say of a recipient on a day is worked out in the package
 * above.
 *
 * <p>A complete publication says of whoever is absent that it was given nothing; so one broken file refuses the whole. What
 * is strange in a single record is remarked and the record kept, with what could not be read left open: dropped, it would
 * seem that nothing was given.
 *
 * <p>Private persons: neither their names nor the size of what they were given are kept.
 *
 * <p>Source: 209-ФЗ art. 8; structure of the open set since 20.12.2020, domain facts 4.2.
 */
@NullMarked
package ru.mos.clusters.support.intake;

import org.jspecify.annotations.NullMarked;
