/**
 * What every capability stands on: problems in the user's language, the record of changes (who, when, what), identity
 * and roles, time, documents, and the exact value types of the field: {@link Inn}, {@link Ogrn}, {@link Fraction},
 * {@link DatePeriod}.
 *
 * <p>Knows no other package of the product.
 */
@NullMarked
package ru.mos.clusters.platform;

import org.jspecify.annotations.NullMarked;
