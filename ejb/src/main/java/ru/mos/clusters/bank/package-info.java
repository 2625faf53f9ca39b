/**
 * The bank: instructions to pay that leave, statements that come in, and what in them belongs together. The package knows nothing
 * of grants: what is paid for is a source it does not read, and what happened it tells in events of the same transaction.
 *
 * <p>Whoever owes issues through {@link ru.mos.clusters.bank.Instructions} and listens to {@link
 * ru.mos.clusters.bank.InstructionExecuted}, {@link ru.mos.clusters.bank.InstructionRejected}, {@link
 * ru.mos.clusters.bank.ExecutionUndone} and {@link ru.mos.clusters.bank.ReceiptAssigned}. Who may pay what is decided there, by two
 * persons, before it comes here.
 *
 * <p>Source: Bank of Russia, regulation 762-P on transfers of money (form of the payment order); order 515 of 08.09.1997 (check
 * digit of an account).
 */
@NullMarked
package ru.mos.clusters.bank;

import org.jspecify.annotations.NullMarked;
