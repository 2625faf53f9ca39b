/**
 * Whether support may be given to a recipient: the ban on repeating it and the ban after a violation, as pure functions of
 * what is known of it, the day and the terms of the law then.
 *
 * <p>Enter through {@link SupportCheck}. Where the facts come from is the business of the package above.
 *
 * <p>Source: 209-ФЗ art. 14 part 5 points 3 and 4; domain facts 4.3.
 */
@NullMarked
package ru.mos.clusters.support.rule;

import org.jspecify.annotations.NullMarked;
