/**
 * Files that go to the bank and come from it: payment orders as 1CClientBankExchange text and ISO 20022 pain.001, statements as
 * 1CClientBankExchange text and camt.053. No database and no clock: what a file says is told from its bytes alone.
 *
 * <p>Source: 1CClientBankExchange 1.01–1.03; ISO 20022, pain.001.001.03 and camt.053.001.
 */
@NullMarked
package ru.mos.clusters.bank.file;

import org.jspecify.annotations.NullMarked;
