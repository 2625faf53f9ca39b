/**
 * The picture for those who answer for the policy: boards of figures on a day, added up by the database from what the other
 * packages keep, and the passport of a cluster. Nothing is kept here and nothing decided.
 *
 * <p>Enter through {@link Dashboards} and {@link Passports}. Each board is one statement: what belongs to which line is said in the
 * {@code .sql} file of its name, and what of it cannot be told of a past day too.
 *
 * <p>Source: draft Concept of cluster policy, "Monitoring"; Budget Code, article 219 for the stages of money.
 */
@NullMarked
package ru.mos.clusters.dashboard;

import org.jspecify.annotations.NullMarked;
