/**
 * Statements of the bank: taken in whole or not at all, examined, and what they show matched with what we instructed. A statement
 * that does not add up, or is of an account we do not know, waits until a second person looked at it.
 *
 * <p>Enter through {@link ru.mos.clusters.bank.statement.Statements}; {@link ru.mos.clusters.bank.statement.Documents} holds what the
 * accepted ones show, each movement once, however many statements show it.
 */
@NullMarked
package ru.mos.clusters.bank.statement;

import org.jspecify.annotations.NullMarked;
