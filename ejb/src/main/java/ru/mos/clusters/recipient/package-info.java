/**
 * What of our register of recipients goes to the tax service's: files made up by one person and let go by another, what was held back and
 * why, and the answers that come back.
 *
 * <p>Enter through {@link ru.mos.clusters.recipient.Batches} and {@link ru.mos.clusters.recipient.Answers}. What was given stands in
 * {@code support}, whose directory says under which codes; who is an SME on the day of the decision says the {@code registry}.
 *
 * <p>A file holds what is new, changed or was refused since it was sent last. Only SMEs and payers of the tax on professional income are
 * recipients in law: an association never is, and of whom the registry knows nothing waits. No file is offered that does not keep to its
 * schema. The tax service publishes no schema of what providers send; ours says exactly the structure of what it publishes.
 *
 * <p>Source: 209-ФЗ art. 8; domain facts 4.1, 4.2 and 8.9.
 */
@NullMarked
package ru.mos.clusters.recipient;

import org.jspecify.annotations.NullMarked;
