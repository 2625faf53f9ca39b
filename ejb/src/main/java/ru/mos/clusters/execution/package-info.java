/**
 * What became of a budget year by what the money was given for: by measure of the programme, by call, by agreement, by who was
 * paid. The ledger tells its own figures by subject and knows no more of it; here each subject finds the agreement or decision it
 * stands for. Nothing is taken from what agreements say of themselves, so the lines sum up to the ledger's to the kopeck.
 *
 * <p>Source: Budget Code, article 219 (stages of execution by expenditure).
 */
@NullMarked
package ru.mos.clusters.execution;

import org.jspecify.annotations.NullMarked;
